package io.copydesk.ingest.fetch;

import io.copydesk.extraction.resource.ResourceLines;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which addresses belong to the public internet, by the registries of special-purpose addresses (RFC 6890) in {@code
 * special-addresses.txt}. The predicates of {@link InetAddress} cover only a third of them. Immutable.
 */
final class AddressTable {

    private static final String FILE = "special-addresses.txt";
    private static final AddressTable STANDARD = new AddressTable(ResourceLines.of(AddressTable.class, FILE));

    private final List<Block> blocks;

    private AddressTable(List<String> lines) {
        List<Block> read = new ArrayList<>();
        for (String line : lines) {
            String[] parts = line.split("\\s+", 3);
            read.add(Block.parse(parts[0], Rule.valueOf(parts[1].toUpperCase(Locale.ROOT)), parts[2]));
        }
        blocks = List.copyOf(read);
    }

    static AddressTable standard() {
        return STANDARD;
    }

    private enum Rule {
        /** Always refused. */
        REFUSED,
        /** Refused unless loopback is allowed. */
        LOOPBACK,
        /** Refused unless private addresses are allowed. */
        PRIVATE,
        /** The last four bytes are an IPv4 address that decides. */
        EMBEDDED,
        /** Allowed unless a longer prefix is refused. */
        GLOBAL
    }

    private record Block(byte[] prefix, int bits, Rule rule, String name) {

        static Block parse(String cidr, Rule rule, String name) {
            int slash = cidr.indexOf('/');
            try {
                byte[] prefix = InetAddress.getByName(cidr.substring(0, slash)).getAddress();
                boolean mapped = prefix.length == 4 && cidr.indexOf(':') >= 0; // the JDK parses ::ffff:0:0 as IPv4
                return new Block(
                        mapped ? asMapped(prefix) : prefix,
                        Integer.parseInt(cidr.substring(slash + 1)),
                        rule,
                        cidr + " " + name);
            } catch (UnknownHostException e) {
                throw new IllegalStateException("In " + FILE + ": " + cidr, e);
            }
        }

        private static byte[] asMapped(byte[] v4) {
            byte[] bytes = new byte[16];
            bytes[10] = -1;
            bytes[11] = -1;
            System.arraycopy(v4, 0, bytes, 12, 4);
            return bytes;
        }

        boolean contains(byte[] address) {
            if (address.length != prefix.length) {
                return false;
            }
            int whole = bits / 8;
            int rest = bits % 8;
            int mask = rest == 0 ? 0 : 0xff << (8 - rest);
            return Arrays.equals(address, 0, whole, prefix, 0, whole)
                    && (rest == 0 || (address[whole] & mask) == (prefix[whole] & mask));
        }
    }

    /**
     * Why this address may not be connected to: the block with the longest prefix that contains it and its name. Empty when it
     * may.
     *
     * @param address 4 or 16 bytes
     */
    Optional<String> refusal(byte[] address, boolean allowLoopback) {
        return refusal(address, allowLoopback, false);
    }

    /** The same where private addresses may be allowed too. */
    Optional<String> refusal(byte[] address, boolean allowLoopback, boolean allowPrivate) {
        Block block = blocks.stream()
                .filter(candidate -> candidate.contains(address))
                .max((a, b) -> Integer.compare(a.bits(), b.bits()))
                .orElseThrow(() -> new IllegalStateException(FILE + " has no rule for all addresses"));
        return switch (block.rule()) {
            case GLOBAL -> Optional.empty();
            case REFUSED -> Optional.of(block.name());
            case LOOPBACK -> allowLoopback ? Optional.empty() : Optional.of(block.name());
            case PRIVATE -> allowPrivate ? Optional.empty() : Optional.of(block.name());
            case EMBEDDED -> refusal(Arrays.copyOfRange(address, 12, 16), allowLoopback, allowPrivate);
        };
    }
}
