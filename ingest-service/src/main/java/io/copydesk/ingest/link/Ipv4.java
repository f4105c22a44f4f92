package io.copydesk.ingest.link;

import java.util.Optional;

/**
 * IPv4 addresses as hosts (WHATWG URL, IPv4 parser). {@code 0x7f.1} and {@code 2130706433} are 127.0.0.1 to every client, so address
 * checks must read them so, too.
 */
final class Ipv4 {

    private Ipv4() {}

    /** Whether the last label is a number: no top-level domain is one, so the host is an IPv4 address or invalid. */
    static boolean endsInNumber(String host) {
        String bare = withoutLastDot(host);
        String last = bare.substring(bare.lastIndexOf('.') + 1);
        return !last.isEmpty() && (last.chars().allMatch(c -> c >= '0' && c <= '9') || hexadecimal(last));
    }

    /** Also of numbers too large for an address: the host is an invalid address then, not a name. */
    private static boolean hexadecimal(String text) {
        return (text.startsWith("0x") || text.startsWith("0X"))
                && text.chars().skip(2).allMatch(c -> c < 0x80 && Character.digit(c, 16) >= 0);
    }

    /** The address as four decimal numbers, empty when it is invalid. */
    static Optional<String> parse(String host) {
        String[] parts = withoutLastDot(host).split("\\.", -1);
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

    private static String withoutLastDot(String host) {
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }

    /** A decimal, octal ({@code 017}) or hexadecimal ({@code 0xf}) number, -1 when it is invalid or too large. */
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
