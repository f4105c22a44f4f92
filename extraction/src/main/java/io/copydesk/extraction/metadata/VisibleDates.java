package io.copydesk.extraction.metadata;

import io.copydesk.extraction.date.DateReader;
import io.copydesk.extraction.date.DateReader.Found;
import io.copydesk.extraction.date.WrittenDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Publication dates from what readers see. */
final class VisibleDates {

    private static final int MAX_ELEMENTS = 60;
    private static final int MAX_TEXT = 120;
    /** Parts of class attributes. */
    private static final List<String> MARKED =
            List.of("publish", "date", "posted", "byline", "time", "meta", "datum", "fecha");

    private static final Set<String> LINES = Set.of(
            "p", "span", "div", "td", "li", "em", "i", "small", "b", "strong", "font", "h2", "h3", "h4", "h5", "h6",
            "a", "dd");

    private VisibleDates() {}

    /** The date in an element that says it is the day of publication. */
    static WrittenDate declared(PageElements page, boolean dayFirst, Predicate<WrittenDate> believable) {
        int seen = 0;
        for (Element e : page.all()) {
            if (!isDeclared(e)) {
                continue;
            }
            if (seen++ > MAX_ELEMENTS) {
                return null;
            }
            for (String value : List.of(e.attr("datetime"), e.attr("content"), e.attr("title"), shortText(e))) {
                WrittenDate date = value.isEmpty() || isAside(e)
                        ? null
                        : DateReader.read(value, dayFirst).filter(believable).orElse(null);
                if (date != null) {
                    return date;
                }
            }
        }
        return null;
    }

    /** The date in an element that is marked as holding one; those before the first heading's end are as good as those after. */
    static WrittenDate markup(PageElements page, boolean dayFirst, Predicate<WrittenDate> believable) {
        int seen = 0;
        WrittenDate fallback = null;
        Map<String, Boolean> known = new HashMap<>();
        for (Element e : page.all()) {
            if (!isMarked(e, known)) {
                continue;
            }
            if (seen++ > MAX_ELEMENTS * 5) {
                break;
            }
            if (e.hasClass("updated") && !e.hasClass("published")
                    || e.attr("itemprop").equals("dateModified")) {
                continue;
            }
            WrittenDate date = null;
            for (String value : List.of(e.attr("datetime"), e.attr("content"), shortText(e))) {
                if (date == null && !value.isEmpty()) {
                    date = DateReader.read(value, dayFirst).filter(believable).orElse(null);
                }
            }
            if (date == null) {
                continue;
            }
            if (!isAside(e)) {
                return date;
            }
            fallback = fallback == null ? date : fallback;
        }
        return fallback;
    }

    /** The first date in a short line of its own, else the first one in the page's text. */
    static WrittenDate text(PageElements page, Document document, boolean dayFirst, Predicate<WrittenDate> believable) {
        for (Element e : page.all()) {
            if (!LINES.contains(e.normalName()) || !hasDigit(e)) {
                continue;
            }
            String own = e.ownText();
            if (own.length() < 8 || own.length() > MAX_TEXT || isAside(e)) {
                continue;
            }
            WrittenDate date = DateReader.read(own, dayFirst).filter(believable).orElse(null);
            if (date != null) {
                return date;
            }
        }
        String text = document.body() == null ? "" : document.body().text();
        for (Found found : DateReader.findAll(text, dayFirst)) {
            if (believable.test(found.date())) {
                return found.date();
            }
        }
        return null;
    }

    private static boolean isDeclared(Element e) {
        if (e.attributesSize() == 0) {
            return false;
        }
        boolean time = e.normalName().equals("time");
        return isPublicationItem(e)
                || time && e.hasAttr("pubdate")
                || (time || e.normalName().equals("abbr")) && e.hasClass("published");
    }

    private static boolean isPublicationItem(Element e) {
        return e.attr("itemprop").strip().equalsIgnoreCase("datePublished");
    }

    /** {@code known} holds the class attributes of the page that were looked at before. */
    private static boolean isMarked(Element e, Map<String, Boolean> known) {
        if (e.normalName().equals("time")) {
            return true;
        }
        if (e.attributesSize() == 0) {
            return false;
        }
        String classes = e.attr("class");
        return !classes.isEmpty() && known.computeIfAbsent(classes, VisibleDates::isMarkedClass)
                || e.attr("id").toLowerCase(Locale.ROOT).contains("date")
                || isPublicationItem(e);
    }

    /** Whether a digit stands right inside: no date is written without one. */
    private static boolean hasDigit(Element e) {
        for (int i = 0; i < e.childNodeSize(); i++) {
            if (e.childNode(i) instanceof TextNode text && DateReader.hasDigit(text.getWholeText())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMarkedClass(String classes) {
        String lower = classes.toLowerCase(Locale.ROOT);
        return MARKED.stream().anyMatch(lower::contains);
    }

    private static String shortText(Element e) {
        String text = ShortText.of(e, MAX_TEXT);
        return text == null ? "" : text;
    }

    private static boolean isAside(Element element) {
        int steps = 0;
        for (Element e = element; e != null && steps < 12; e = e.parent(), steps++) {
            switch (e.normalName()) {
                case "aside", "nav", "footer" -> {
                    return true;
                }
                default -> {
                    String classes = e.className().toLowerCase(Locale.ROOT);
                    if (steps > 0
                            && (classes.contains("comment")
                                    || classes.contains("related")
                                    || classes.contains("sidebar")
                                    || classes.contains("footer")
                                    || classes.contains("widget"))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
