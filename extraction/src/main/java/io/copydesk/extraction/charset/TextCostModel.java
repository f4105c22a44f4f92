package io.copydesk.extraction.charset;

/**
 * How well a text looks like one language: its cost in quarters of a nat (−ln of a probability). Texts of the same bytes compare, whatever
 * they were decoded as. Immutable and thread-safe.
 */
interface TextCostModel {

    /** What a replacement character costs: no language writes it. */
    int DAMAGED = 100;

    /** What a control character costs that is none in ASCII. */
    int CONTROL = 56;

    /** The cost of {@code text}; reading ends early once it is above {@code limit}. */
    int cost(String text, int limit);
}
