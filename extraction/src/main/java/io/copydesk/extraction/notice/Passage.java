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
 * @param phraseless whether it was found to hold no phrase of {@link NoticeFilter#score}, so that it need not be searched again
 */
public record Passage(
        int order,
        String text,
        boolean heading,
        double linkDensity,
        boolean preformatted,
        int place,
        boolean phraseless) {

    public Passage(int order, String text, boolean heading, double linkDensity) {
        this(order, text, heading, linkDensity, false);
    }

    public Passage(int order, String text, boolean heading, double linkDensity, boolean preformatted) {
        this(order, text, heading, linkDensity, preformatted, 0);
    }

    public Passage(int order, String text, boolean heading, double linkDensity, boolean preformatted, int place) {
        this(order, text, heading, linkDensity, preformatted, place, false);
    }

    /** The same place with another text. */
    public Passage with(String otherText) {
        return new Passage(order, otherText, heading, linkDensity, preformatted, place);
    }
}
