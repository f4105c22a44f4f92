package io.copydesk.ingest.archive;

import java.nio.charset.StandardCharsets;

/** The URL of a document that came from a file: its relative path, so that it is the same on every machine. */
final class FileUrl {

    private static final String PLAIN = "-._~/";

    private FileUrl() {}

    static String of(String relativePath) {
        StringBuilder url = new StringBuilder("file:///");
        for (byte b : relativePath.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9');
            if (plain || PLAIN.indexOf(b) >= 0) {
                url.append((char) b);
            } else {
                url.append('%')
                        .append(Character.toUpperCase(Character.forDigit((b >> 4) & 15, 16)))
                        .append(Character.toUpperCase(Character.forDigit(b & 15, 16)));
            }
        }
        return url.toString();
    }
}
