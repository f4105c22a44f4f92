package io.copydesk.schemas;

import org.jspecify.annotations.Nullable;

/**
 * A header of records of the catalogue's topics.
 *
 * @param name its key
 * @param description one sentence for consumers
 * @param example a value; {@code null} where it is empty
 * @param always whether every record of a public topic has it, those without a value included
 */
public record TopicHeader(
        String name, String description, @Nullable String example, boolean always) {

    /** A header of some records. */
    static TopicHeader optional(String name, String description, @Nullable String example) {
        return new TopicHeader(name, description, example, false);
    }

    /** A header of every record of a public topic. */
    static TopicHeader always(String name, String description, String example) {
        return new TopicHeader(name, description, example, true);
    }
}
