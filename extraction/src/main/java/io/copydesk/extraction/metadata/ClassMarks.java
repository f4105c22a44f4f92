package io.copydesk.extraction.metadata;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * What an element's class and id say about dates and bylines, as bits. A page repeats few class attributes many times, so each is looked at
 * once. Not thread-safe; one for each page.
 */
final class ClassMarks {

    /** Holds a date. */
    static final int DATE = 1;
    /** Speaks of a change. */
    static final int CHANGE = 1 << 1;
    /** Speaks of publication. */
    static final int PUBLISH = 1 << 2;
    /** Holds the day of the visit or the year of a copyright. */
    static final int TODAY = 1 << 3;
    /** Comments, related articles and the like. */
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

    private static final String[] DATES = {
        "date", "time", "publish", "posted", "byline", "meta", "datum", "fecha", "created", "submitted"
    };
    private static final String[] ASIDES = {"comment", "related", "sidebar", "teaser", "recommend"};
    private static final String[] TODAYS = {"today", "current-date", "currentdate", "copyright"};
    private static final String[] ABOUTS = {
        "bio", "about", "avatar", "image", "photo", "picture", "desc", "social", "follow", "title", "job", "role"
    };
    private static final String[] AUTHORS = {"author", "autor", "line", "writer"};
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
        int marks = bit(words, DATE, DATES)
                | bit(words, CHANGE, "update", "modified")
                | bit(words, PUBLISH, "publish")
                | bit(words, TODAY, TODAYS)
                | bit(words, ASIDE, ASIDES)
                | bit(words, MOST, "most-")
                | bit(words, WIDGET, "widget")
                | bit(words, BUILDER, "elementor")
                | bit(words, FOOTER, "footer")
                | bit(words, OWN, "post-", "entry-", "article")
                | bit(words, ABOUT, ABOUTS);
        if (bit(words, NAME, AUTHORS) != 0) {
            marks |= NAMED.matcher(words).find() ? NAME : 0;
            marks |= LINE.matcher(words).find() ? BYLINE : 0;
        }
        return marks;
    }

    private static int bit(String words, int bit, String... parts) {
        for (String part : parts) {
            if (words.contains(part)) {
                return bit;
            }
        }
        return 0;
    }
}
