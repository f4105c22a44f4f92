package io.copydesk.enrich.story;

/**
 * What of a work decides whether it is compared with another at all, in one number, as it is read for every work in a list of the {@link TermIndex}: the
 * event time, the number of the language, and whether all its terms across languages are keys. Pure functions.
 */
final class Comparability {

    /** Event times are compared in units of 2^20 milliseconds, some 17 minutes. */
    private static final int TIME_SHIFT = 20;

    /** The greatest distance of two times in units that may be one within the window. */
    private static final int REACH = (int) (StoryConstants.WINDOW >> TIME_SHIFT) + 1;

    /** The time of a work without one. */
    private static final int TIMELESS = Integer.MIN_VALUE;

    /** Later times, and earlier ones than the opposite, count as this: none is further from another than it was. */
    private static final int MOST_TIME = 1 << 29;

    private static final int ALL_KEYS = 1;
    private static final int FLAGS = 1;

    private Comparability() {}

    /**
     * That of a work.
     *
     * @param languages the numbers of languages
     * @param allKeys whether all its terms across languages are known to be keys
     */
    static long of(Profile profile, Languages languages, boolean allKeys) {
        Long millis = profile.time();
        int time = millis == null ? TIMELESS : (int) Math.max(-MOST_TIME, Math.min(MOST_TIME, millis >> TIME_SHIFT));
        return (long) time << Integer.SIZE | languages.number(profile.language()) << FLAGS | (allKeys ? ALL_KEYS : 0);
    }

    /** The number of the language. */
    static int language(long one) {
        return (int) one >>> FLAGS;
    }

    /** Whether two works are compared by their terms across languages, or by those within one, and may be within the window; without a time they may. */
    static boolean mayCompare(long one, long other, boolean across) {
        return across != Languages.areSame(language(one), language(other)) && mayBeNear(time(one), time(other));
    }

    private static boolean mayBeNear(int one, int other) {
        return Math.abs((long) one - other) <= REACH || one == TIMELESS || other == TIMELESS;
    }

    /** Whether all terms across languages that two works share are known to be keys of both. */
    static boolean shareOnlyKeys(long one, long other) {
        return (one & other & ALL_KEYS) != 0;
    }

    private static int time(long one) {
        return (int) (one >> Integer.SIZE);
    }
}
