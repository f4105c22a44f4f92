package io.copydesk.kit.topics;

import io.copydesk.schemas.Compression;
import io.copydesk.schemas.Topics;
import java.util.regex.Pattern;

/**
 * Which topics a service works on. All services of one pipeline need the same.
 *
 * @param prefix what the name of every topic begins with; a second pipeline beside the first uses another
 * @param partitions for topics that are missing, at least 1; topics that exist keep theirs
 * @param compression of public topics that are missing; topics that exist keep theirs
 */
public record TopicSettings(String prefix, int partitions, Compression compression) {
    /** What Kafka allows in names of topics; the prefix is short, for Kafka's limit is 249 with all that follows. */
    private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    public TopicSettings {
        if (!PREFIX.matcher(prefix).matches()) {
            throw new IllegalArgumentException("prefix must be 1 to 100 of the characters A-Z a-z 0-9 . _ -");
        }
        if (partitions < 1) {
            throw new IllegalArgumentException("partitions must be at least 1");
        }
    }

    /** The catalogue's prefix, 4 partitions and gzip. */
    public static TopicSettings defaults() {
        return new TopicSettings(Topics.DEFAULT_PREFIX, 4, Compression.GZIP);
    }
}
