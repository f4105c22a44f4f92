package io.copydesk.extraction.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The properties that a page's markup gives its article (HTML microdata): a property belongs to the nearest item around it. */
final class Microdata {

    private static final int MAX_VALUES = 40;
    private static final int MAX_TEXT = 1000;

    private final List<Element> properties;

    Microdata(PageElements page) {
        properties = page.properties();
    }

    /** The first text of {@code property}, {@code null} when the article has none. */
    @Nullable
    String first(String property) {
        List<String> values = all(property);
        return values.isEmpty() ? null : values.get(0);
    }

    /** The texts of {@code property}, in document order. */
    List<String> all(String property) {
        return values(property, e -> e.hasAttr("content") ? e.attr("content") : ShortText.of(e, MAX_TEXT));
    }

    /** The addresses that {@code property} names, in document order. */
    List<String> addresses(String property) {
        return values(property, e -> e.hasAttr("src") ? e.attr("src") : e.attr(e.hasAttr("href") ? "href" : "content"));
    }

    private List<String> values(String property, Function<Element, @Nullable String> read) {
        List<String> values = new ArrayList<>();
        for (Element element : properties) {
            if (values.size() < MAX_VALUES
                    && element.attr("itemprop").strip().equals(property)
                    && isOfArticle(element)) {
                String raw = read.apply(element);
                String value = raw == null ? null : Markup.oneLine(raw);
                if (value != null) {
                    values.add(value);
                }
            }
        }
        return values;
    }

    private static boolean isOfArticle(Element element) {
        for (Element up = element.parent(); up != null; up = up.parent()) {
            if (up.hasAttr("itemscope")) {
                String type = up.attr("itemtype");
                return type.endsWith("Article") || type.endsWith("BlogPosting");
            }
        }
        return false;
    }
}
