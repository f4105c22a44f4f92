package io.copydesk.lab.simulation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The schedules that the frontier is compared with, reimplemented from the documentation and settings of their projects.
 */
final class Schedules {

    private static final long MINUTE = 60_000L;

    private Schedules() {}

    static Map<String, Supplier<Schedule>> all() {
        Map<String, Supplier<Schedule>> all = new LinkedHashMap<>();
        all.put("weekly-count", ByWeeklyCount::new);
        all.put("duplicate-share", ByDuplicateShare::new);
        all.put("fixed-15-minutes", () -> (now, shown, fresh) -> 15 * MINUTE);
        return all;
    }

    /** miniflux, scheduler {@code entry_frequency}: a week over the week's items, from 5 minutes to 24 hours. */
    private static final class ByWeeklyCount implements Schedule {
        private final Deque<Long> found = new ArrayDeque<>();

        @Override
        public long next(long now, int shown, int fresh) {
            for (int i = 0; i < fresh; i++) {
                found.add(now);
            }
            while (!found.isEmpty() && found.peek() < now - 7 * Rhythms.DAY) {
                found.poll();
            }
            long even = found.isEmpty() ? 24 * 60 * MINUTE : 7 * Rhythms.DAY / found.size();
            return Math.min(24 * 60 * MINUTE, Math.max(5 * MINUTE, even));
        }
    }

    /**
     * Media Cloud's rss-fetcher: six hours to begin with; an hour less (at least one) when less than half of the items are
     * known, ten minutes more when all are (an hour more after a week without news), at most a day.
     */
    private static final class ByDuplicateShare implements Schedule {
        private long minutes = 360;
        private long lastFresh;
        private boolean begun;

        @Override
        public long next(long now, int shown, int fresh) {
            if (!begun) {
                begun = true;
                lastFresh = now;
                return minutes * MINUTE;
            }
            if (fresh > 0) {
                lastFresh = now;
            }
            if (shown == 0 || fresh == 0) {
                minutes = Math.min(24 * 60, minutes + (now - lastFresh > 7 * Rhythms.DAY ? 60 : 10));
            } else if ((shown - fresh) * 2 < shown) {
                minutes = minutes > 360 ? 360 : Math.max(60, minutes - 60);
            }
            return minutes * MINUTE;
        }
    }
}
