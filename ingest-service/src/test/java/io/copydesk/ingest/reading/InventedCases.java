package io.copydesk.ingest.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * The cases of a file in {@code reading/invented}: {@code == name}, reasons after {@code #}, options after {@code @}, the input, {@code --},
 * then what is right, a line each. {@code \xHH} in an input is a byte. Cases named {@code second} were written after the rules were mended for the
 * others; what is not read as a user would like says {@code open}.
 */
final class InventedCases {

    private InventedCases() {}

    /** One case. */
    record Case(String name, Map<String, String> options, String text, List<String> right) {

        String option(String name, String otherwise) {
            return options.getOrDefault(name, otherwise);
        }

        /** The input in its charset (option {@code as}), packed as the option {@code gzip} says. */
        byte[] bytes() {
            byte[] bytes = encoded(text, Charset.forName(option("as", "utf-8")));
            return switch (option("gzip", "0")) {
                case "1" -> packed(bytes);
                case "2" -> packed(packed(bytes));
                case "cut" -> {
                    byte[] whole = packed(bytes);
                    yield Arrays.copyOf(whole, whole.length - 8);
                }
                default -> bytes;
            };
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<String> lines(String file) {
        try (InputStream in = InventedCases.class.getResourceAsStream("invented/" + file)) {
            return new String(in.readAllBytes(), UTF_8).lines().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static List<Case> of(String file) {
        List<Case> cases = new ArrayList<>();
        List<String> lines = lines(file);
        int at = 0;
        while (at < lines.size()) {
            String name = lines.get(at++).substring(3);
            Map<String, String> options = new LinkedHashMap<>();
            for (; lines.get(at).startsWith("# ") || lines.get(at).startsWith("@ "); at++) {
                String[] parts = lines.get(at).substring(2).split("=", 2);
                if (lines.get(at).startsWith("@")) {
                    options.put(parts[0], parts[1]);
                }
            }
            int end = at;
            while (!lines.get(end).equals("--")) {
                end++;
            }
            String text = String.join("\n", lines.subList(at, end));
            for (at = end + 1; at < lines.size() && !lines.get(at).startsWith("== "); ) {
                at++;
            }
            cases.add(new Case(name, options, text, lines.subList(end + 1, at)));
        }
        return cases;
    }

    static byte[] encoded(String text, Charset charset) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String[] parts = text.split("\\\\x(?=[0-9A-F]{2})", -1);
        out.writeBytes(parts[0].getBytes(charset));
        for (String part : Arrays.asList(parts).subList(1, parts.length)) {
            out.write(Integer.parseInt(part.substring(0, 2), 16));
            out.writeBytes(part.substring(2).getBytes(charset));
        }
        return out.toByteArray();
    }

    private static byte[] packed(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
