package io.copydesk.extraction.metadata;

import java.util.List;
import java.util.stream.Stream;

/**
 * The titles of a page with what tells which one is the headline.
 *
 * <p>Internal: public for the training module only, may change in any release.
 *
 * @param texts the titles as written
 * @param rows the features of each, in the order of {@link #columns}
 */
public record HeadlineSheet(List<String> texts, List<double[]> rows) {

    static HeadlineSheet of(PageTitles page) {
        List<PageTitles.Title> titles = page.all();
        return new HeadlineSheet(
                titles.stream().map(PageTitles.Title::text).toList(),
                titles.stream().map(title -> row(page, title)).toList());
    }

    /** The names of the features. */
    public static List<String> columns() {
        return Stream.of(TitleFeature.values()).map(TitleFeature::label).toList();
    }

    /** The words of {@code title}: equal for titles that differ in marks, case and white space. */
    public static String key(String title) {
        return TitleWords.key(title);
    }

    private static double[] row(PageTitles page, PageTitles.Title title) {
        TitleFeature[] features = TitleFeature.values();
        double[] row = new double[features.length];
        for (int i = 0; i < row.length; i++) {
            row[i] = features[i].of(page, title);
        }
        return row;
    }
}
