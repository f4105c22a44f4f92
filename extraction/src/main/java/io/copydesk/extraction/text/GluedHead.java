package io.copydesk.extraction.text;

import io.copydesk.extraction.date.DateHint;
import io.copydesk.extraction.date.DateLabels;
import io.copydesk.extraction.date.DateReader;
import io.copydesk.extraction.date.DateReader.Found;
import io.copydesk.extraction.metadata.AuthorNames;
import io.copydesk.extraction.resource.ResourceLines;
import io.copydesk.extraction.text.HeadLines.Labelled;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A first paragraph that begins with byline and dates, glued together when a page was converted to text:
 * {@code Jane DoeFri 18 Oct 2024 12.35 EDTFirst published on Fri 18 Oct 2024 09.51 EDTShareThe agency said …}.
 *
 * @param head what was split off
 * @param rest the paragraph without it
 */
record GluedHead(List<String> authors, List<Labelled> dates, String head, String rest) {

    private static final int MAX_NAMES = 100;
    private static final int MAX_BETWEEN = 40;
    private static final Set<String> WEEKDAYS = ResourceLines.words(ResourceLines.of(GluedHead.class, "weekdays.txt"));

    /** The glued head of {@code line}, or empty when it begins with a sentence. */
    static Optional<GluedHead> read(String line, DateHint hint) {
        List<Found> found = DateReader.findAll(line.length() > 400 ? line.substring(0, 400) : line, hint);
        if (found.isEmpty() || found.get(0).start() > MAX_NAMES) {
            return Optional.empty();
        }
        String before = withoutWeekday(line.substring(0, found.get(0).start()));
        List<String> authors = List.of();
        String label = before;
        if (!before.isBlank() && !DateLabels.isOfPublication(before) && !DateLabels.isOfChange(before)) {
            if (!HeadLines.looksLikeNames(before) || before.strip().split("\\s+").length > 8) {
                return Optional.empty();
            }
            authors = AuthorNames.of(List.of(before));
            if (authors.isEmpty() || authors.get(0).indexOf(' ') < 0) {
                return Optional.empty();
            }
            label = "";
        }
        return dated(line, found, authors, label);
    }

    private static Optional<GluedHead> dated(String line, List<Found> found, List<String> authors, String firstLabel) {
        List<Labelled> dates = new ArrayList<>();
        String label = firstLabel;
        int end = 0;
        boolean firstPublished = false;
        for (Found one : found) {
            String between = end == 0 ? label : line.substring(end, one.start());
            if (end > 0
                    && (between.length() > MAX_BETWEEN
                            || !DateLabels.isOfPublication(between) && !DateLabels.isOfChange(between))) {
                break;
            }
            boolean published = DateLabels.isOfPublication(between);
            firstPublished |= end > 0 && published;
            dates.add(new Labelled(one.date(), DateLabels.isOfChange(between)));
            end = one.end();
        }
        // "12:35 … First published on 09:51": the date before the label is that of the last change.
        if (firstPublished && !DateLabels.isOfPublication(firstLabel)) {
            dates.set(0, new Labelled(dates.get(0).date(), true));
        }
        int share = DateLabels.gluedShareWord(line.substring(end));
        int start = end + share;
        boolean glued = start < line.length()
                && !Character.isWhitespace(line.charAt(start))
                && (Character.isUpperCase(line.charAt(start)) || "“\"‘«".indexOf(line.charAt(start)) >= 0);
        return glued
                ? Optional.of(new GluedHead(authors, dates, line.substring(0, start), line.substring(start)))
                : Optional.empty();
    }

    private static String withoutWeekday(String text) {
        String rest = text.replaceFirst("[\\s,]+$", "");
        int length = WEEKDAYS.stream()
                .filter(rest::endsWith)
                .mapToInt(String::length)
                .max()
                .orElse(0);
        return rest.substring(0, rest.length() - length);
    }
}
