package io.copydesk.extraction.text;

import io.copydesk.extraction.date.DateHint;
import io.copydesk.extraction.date.DateLabels;
import io.copydesk.extraction.date.DateReader;
import io.copydesk.extraction.date.DateReader.Found;
import io.copydesk.extraction.date.WrittenDate;
import io.copydesk.extraction.metadata.AuthorNames;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Classifies the first lines of a text by their form. */
final class HeadLines {

    /** Of all scripts; a question or an exclamation may be a headline. */
    private static final String FULL_STOPS = ".。।۔։።";

    private static final int MAX_HEADLINE = 200;
    private static final int MAX_STANDFIRST = 320;
    private static final int LONG = 160;
    private static final int MAX_BYLINE = 120;
    private static final int MAX_DATE_LINE = 120;

    private static final DateHint ANY_LANGUAGE = new DateHint(null, false);

    private HeadLines() {}

    /** A date, {@code null} when its month is ambiguous, and whether its label marks it as that of a change. */
    record Labelled(@Nullable WrittenDate date, boolean modified) {}

    static boolean isLong(String line) {
        return line.length() >= LONG;
    }

    /** A short line without a final full stop, with a longer paragraph among the lines that follow. */
    static boolean isHeadline(List<String> lines, int i) {
        return i < lines.size()
                && lines.get(i).length() <= MAX_HEADLINE
                && lines.get(i).indexOf(' ') > 0
                && !endsWithFullStop(lines.get(i))
                && longerFollows(lines, i);
    }

    static boolean isStandfirst(List<String> lines, int i) {
        return i < lines.size()
                && lines.get(i).length() <= MAX_STANDFIRST
                && lines.get(i).split(" ").length >= 5
                && !endsWithFullStop(lines.get(i))
                && !isDateLine(lines.get(i))
                && byline(lines.get(i)).isEmpty()
                && i + 1 < lines.size()
                && lines.get(i + 1).length() > lines.get(i).length()
                && longerFollows(lines, i);
    }

    private static boolean longerFollows(List<String> lines, int i) {
        for (int j = i + 1; j < Math.min(lines.size(), i + 9); j++) {
            if (isLong(lines.get(j)) || lines.get(j).length() > 80 && endsWithFullStop(lines.get(j))) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsWithFullStop(String line) {
        return !line.isEmpty() && FULL_STOPS.indexOf(line.charAt(line.length() - 1)) >= 0 && !line.endsWith("..");
    }

    /** Whether the line is one capitalised word. */
    static boolean isSectionLabel(String line) {
        return line.length() >= 3
                && line.length() <= 24
                && line.indexOf(' ') < 0
                && Character.isUpperCase(line.charAt(0))
                && line.chars().allMatch(c -> Character.isLetter(c) || c == '-' || c == '&');
    }

    /** The names in a line that starts like a byline; empty when it is no byline. */
    static List<String> byline(String line) {
        if (line.length() > MAX_BYLINE || line.endsWith(".")) {
            return List.of();
        }
        String names = AuthorNames.withoutPrefix(line);
        if (names.equals(line) || !looksLikeNames(names)) {
            return List.of();
        }
        return AuthorNames.of(List.of(names));
    }

    /** Every word is capitalised, but for the small ones inside names and between them. */
    static boolean looksLikeNames(String text) {
        String[] words = text.strip().split("[\\s,]+");
        int capitals = 0;
        for (String word : words) {
            boolean capital = !word.isEmpty()
                    && !Character.isLowerCase(word.codePointAt(0))
                    && Character.isLetter(word.codePointAt(0));
            if (!capital && word.length() > 4) {
                return false;
            }
            capitals += capital ? 1 : 0;
        }
        return words.length <= 12 && capitals > 0 && capitals * 2 >= words.length;
    }

    /** A line that is a date and little else. */
    static boolean isDateLine(String line) {
        if (line.length() > MAX_DATE_LINE) {
            return false;
        }
        int covered = 0;
        for (Found found : DateReader.findAll(line, ANY_LANGUAGE)) {
            covered += found.end() - found.start();
        }
        return covered > 0 && covered * 2 >= line.length() - 12;
    }

    static List<Labelled> dates(String line, DateHint hint) {
        List<Labelled> dates = new ArrayList<>();
        int from = 0;
        for (Found found : DateReader.findAll(line, hint)) {
            dates.add(new Labelled(found.date(), DateLabels.isOfChange(line.substring(from, found.start()))));
            from = found.end();
        }
        return dates;
    }
}
