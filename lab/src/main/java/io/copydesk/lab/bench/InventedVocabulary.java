package io.copydesk.lab.bench;

/** The words that invented articles are made of. */
public enum InventedVocabulary {
    /** One language, the same words for all articles, those of events new with each of them. */
    FIXED,

    /** Several languages, whose words are as frequent among the heaviest terms as in news: decision 0068 says what they were fitted on. */
    NEWS;

    /** Share of the drawn words that are of the most frequent ones, up to each of {@link #RANKS}. */
    private static final double[] SHARES = {
        0.0050, 0.0131, 0.0319, 0.0654, 0.1370, 0.2493, 0.4333, 0.6510, 0.8848, 0.9707
    };

    private static final double[] RANKS = {1, 3, 10, 30, 100, 300, 1_000, 3_000, 10_000, 20_000};

    /** Exponent with which the share of words beyond the last rank falls. */
    private static final double TAIL = 1.2;

    /** Tags of languages in the order of how much is written in them. */
    private static final String[] TAGS = {"en", "es", "de", "fr", "pt", "it", "nl", "pl", "tr", "sv", "id", "ro"};

    private static final double[] OF_LANGUAGES = cumulated();

    /** The share of a language is in inverse proportion to its place. */
    private static double[] cumulated() {
        double[] sums = new double[TAGS.length];
        double sum = 0;
        for (int i = 0; i < TAGS.length; i++) {
            sum += 1.0 / (i + 1);
            sums[i] = sum;
        }
        return sums;
    }

    /**
     * The rank of a word, counted from 0; low ones are frequent.
     *
     * @param chance from 0 to 1, the latter excluded
     */
    static long rank(double chance) {
        int last = SHARES.length - 1;
        if (chance >= SHARES[last]) {
            return (long) (RANKS[last] * Math.pow((1 - SHARES[last]) / (1 - chance), 1 / TAIL));
        }
        int place = 0;
        while (chance >= SHARES[place]) {
            place++;
        }
        double above = place == 0 ? 0 : SHARES[place - 1];
        double from = place == 0 ? 0 : RANKS[place - 1];
        return (long) (from + (RANKS[place] - from) * (chance - above) / (SHARES[place] - above));
    }

    /**
     * The tag of a language.
     *
     * @param chance from 0 to 1, the latter excluded
     */
    String language(double chance) {
        double sought = chance * OF_LANGUAGES[TAGS.length - 1];
        int place = 0;
        while (this != FIXED && sought >= OF_LANGUAGES[place]) {
            place++;
        }
        return TAGS[place];
    }
}
