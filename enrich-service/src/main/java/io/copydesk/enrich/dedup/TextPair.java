package io.copydesk.enrich.dedup;

/** Two texts; {@code one} is before {@code other}. */
record TextPair(Text one, Text other) {

    /** The pair of two texts in any order. */
    static TextPair of(Text a, Text b) {
        return a.isBefore(b) ? new TextPair(a, b) : new TextPair(b, a);
    }
}
