package io.copydesk.extraction.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.NodeTraversor;

/**
 * The classes and ids that the page's own style elements hide from all readers: rules for one class or id, in no media query, that do nothing but
 * {@code display: none} (CSS 2.2 §9.2.4). Scripts show much of what other rules hide, such as tabs and footnotes, so those do not count, nor does a
 * class of several elements.
 *
 * @param classes without the dot
 * @param ids without the hash
 */
record StyleSheets(Set<String> classes, Set<String> ids) {

    /** Characters of style sheets read at most. */
    private static final int MAX_CHARS = 200_000;

    /** Classes after which no further style element is read. */
    private static final int MAX_NAMES = 50;

    private static final String HIDDEN = "display:none";
    /** Characters of declarations that hide an element at most, blanks included. */
    private static final int MAX_DECLARATIONS = 200;

    private static final Pattern UNIMPORTANT = Pattern.compile("\\s|;|!important");
    private static final Pattern CLASS = Pattern.compile("\\.[\\w-]+");
    private static final Pattern ID = Pattern.compile("#[\\w-]+");

    static StyleSheets of(Document document) {
        Set<String> classes = new HashSet<>();
        Set<String> ids = new HashSet<>();
        for (Element style : styles(document)) {
            String css = style.data();
            if (classes.size() < MAX_NAMES
                    && css.length() <= MAX_CHARS
                    && css.contains("none")
                    && !style.hasAttr("media")) {
                read(css, classes, ids);
            }
        }
        if (!classes.isEmpty()) {
            Map<String, Integer> counts = counts(document, classes);
            classes.removeIf(name -> counts.getOrDefault(name, 0) != 1);
        }
        return new StyleSheets(classes, ids);
    }

    /** A walk of its own, as a query of jsoup costs a multiple. */
    private static List<Element> styles(Document document) {
        List<Element> styles = new ArrayList<>();
        NodeTraversor.traverse(
                (node, depth) -> {
                    if (node instanceof Element element && element.normalName().equals("style")) {
                        styles.add(element);
                    }
                },
                document);
        return styles;
    }

    private static Map<String, Integer> counts(Document document, Set<String> classes) {
        Map<String, Integer> counts = new HashMap<>();
        NodeTraversor.traverse(
                (node, depth) -> {
                    if (node instanceof Element element && element.attributesSize() > 0) {
                        StringTokenizer names = new StringTokenizer(element.className());
                        while (names.hasMoreTokens()) {
                            String name = names.nextToken();
                            if (classes.contains(name)) {
                                counts.merge(name, 1, Integer::sum);
                            }
                        }
                    }
                },
                document);
        return counts;
    }

    private static void read(String css, Set<String> classes, Set<String> ids) {
        int from = 0;
        int depth = 0;
        char[] chars = css.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            char c = chars[i];
            if (c == '{' && depth++ == 0) {
                int end = css.indexOf('}', i);
                if (end > 0 && mayHide(css, i + 1, end)) {
                    rule(css.substring(from, i), css.substring(i + 1, end), classes, ids);
                }
            } else if (c == '}') {
                depth = Math.max(0, depth - 1);
                from = i + 1;
            } else if (c == ';' && depth == 0) {
                from = i + 1;
            }
        }
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
        String only = UNIMPORTANT.matcher(declarations).replaceAll("").toLowerCase(Locale.ROOT);
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

    boolean hides(Element element) {
        if (classes.isEmpty() && ids.isEmpty() || element.attributesSize() == 0) {
            return false;
        }
        return !ids.isEmpty() && ids.contains(element.id()) || !classes.isEmpty() && hasHidden(element.className());
    }

    private boolean hasHidden(String names) {
        StringTokenizer each = new StringTokenizer(names);
        while (each.hasMoreTokens()) {
            if (classes.contains(each.nextToken())) {
                return true;
            }
        }
        return false;
    }
}
