package io.copydesk.schemas;

/**
 * What kind of page an article was extracted from.
 *
 * @param kind the most likely kind
 * @param likelihood how likely the page is of that kind, 0–1
 */
public record PageAssessment(PageKind kind, double likelihood) {

    private static final double PRECISION = 1000;

    public PageAssessment {
        likelihood = Math.round(likelihood * PRECISION) / PRECISION;
    }
}
