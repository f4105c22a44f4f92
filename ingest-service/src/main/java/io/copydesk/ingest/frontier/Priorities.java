package io.copydesk.ingest.frontier;

import io.copydesk.schemas.FeedPriority;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link FeedPriority} means for the order of what is due: of high priority counts as due earlier than it is, of low priority as due
 * later. So nothing waits for ever: what has waited for two leads longer than all else is first, whatever its priority. Nothing is fetched
 * before it is due, nor later when there is room. Pure.
 */
final class Priorities {

    /** By how much a priority changes the place of what is due, in milliseconds. */
    static final long LEAD = Duration.ofHours(1).toMillis();

    private Priorities() {}

    /** Milliseconds by which it counts as due earlier, negative for later. */
    static long lead(FeedPriority priority) {
        return (priority.ordinal() - FeedPriority.NORMAL.ordinal()) * LEAD;
    }

    /** The priority that is meant; {@code null} is normal. */
    static FeedPriority of(@Nullable FeedPriority priority) {
        return priority == null ? FeedPriority.NORMAL : priority;
    }

    /** {@code null} for the normal priority, which states and records leave out. */
    static @Nullable FeedPriority stored(@Nullable FeedPriority priority) {
        return priority == FeedPriority.NORMAL ? null : priority;
    }

    /** The higher one, in its stored form. */
    static @Nullable FeedPriority higher(@Nullable FeedPriority one, @Nullable FeedPriority other) {
        return stored(of(one).compareTo(of(other)) < 0 ? other : one);
    }
}
