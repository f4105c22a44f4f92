package io.copydesk.extraction.charset;

/**
 * How well a text fits one language: its cost in quarters of a nat (−ln of a probability). Costs of the same bytes in different charsets are
 * comparable. Immutable and thread-safe.
 */
interface TextCostModel {

    /** Cost of a replacement character, which no language uses. */
    int DAMAGED = 100;

    /** Cost of a control character outside ASCII. */
    int CONTROL = 56;

    /** The cost of {@code text}; reading ends early once it is above {@code limit}. */
    int cost(String text, int limit);
}
