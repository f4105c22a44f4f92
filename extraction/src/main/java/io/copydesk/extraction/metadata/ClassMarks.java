package io.copydesk.extraction.metadata;

import io.copydesk.extraction.resource.WordLists;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * What an element's class and id say about dates and bylines, as bits. A page repeats few class attributes many times, so each is read once. The
 * words are in {@code class-marks.txt}. Not thread-safe; one instance for each page.
 */
final class ClassMarks {

    /** Holds a date. */
    static final int DATE = 1;
    /** Names a change. */
    static final int CHANGE = 1 << 1;
    /** Names a publication. */
    static final int PUBLISH = 1 << 2;
    /** Holds the day of the visit or a copyright year. */
    static final int TODAY = 1 << 3;
    /** Comments, which have {@link #COMMENT} as well, related articles and the like. */
    static final int ASIDE = 1 << 4;
    /** A list of the most read, most shared. */
    static final int MOST = 1 << 5;

    static final int WIDGET = 1 << 6;
    /** Of a page builder that calls all parts of a page widgets. */
    static final int BUILDER = 1 << 7;

    static final int FOOTER = 1 << 8;
    /** Of the article, so that a footer is the article's own. */
    static final int OWN = 1 << 9;
    /** About an author: a portrait, a biography. */
    static final int ABOUT = 1 << 10;
    /** Holds an author's name. */
    static final int NAME = 1 << 11;
    /** Holds a byline. */
    static final int BYLINE = 1 << 12;

    /** Comments. */
    static final int COMMENT = 1 << 13;

    /** A list of {@code class-marks.txt} and the mark that it gives. */
    private record Parts(int mark, List<String> parts) {

        boolean matches(String words) {
            for (String part : parts) {
                if (words.contains(part)) {
                    return true;
                }
            }
            return false;
        }
    }

    private static final WordLists LISTS = WordLists.of(ClassMarks.class, "class-marks.txt");

    private static final List<Parts> PARTS = List.of(
            parts(DATE, "DATE"),
            parts(CHANGE, "CHANGE"),
            parts(PUBLISH, "PUBLISH"),
            parts(TODAY, "TODAY"),
            parts(ASIDE, "ASIDE"),
            parts(MOST, "MOST"),
            parts(WIDGET, "WIDGET"),
            parts(BUILDER, "BUILDER"),
            parts(FOOTER, "FOOTER"),
            parts(OWN, "OWN"),
            parts(ABOUT, "ABOUT"),
            parts(ASIDE | COMMENT, "COMMENT"));

    /** Without one of these neither of the patterns matches. */
    private static final Parts AUTHOR = parts(NAME, "AUTHOR");

    private static final Pattern NAMED = Pattern.compile("(^|[-_ ])(author|byline|autor)s?[-_]*names?");
    private static final Pattern LINE = Pattern.compile("(^|[-_ ])(by-?line|author|autor|writer)s?(by)?($|[-_ ])");

    private final Map<String, Integer> known = new HashMap<>();

    /** The marks of the element's class and id together. */
    int of(Element e) {
        return e.attributesSize() == 0 ? 0 : of(e.attr("class")) | of(e.attr("id"));
    }

    private int of(String words) {
        if (words.isEmpty()) {
            return 0;
        }
        Integer marks = known.get(words);
        if (marks == null) {
            marks = read(words.toLowerCase(Locale.ROOT));
            known.put(words, marks);
        }
        return marks;
    }

    private static int read(String words) {
        int marks = 0;
        for (Parts each : PARTS) {
            marks |= each.matches(words) ? each.mark : 0;
        }
        if (AUTHOR.matches(words)) {
            marks |= NAMED.matcher(words).find() ? NAME : 0;
            marks |= LINE.matcher(words).find() ? BYLINE : 0;
        }
        return marks;
    }

    private static Parts parts(int mark, String list) {
        return new Parts(mark, LISTS.get(list));
    }
}
