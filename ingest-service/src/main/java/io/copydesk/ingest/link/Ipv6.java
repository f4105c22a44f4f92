package io.copydesk.ingest.link;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** IPv6 addresses as hosts (WHATWG URL, IPv6 parser and serializer). */
final class Ipv6 {

    private static final int WORDS = 8;

    private Ipv6() {}

    /** The address in brackets, in the short form of RFC 5952; empty when it is invalid. */
    static Optional<String> parse(String bracketed) {
        if (!bracketed.endsWith("]")) {
            return Optional.empty();
        }
        int[] words = words(bracketed.substring(1, bracketed.length() - 1));
        return words == null ? Optional.empty() : Optional.of("[" + shortest(words) + "]");
    }

    /** The eight 16-bit pieces, {@code null} when the text is not an address. */
    private static int @Nullable [] words(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            int[] all = run(text, true);
            return all != null && all.length == WORDS ? all : null;
        }
        int[] before = run(text.substring(0, gap), false);
        int[] after = run(text.substring(gap + 2), true);
        if (before == null || after == null || before.length + after.length >= WORDS) {
            return null;
        }
        int[] words = new int[WORDS];
        System.arraycopy(before, 0, words, 0, before.length);
        System.arraycopy(after, 0, words, WORDS - after.length, after.length);
        return words;
    }

    /** The pieces between colons; an IPv4 address at the end counts as two. {@code null} when one is invalid. */
    private static int @Nullable [] run(String text, boolean toTheEnd) {
        if (text.isEmpty()) {
            return new int[0];
        }
        String[] parts = text.split(":", -1);
        boolean dotted = toTheEnd && parts[parts.length - 1].indexOf('.') >= 0;
        int[] words = new int[parts.length + (dotted ? 1 : 0)];
        if (words.length > WORDS) {
            return null;
        }
        for (int i = 0; i < parts.length - (dotted ? 1 : 0); i++) {
            words[i] = hexadecimal(parts[i]);
            if (words[i] < 0) {
                return null;
            }
        }
        if (dotted) {
            long address = dotted(parts[parts.length - 1]);
            words[words.length - 2] = (int) (address >> 16);
            words[words.length - 1] = (int) (address & 0xffff);
            return address < 0 ? null : words;
        }
        return words;
    }

    /** One to four hexadecimal digits, -1 for anything else. */
    private static int hexadecimal(String text) {
        int number = text.isEmpty() || text.length() > 4 ? -1 : 0;
        for (int i = 0; i < text.length() && number >= 0; i++) {
            int digit = text.charAt(i) < 0x80 ? Character.digit(text.charAt(i), 16) : -1;
            number = digit < 0 ? -1 : number * 16 + digit;
        }
        return number;
    }

    /** Four decimal numbers without leading zeros, -1 for anything else. */
    private static long dotted(String text) {
        String[] parts = text.split("\\.", -1);
        long address = parts.length == 4 ? 0 : -1;
        for (int i = 0; i < parts.length && address >= 0; i++) {
            String part = parts[i];
            boolean decimal = !part.isEmpty()
                    && part.length() <= 3
                    && part.chars().allMatch(c -> c >= '0' && c <= '9')
                    && (part.length() == 1 || part.charAt(0) != '0');
            int number = decimal ? Integer.parseInt(part) : 256;
            address = number > 255 ? -1 : address << 8 | number;
        }
        return address;
    }

    private static String shortest(int[] words) {
        int start = -1;
        int length = 1;
        for (int i = 0; i < 8; i++) {
            int run = 0;
            while (i + run < 8 && words[i + run] == 0) {
                run++;
            }
            if (run > length) {
                start = i;
                length = run;
            }
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            if (i == start) {
                out.append("::");
                i += length - 1;
            } else {
                boolean first = out.isEmpty() || out.charAt(out.length() - 1) == ':';
                out.append(first ? "" : ":").append(Integer.toHexString(words[i]));
            }
        }
        return out.toString();
    }
}
