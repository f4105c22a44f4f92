package io.copydesk.ingest.link;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * Addresses as hosts. {@code 0x7f.1} and {@code 2130706433} are 127.0.0.1 to every client, so they must be to whoever
 * checks an address (WHATWG URL, IPv4 parser).
 */
final class IpAddress {

    private IpAddress() {}

    /** True when the last label is a number, which no top-level domain is. */
    static boolean looksLikeV4(String host) {
        String last = host.substring(host.lastIndexOf('.') + 1);
        return !last.isEmpty() && (last.chars().allMatch(c -> c >= '0' && c <= '9') || hexadecimal(last));
    }

    /** Also when it is too large for an address: it is no name then, but a bad address. */
    private static boolean hexadecimal(String text) {
        return (text.startsWith("0x") || text.startsWith("0X"))
                && text.chars().skip(2).allMatch(c -> c < 0x80 && Character.digit(c, 16) >= 0);
    }

    /** Four decimal numbers. */
    static Optional<String> v4(String host) {
        String[] parts = host.split("\\.", -1);
        if (parts.length > 4) {
            return Optional.empty();
        }
        long address = 0;
        for (int i = 0; i < parts.length; i++) {
            long number = number(parts[i]);
            boolean last = i == parts.length - 1;
            long limit = last ? 1L << (8 * (5 - parts.length)) : 256;
            if (number < 0 || number >= limit) {
                return Optional.empty();
            }
            address += last ? number : number << (8 * (3 - i));
        }
        return Optional.of(
                (address >> 24) + "." + (address >> 16 & 255) + "." + (address >> 8 & 255) + "." + (address & 255));
    }

    /** In brackets, in the short form of RFC 5952. */
    static Optional<String> v6(String bracketed) {
        int end = bracketed.length() - 1;
        if (end < 3 || bracketed.charAt(end) != ']' || bracketed.length() > 48) {
            return Optional.empty();
        }
        String text = bracketed.substring(1, end);
        boolean literal = text.indexOf(':') >= 0
                && text.chars().allMatch(c -> c == ':' || c == '.' || Character.digit(c, 16) >= 0 && c < 0x80);
        if (!literal) {
            return Optional.empty();
        }
        try {
            byte[] bytes = InetAddress.getByName("[" + text + "]").getAddress(); // a literal: no look-up
            return Optional.of("[" + shortest(bytes.length == 16 ? bytes : mapped(bytes)) + "]");
        } catch (UnknownHostException noAddress) {
            return Optional.empty();
        }
    }

    private static byte[] mapped(byte[] v4) {
        byte[] bytes = new byte[16];
        bytes[10] = -1;
        bytes[11] = -1;
        System.arraycopy(v4, 0, bytes, 12, 4);
        return bytes;
    }

    private static String shortest(byte[] bytes) {
        int[] words = new int[8];
        for (int i = 0; i < 8; i++) {
            words[i] = (bytes[2 * i] & 0xff) << 8 | bytes[2 * i + 1] & 0xff;
        }
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

    /** A decimal, octal ({@code 017}) or hexadecimal ({@code 0xf}) number, -1 when it is none or too large. */
    private static long number(String text) {
        boolean hex = text.startsWith("0x") || text.startsWith("0X");
        boolean octal = !hex && text.length() > 1 && text.startsWith("0");
        String digits = hex ? text.substring(2) : text;
        int radix = hex ? 16 : octal ? 8 : 10;
        long number = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) < 0x80 ? Character.digit(digits.charAt(i), radix) : -1;
            number = number * radix + digit;
            if (digit < 0 || number > 0xffffffffL) {
                return -1;
            }
        }
        return text.isEmpty() ? -1 : number;
    }
}
