package io.copydesk.verify.check;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The versions of one article in the order of the topic. Version k is published after version k − 1; when a page turns up
 * that was fetched before others, all versions from there to the newest are published again. A version whose page went, or came back,
 * follows itself.
 *
 * @param last the version of the last record; 0 before the first
 * @param newest the highest version; 0 before the first
 */
record Versions(int last, int newest) {

    static final Versions NONE = new Versions(0, 0);

    /** What {@link #value} made. */
    static Versions of(byte[] value) {
        ByteBuffer numbers = ByteBuffer.wrap(value);
        return new Versions(numbers.getInt(), numbers.getInt());
    }

    /** Both numbers, 8 bytes. */
    byte[] value() {
        return ByteBuffer.allocate(2 * Integer.BYTES)
                .putInt(last)
                .putInt(newest)
                .array();
    }

    /** With the next record. */
    Versions and(int version) {
        return new Versions(version, Math.max(newest, version));
    }

    /** What is wrong with the place of the next record, if anything is. */
    Optional<String> misplaced(int version) {
        boolean follows = version == last + 1 || version == last || (version <= last && last == newest);
        return follows
                ? Optional.empty()
                : Optional.of("version " + version + " after version " + last + " of " + newest);
    }

    /** Whether the newest version is the last record. */
    boolean endsWithTheNewest() {
        return last == newest;
    }
}
