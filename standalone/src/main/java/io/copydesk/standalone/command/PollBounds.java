package io.copydesk.standalone.command;

import io.copydesk.kit.config.DurationText;
import io.copydesk.standalone.pipeline.UsageException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The value of {@code --every}: the shortest and the longest time between two polls of a feed, {@code null} for any. */
record PollBounds(@Nullable Long minSeconds, @Nullable Long maxSeconds) {

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(30);

    /** Without bounds the rhythm of the feed decides. */
    private static final String AUTO = "auto";

    /** Of {@code 10m}, {@code 5m..1h}, {@code auto} or {@code null}. */
    static PollBounds parse(@Nullable String text) {
        if (text == null || text.equals(AUTO)) {
            return new PollBounds(null, null);
        }
        int dots = text.indexOf("..");
        Duration least = duration(dots < 0 ? text : text.substring(0, dots), text);
        Duration most = dots < 0 ? least : duration(text.substring(dots + 2), text);
        if (least.compareTo(SHORTEST) < 0 || most.compareTo(LONGEST) > 0 || least.compareTo(most) > 0) {
            throw new UsageException("--every " + text + ": from 1m to 30d, the shorter time first, such as 5m..1h");
        }
        return new PollBounds(least.toSeconds(), most.toSeconds());
    }

    private static Duration duration(String text, String option) {
        try {
            return DurationText.parse(text);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--every " + option + ": " + e.getMessage());
        }
    }
}
