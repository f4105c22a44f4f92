package io.copydesk.ingest.boilerplate;

/**
 * A place that was learned to hold boilerplate, whatever it says.
 *
 * @param place see {@link io.copydesk.extraction.ExtractedArticle#places}
 * @param text how it reads on one of its pages, cut after {@value LearnedLine#MAX_TEXT} characters
 * @param articles on how many distinct articles of the sample it holds text
 */
public record LearnedPlace(int place, String text, int articles) {}
