package io.copydesk.ingest.frontier;

/**
 * Keeps the mean number of fetches of a page: the price of a visit rises as more was spent on the pages of late than there is for each,
 * and falls as less was. Two fetches of each page, the first and the last, are not decided on. Its JSON is persisted. Mutable, for one
 * thread.
 */
@PersistedFields
final class VisitBudget {

    /** The price at which about as much is spent as there is for each page, in versions missed, where sites edit as studies found. */
    private static final double USUAL_PRICE = 0.0165;

    /** Pages after which one counts half as much. */
    private static final double MEMORY = 3_000;

    /** Pages that the start counts as, at which nothing is known of what is spent. */
    private static final double START = 100;

    /** How strongly the price answers: to 10 % more than there is with 1.9 times the price. */
    private static final double ANSWER = 7;

    private static final double LARGEST = 1_000;

    private float pages;
    private float visits;

    /** A page was fetched for the first time. */
    void page() {
        float kept = (float) Math.pow(0.5, 1 / MEMORY);
        pages = pages * kept + 1;
        visits *= kept;
    }

    /** A page was visited, neither for the first nor for the last time. */
    void visit() {
        visits++;
    }

    /** @param each visits that there are for each page, beside the first and the last; more than 0 */
    double price(double each) {
        double spent = (visits + START * each) / (pages + START);
        return USUAL_PRICE * Math.min(LARGEST, Math.max(1 / LARGEST, Math.pow(spent / each, ANSWER)));
    }
}
