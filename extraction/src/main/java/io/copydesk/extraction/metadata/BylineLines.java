package io.copydesk.extraction.metadata;

import io.copydesk.extraction.date.DateReader;
import io.copydesk.extraction.dom.PageTree;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Which lines of short elements are bylines, and which of their parts are names. Stateless and thread-safe. */
final class BylineLines {

    /** Nodes beside each other in a byline at most. */
    private static final int MAX_PARTS = 12;

    private static final int MAX_DEPTH = 8;

    private static final String BETWEEN = " | ";
    private static final String DASH = " - ";
    private static final String BARS = "|·•";

    private BylineLines() {}

    /** The first of {@code lines}, which bars separate, that holds a name, and those below it that are nothing but a name. */
    static @Nullable String names(@Nullable String lines) {
        if (lines == null || lines.indexOf('|') < 0) {
            return lines;
        }
        StringBuilder names = new StringBuilder();
        for (String line : lines.split(" \\| ")) {
            String dated = BylineText.withoutDates(line);
            if (names.isEmpty() ? !AuthorNames.of(List.of(dated)).isEmpty() : isName(dated)) {
                names.append(names.isEmpty() ? "" : BETWEEN).append(line);
            }
        }
        return names.isEmpty() ? null : names.toString();
    }

    /**
     * The names of a short element that begins with a label in one element and goes on with names in another: {@code By <a>Mara Velt</a>}; {@code null}
     * when it is none.
     *
     * @param max characters of its text at most
     */
    static @Nullable String labelled(PageTree page, int i, int max) {
        if (!startsWithLabel(page, i) || page.element(i).childNodeSize() > MAX_PARTS) {
            return null;
        }
        String line = ShortText.lines(page.element(i), max);
        if (line == null) {
            return null;
        }
        int bar = line.indexOf(BETWEEN);
        boolean label = bar >= 0 && AuthorNames.isLabel(line.substring(0, bar));
        String text = label ? line.substring(0, bar) + ' ' + line.substring(bar + BETWEEN.length()) : line;
        String names = AuthorNames.withoutPrefix(text);
        int end = names.indexOf(BETWEEN);
        String first = BylineText.withoutDates(end < 0 ? names : names.substring(0, end));
        List<String> found = names.equals(text) ? List.of() : AuthorNames.of(List.of(first));
        return !found.isEmpty() && found.stream().allMatch(AuthorNames::looksLikePersons) ? first : null;
    }

    /** Whether the first text in {@code i} begins with a label of an author. */
    private static boolean startsWithLabel(PageTree page, int i) {
        int at = i;
        for (int depth = 0; depth < MAX_DEPTH && at >= 0 && !page.isText(at); depth++) {
            at = first(page, at);
        }
        return at >= 0
                && page.isText(at)
                && AuthorNames.startsWithPrefix(page.text(at).strip());
    }

    /** The first node right inside {@code i} that is no blank, -1 when there is none. */
    private static int first(PageTree page, int i) {
        int child = i + 1;
        while (child < page.end(i) && page.isText(child) && page.length(child) == 0) {
            child++;
        }
        return child < page.end(i) ? child : -1;
    }

    /** The text of an element that has no others inside, when it is nothing but names; {@code null} otherwise. */
    static @Nullable String alone(Element e, int max) {
        Node only = e.childNodeSize() == 1 ? e.childNode(0) : null;
        if (!(only instanceof TextNode text) || text.getWholeText().length() > max) {
            return null;
        }
        String line = text.getWholeText().strip();
        return !line.isEmpty() && Stream.of(line.split(",\\s*")).allMatch(BylineLines::isName) ? line : null;
    }

    /**
     * The name that opens the text of an element, up to a bar, a dash between blanks or a comma and an office or a date; {@code null} when there is
     * none.
     */
    static @Nullable String first(Element e, int max) {
        boolean words = e.childNodeSize() > 0
                && e.childNodeSize() <= MAX_PARTS
                && e.childNode(0) instanceof TextNode text
                && !text.isBlank();
        String line = words ? ShortText.lines(e, max) : null;
        if (line == null) {
            return null;
        }
        int end = 0;
        while (end < line.length() && BARS.indexOf(line.charAt(end)) < 0 && !line.startsWith(DASH, end)) {
            end++;
        }
        int comma = line.lastIndexOf(',', end);
        end = comma > 0 && AuthorNames.namesRole(line.substring(comma, end)) ? line.indexOf(',') : end;
        int first = line.indexOf(',');
        end = first > 0 && first < end && isDate(line.substring(first + 1)) ? first : end;
        String name = line.substring(0, end).strip();
        return end < line.length() && isName(name) ? name : null;
    }

    /**
     * The name in {@code names} that something else follows behind a comma, as the place where the text was written, one capitalised word, or what the
     * author is; {@code null} otherwise.
     */
    static @Nullable String beforePlace(String names) {
        int comma = names.indexOf(',');
        String place = names.substring(comma + 1).strip();
        if (comma <= 0 || place.isEmpty() || !isName(names.substring(0, comma))) {
            return null;
        }
        boolean one = place.indexOf(' ') < 0 && Character.isUpperCase(place.charAt(0));
        return one || isOfficeOrNote(place) ? names.substring(0, comma) : null;
    }

    /** Whether {@code words} name an office, or have some in small letters and none that names are joined by. */
    private static boolean isOfficeOrNote(String words) {
        List<String> all = List.of(words.split("\\s+"));
        return AuthorNames.namesRole(words)
                || all.size() >= 2
                        && all.stream().anyMatch(word -> Character.isLowerCase(word.codePointAt(0)))
                        && all.stream().noneMatch(AuthorNames::isJoint)
                        && !AuthorNames.looksLikePersons(words);
    }

    /** {@code line} without a place behind its only name. */
    static String withoutPlace(String line) {
        String name = beforePlace(AuthorNames.withoutPrefix(line));
        return name == null ? line : name;
    }

    /** Whether {@code line} is a date with its label, or the address of a mail, and nothing else. */
    static boolean isDateOrMail(String line) {
        return line.indexOf('@') > 0 && line.indexOf(' ') < 0 || isDate(line);
    }

    /** Whether {@code line} is a date with its label and nothing else. */
    static boolean isDate(String line) {
        return DateReader.hasDate(line) && BylineText.withoutDates(line).isEmpty();
    }

    /** Two or three words with a capital, or in capitals. */
    static boolean isName(String line) {
        String[] words = line.strip().split("\\s+");
        return words.length >= 2
                && words.length <= 3
                && Stream.of(words).allMatch(word -> word.length() > 1 && Character.isUpperCase(word.codePointAt(0)))
                && AuthorNames.looksLikePersons(line)
                && (line.equals(line.toUpperCase(Locale.ROOT))
                        || Stream.of(words).noneMatch(word -> Character.isUpperCase(word.charAt(1))));
    }

    /** Whether {@code text} is a name, an office behind a comma, and a date. */
    static boolean isOffice(String text) {
        String names = BylineText.withoutDates(text);
        int comma = names.indexOf(',');
        return comma > 0
                && !names.equals(text)
                && AuthorNames.namesRole(names.substring(comma))
                && AuthorNames.looksLikePersons(names.substring(0, comma));
    }
}
