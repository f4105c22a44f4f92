package io.copydesk.extraction.metadata;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** The page's authors: JSON-LD, then meta tags, then what is marked as a byline. */
final class PageAuthors {

    private static final String[] META = {
        "author", "article:author", "parsely-author", "dc.creator", "dcterms.creator", "sailthru.author", "byl",
        "article:author_name", "authors", "citation_author", "og:article:author", "rbauthors", "dc:creator",
                "cxenseparse:author"
    };
    private static final Pattern AUTHOR_LINK = Pattern.compile("(?i)\\bauthor\\b");
    private static final Pattern AUTHOR_NAME = Pattern.compile("(?i)(^|[-_ ])(author|byline)[-_]?name");
    private static final Pattern BYLINE = Pattern.compile("(?i)(^|[-_ ])byline|(^| )author( |$)");
    private static final Pattern CARD = Pattern.compile("(?i)(^| )vcard( |$)");

    /** How bylines are marked, the most exact way first. */
    private static final List<Predicate<Element>> MARKED = List.of(
            e -> isItem(e, "name") && isWithin(e, up -> isItem(up, "author")),
            e -> isItem(e, "author"),
            e -> e.normalName().equals("a")
                    && AUTHOR_LINK.matcher(e.attr("rel")).find(),
            e -> hasClass(e, AUTHOR_NAME),
            e -> hasClass(e, BYLINE) || e.hasClass("fn") && isWithin(e, up -> hasClass(up, CARD)));

    private static final int MAX_TEXT = 120;

    private PageAuthors() {}

    static List<String> of(PageElements page, MetaTags meta, JsonLdArticle jsonLd) {
        List<String> names = AuthorNames.of(jsonLd.authors());
        if (!names.isEmpty()) {
            return names;
        }
        for (String name : META) {
            names = AuthorNames.of(meta.all(name));
            if (!names.isEmpty()) {
                return names;
            }
        }
        List<Element> candidates = candidates(page);
        for (Predicate<Element> marked : MARKED) {
            Set<String> texts = new LinkedHashSet<>();
            for (Element e : candidates) {
                if (!marked.test(e)) {
                    continue;
                }
                String text = ShortText.of(e, MAX_TEXT);
                if (text != null && !isInComments(e)) {
                    texts.add(text);
                }
                if (texts.size() > 4) {
                    break;
                }
            }
            names = AuthorNames.of(new ArrayList<>(texts));
            if (!names.isEmpty()) {
                return names;
            }
        }
        return List.of();
    }

    /** The elements that may be marked as a byline; few of a page's elements are. */
    private static List<Element> candidates(PageElements page) {
        List<Element> found = new ArrayList<>();
        Map<String, Boolean> known = new HashMap<>();
        for (Element e : page.all()) {
            if (e.attributesSize() > 0
                    && (e.hasAttr("itemprop")
                            || e.hasAttr("rel")
                            || known.computeIfAbsent(e.attr("class"), PageAuthors::mayMarkByline))) {
                found.add(e);
            }
        }
        return found;
    }

    private static boolean mayMarkByline(String classes) {
        String lower = classes.toLowerCase(Locale.ROOT);
        return lower.contains("author") || lower.contains("byline") || lower.contains("fn");
    }

    private static boolean isItem(Element element, String property) {
        return element.attr("itemprop").strip().equalsIgnoreCase(property);
    }

    private static boolean hasClass(Element element, Pattern pattern) {
        String classes = element.attr("class");
        return !classes.isEmpty() && pattern.matcher(classes).find();
    }

    private static boolean isWithin(Element element, Predicate<Element> outer) {
        for (Element e = element.parent(); e != null; e = e.parent()) {
            if (outer.test(e)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInComments(Element element) {
        int steps = 0;
        for (Element e = element; e != null && steps < 10; e = e.parent(), steps++) {
            String classes = e.className() + e.id();
            if (classes.contains("comment")
                    || classes.contains("related")
                    || classes.contains("sidebar")
                    || e.normalName().equals("aside")
                    || e.normalName().equals("footer")) {
                return true;
            }
        }
        return false;
    }
}
