package io.copydesk.extraction.notice;

/**
 * One paragraph or line to judge.
 *
 * @param order position in the document
 * @param heading whether markup declares it a heading
 * @param linkDensity share of its characters inside links, 0–1; 0 when there is no markup
 * @param preformatted whether its line breaks are part of the text, as in code
 * @param place where it stands on the pages of its site: equal for texts in the same elements, odd for one that is all
 *     link; 0 when that is not known
 * @param box the orders of what stands in one small box with it, {@link Box#NONE} when it is in none
 * @param phraseless whether it was found to hold no phrase of {@link NoticeFilter#score}, so that it need not be searched again
 */
public record Passage(
        int order,
        String text,
        boolean heading,
        double linkDensity,
        boolean preformatted,
        int place,
        Box box,
        boolean phraseless) {

    /**
     * A small element, of some short lines, in which a passage stands: a range of orders.
     *
     * @param to one after the last
     */
    public record Box(int from, int to) {

        /** No box. */
        public static final Box NONE = new Box(0, 0);

        boolean has(int order) {
            return from <= order && order < to;
        }
    }

    public Passage(int order, String text, boolean heading, double linkDensity) {
        this(order, text, heading, linkDensity, false);
    }

    public Passage(int order, String text, boolean heading, double linkDensity, boolean preformatted) {
        this(order, text, heading, linkDensity, preformatted, 0);
    }

    public Passage(int order, String text, boolean heading, double linkDensity, boolean preformatted, int place) {
        this(order, text, heading, linkDensity, preformatted, place, Box.NONE, false);
    }

    /** The same place with another text. */
    public Passage with(String otherText) {
        return new Passage(order, otherText, heading, linkDensity, preformatted, place, box, false);
    }
}
