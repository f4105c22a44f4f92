package io.copydesk.extraction.page;

import io.copydesk.extraction.dom.PageTree;
import io.copydesk.extraction.dom.RawText;
import io.copydesk.extraction.dom.Tag;
import io.copydesk.extraction.resource.WordHashes;
import io.copydesk.schemas.LowerCase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The classes and ids that the page's own style elements hide from all readers: rules for one class or id, in no media query, that do nothing but
 * {@code display: none} (CSS 2.2 §9.2.4). Scripts show much of what other rules hide, such as tabs and footnotes, so those do not count, nor does a
 * class of several elements.
 *
 * <p>One instance for each page.
 */
final class StyleSheets {

    /** Characters of style sheets read at most. */
    private static final int MAX_CHARS = 200_000;

    /** Classes after which no further style element is read. */
    private static final int MAX_NAMES = 50;

    private static final String HIDDEN = "display:none";
    /** Characters of declarations that hide an element at most, blanks included. */
    private static final int MAX_DECLARATIONS = 200;

    /** Between the names in a class attribute. */
    private static final String BLANKS = " \t\n\r\f";

    private static final Pattern UNIMPORTANT = Pattern.compile("\\s|;|!important");
    private static final Pattern CLASS = Pattern.compile("\\.[\\w-]+");
    private static final Pattern ID = Pattern.compile("#[\\w-]+");

    private final PageTree page;
    /** By the numbers of values of class and id attributes: whether a class in it is hidden, and whether it is a hidden id. */
    private final boolean[] classes;

    private final boolean[] ids;
    private final boolean none;

    private StyleSheets(PageTree page, Set<String> classes, Set<String> ids) {
        this.page = page;
        this.none = classes.isEmpty() && ids.isEmpty();
        this.classes = new boolean[none ? 0 : page.names()];
        this.ids = new boolean[none ? 0 : page.names()];
        WordHashes hashes = WordHashes.of(classes);
        for (int name = 0; name < this.ids.length; name++) {
            this.ids[name] = ids.contains(page.name(name));
            this.classes[name] = !amongThem(page.name(name), classes, hashes).isEmpty();
        }
    }

    static StyleSheets of(PageTree page) {
        Set<String> classes = new HashSet<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < page.size(); i++) {
            if (!page.isText(i)
                    && page.tag(i) == Tag.STYLE
                    && classes.size() < MAX_NAMES
                    && !page.hasAttr(i, "media")) {
                String css = RawText.of(page.element(i));
                if (css.length() <= MAX_CHARS && css.contains("none")) {
                    read(css, classes, ids);
                }
            }
        }
        if (!classes.isEmpty()) {
            Map<String, Integer> counts = counts(page, classes);
            classes.removeIf(name -> counts.getOrDefault(name, 0) != 1);
        }
        return new StyleSheets(page, classes, ids);
    }

    /** How often each of {@code classes} is among the classes of an element. */
    private static Map<String, Integer> counts(PageTree page, Set<String> classes) {
        int[] elements = new int[page.names()];
        for (int i = 0; i < page.size(); i++) {
            if (!page.isText(i)) {
                elements[page.classes(i)]++;
            }
        }
        Map<String, Integer> counts = new HashMap<>();
        WordHashes hashes = WordHashes.of(classes);
        for (int name = 1; name < elements.length; name++) {
            int found = elements[name];
            if (found > 0) {
                amongThem(page.name(name), classes, hashes).forEach(one -> counts.merge(one, found, Integer::sum));
            }
        }
        return counts;
    }

    /** Reads the rules that are in no other block. */
    private static void read(String css, Set<String> classes, Set<String> ids) {
        int from = 0;
        int open = css.indexOf('{');
        while (open >= 0) {
            int end = css.indexOf('}', open);
            if (end < 0) {
                return;
            }
            if (mayHide(css, open + 1, end)) {
                rule(css.substring(startOfRule(css, from, open), open), css.substring(open + 1, end), classes, ids);
            }
            from = endOfBlock(css, open, end);
            open = css.indexOf('{', from);
        }
    }

    /** Behind the last mark between {@code from} and {@code open} that ends another rule. */
    private static int startOfRule(String css, int from, int open) {
        int start = open;
        while (start > from && css.charAt(start - 1) != '}' && css.charAt(start - 1) != ';') {
            start--;
        }
        return start;
    }

    /**
     * One after the end of the block that opens at {@code open}; the end of the sheet when it is not closed.
     *
     * @param close the first closing bracket behind it
     */
    private static int endOfBlock(String css, int open, int close) {
        int depth = 1;
        int nextOpen = indexOf(css, '{', open + 1);
        int nextClose = close;
        while (nextClose < css.length()) {
            if (nextOpen < nextClose) {
                depth++;
                nextOpen = indexOf(css, '{', nextOpen + 1);
            } else if (--depth == 0) {
                return nextClose + 1;
            } else {
                nextClose = indexOf(css, '}', nextClose + 1);
            }
        }
        return css.length();
    }

    private static int indexOf(String css, char c, int from) {
        int at = css.indexOf(c, from);
        return at < 0 ? css.length() : at;
    }

    /** Whether declarations may be nothing but {@code display:none}, by their length and first character; most rules are neither. */
    private static boolean mayHide(String css, int from, int to) {
        if (to - from < HIDDEN.length() || to - from > MAX_DECLARATIONS) {
            return false;
        }
        int first = from;
        while (first < to && css.charAt(first) <= ' ') {
            first++;
        }
        return first < to && "dD;!".indexOf(css.charAt(first)) >= 0;
    }

    private static void rule(String selectors, String declarations, Set<String> classes, Set<String> ids) {
        String only = LowerCase.of(UNIMPORTANT.matcher(declarations).replaceAll(""));
        if (!only.equals(HIDDEN)) {
            return;
        }
        for (String selector : selectors.split(",")) {
            String name = selector.strip();
            if (classes.size() < MAX_NAMES && CLASS.matcher(name).matches()) {
                classes.add(name.substring(1));
            } else if (ID.matcher(name).matches()) {
                ids.add(name.substring(1));
            }
        }
    }

    /** Whether element {@code i} is hidden. */
    boolean hides(int i) {
        return !none && (ids[page.id(i)] || classes[page.classes(i)]);
    }

    /**
     * Those of the classes in a class attribute that are among {@code classes}.
     *
     * @param hashes of {@code classes}: no string is made of the others
     */
    private static List<String> amongThem(String attribute, Set<String> classes, WordHashes hashes) {
        List<String> found = List.of();
        int start = 0;
        int hash = 0;
        for (int i = 0; i <= attribute.length() && !classes.isEmpty(); i++) {
            char c = i < attribute.length() ? attribute.charAt(i) : ' ';
            if (c > ' ' || BLANKS.indexOf(c) < 0) {
                hash = 31 * hash + c;
                continue;
            }
            if (i > start && hashes.mayHold(hash) && classes.contains(attribute.substring(start, i))) {
                found = found.isEmpty() ? new ArrayList<>() : found;
                found.add(attribute.substring(start, i));
            }
            start = i + 1;
            hash = 0;
        }
        return found;
    }
}
