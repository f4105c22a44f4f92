package io.copydesk.verify.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The versions of one article in the order of the topic. Version k is published after version k − 1; when a page turns up
 * that was fetched before others, all versions from there to the newest are published again. A version whose page went, or came back,
 * follows itself.
 */
final class Versions {

    private final Map<Integer, String> inputs = new HashMap<>();
    private int newest;
    private int last;

    /** Takes the next record; returns what is wrong with its place. */
    Optional<String> accept(int version, String inputId) {
        boolean follows = version == last + 1 || version == last || (version <= last && last == newest);
        String place = "version " + version + " after version " + last + " of " + newest;
        last = version;
        newest = Math.max(newest, version);
        inputs.put(version, inputId);
        return follows ? Optional.empty() : Optional.of(place);
    }

    /** Whether the newest version is the last record. */
    boolean endsWithTheNewest() {
        return last == newest;
    }

    int newest() {
        return newest;
    }

    boolean has(int version) {
        return inputs.containsKey(version);
    }

    /** The input that was last published as this version. */
    Optional<String> input(int version) {
        return Optional.ofNullable(inputs.get(version));
    }
}
