package io.copydesk.extraction.metadata;

import io.copydesk.extraction.dom.PageTree;
import io.copydesk.extraction.resource.PartWords;
import io.copydesk.extraction.resource.WordLists;
import io.copydesk.schemas.LowerCase;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

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

    /** Holds a title; of classes only. */
    private static final int TITLE = 1 << 14;

    /** Without one of its parts neither of the patterns matches. */
    private static final int AUTHOR = 1 << 15;

    /** All but those two. */
    private static final int MARKS = TITLE - 1;

    private static final PartWords PARTS = parts();
    private static final Pattern NAMED =
            Pattern.compile("(^|[-_ ])(author|byline|autor|contributor|writer|reporter|journalist)s?[-_]*names?");
    private static final Pattern LINE = Pattern.compile(
            "(^|[-_ ])(by-?line|author|autor|autore|auteur|autoria|writer|reporter|journalist|contributor|columnist|muhabir|yazar|szerzo|"
                    + "forfatter|kirjoittaja|skribent|penulis)s?(by)?($|[-_ ])");

    /** Of a value that was not read yet. */
    private static final int UNKNOWN = -1;

    private final PageTree tree;
    /** The marks of the values of class and id attributes, by their numbers. */
    private final int[] known;

    ClassMarks(PageTree tree) {
        this.tree = tree;
        this.known = new int[tree.names()];
        Arrays.fill(known, UNKNOWN);
    }

    /** The page. */
    PageTree tree() {
        return tree;
    }

    /** The marks of the class and id of element {@code i} together. */
    int of(int i) {
        return tree.hasAttributes(i) ? (ofName(tree.classes(i)) | ofName(tree.id(i))) & MARKS : 0;
    }

    /** Whether the class of element {@code i} says that it holds a title. */
    boolean isCalledTitle(int i) {
        return (ofName(tree.classes(i)) & TITLE) != 0;
    }

    private int ofName(int number) {
        if (known[number] == UNKNOWN) {
            known[number] = read(LowerCase.of(apart(tree.name(number))));
        }
        return known[number];
    }

    /** {@code name} with a hyphen in front of each capital inside a word: {@code author-Text} of {@code authorText}. */
    private static String apart(String name) {
        StringBuilder words = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            if (i > 0 && Character.isUpperCase(name.charAt(i)) && Character.isLowerCase(name.charAt(i - 1))) {
                words.append('-');
            }
            words.append(name.charAt(i));
        }
        return words.toString();
    }

    private static int read(String words) {
        int marks = PARTS.in(words);
        if ((marks & AUTHOR) != 0) {
            marks |= NAMED.matcher(words).find() ? NAME : 0;
            marks |= LINE.matcher(words).find() ? BYLINE : 0;
        }
        return marks;
    }

    private static PartWords parts() {
        Map<String, Integer> bits = new HashMap<>();
        WordLists lists = WordLists.of(ClassMarks.class, "class-marks.txt");
        Map.ofEntries(
                        Map.entry("DATE", DATE),
                        Map.entry("CHANGE", CHANGE),
                        Map.entry("PUBLISH", PUBLISH),
                        Map.entry("TODAY", TODAY),
                        Map.entry("ASIDE", ASIDE),
                        Map.entry("MOST", MOST),
                        Map.entry("WIDGET", WIDGET),
                        Map.entry("BUILDER", BUILDER),
                        Map.entry("FOOTER", FOOTER),
                        Map.entry("OWN", OWN),
                        Map.entry("ABOUT", ABOUT),
                        Map.entry("COMMENT", ASIDE | COMMENT),
                        Map.entry("AUTHOR", AUTHOR))
                .forEach((list, mark) -> lists.get(list).forEach(part -> bits.merge(part, mark, (a, b) -> a | b)));
        WordLists.of(ClassMarks.class, "headline-classes.txt")
                .get("title")
                .forEach(part -> bits.merge(part, TITLE, (a, b) -> a | b));
        return PartWords.of(bits);
    }
}
