package io.copydesk.standalone.sample;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A data file of the sample: lines {@code key: value}, then after a line {@code ---} free text. A key may be repeated.
 *
 * @param headers values by key, in file order
 * @param text what follows the line {@code ---}, empty when there is none
 */
record SampleText(Map<String, List<String>> headers, String text) {

    private static final String FOLDER = "/sample/";
    private static final String END_OF_HEADERS = "---";

    /** The whole file as text, line ends normalised. */
    static String content(String path) {
        try (InputStream in = SampleText.class.getResourceAsStream(FOLDER + path)) {
            if (in == null) {
                throw new IllegalStateException("no such sample file: " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new IllegalStateException("sample file cannot be read: " + path, e);
        }
    }

    /** The lines of a file that are not blank. */
    static List<String> lines(String path) {
        return content(path).lines().filter(line -> !line.isBlank()).toList();
    }

    static SampleText read(String path) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        String content = content(path);
        int position = 0;
        while (position < content.length()) {
            int end = content.indexOf('\n', position);
            end = end < 0 ? content.length() : end;
            String line = content.substring(position, end);
            position = Math.min(end + 1, content.length());
            if (line.equals(END_OF_HEADERS)) {
                return new SampleText(headers, content.substring(position));
            }
            int colon = line.indexOf(": ");
            if (colon < 0) {
                throw new IllegalStateException("no header in " + path + ": " + line);
            }
            headers.computeIfAbsent(line.substring(0, colon), key -> new ArrayList<>())
                    .add(line.substring(colon + 2).strip());
        }
        return new SampleText(headers, "");
    }

    /** The one value of a key. */
    Optional<String> value(String key) {
        return all(key).stream().findFirst();
    }

    /** The one value of a key that must be there. */
    String required(String key) {
        return value(key).orElseThrow(() -> new IllegalStateException("header missing: " + key + " in " + headers));
    }

    List<String> all(String key) {
        return headers.getOrDefault(key, List.of());
    }

    /** These headers and text, with those of {@code base} where this file has none. */
    SampleText over(SampleText base) {
        Map<String, List<String>> merged = new LinkedHashMap<>(base.headers);
        merged.putAll(headers);
        return new SampleText(merged, text.isBlank() ? base.text : text);
    }
}
