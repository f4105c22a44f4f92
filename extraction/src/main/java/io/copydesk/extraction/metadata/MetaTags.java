package io.copydesk.extraction.metadata;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The meta tags of a page by lower-case name, property or itemprop, each with its values in order. */
final class MetaTags {

    private static final int MAX = 2000;

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    static MetaTags of(PageElements page) {
        MetaTags tags = new MetaTags();
        int n = 0;
        for (Element meta : page.metas()) {
            String attribute = meta.hasAttr("content") ? "content" : "value";
            if (!meta.hasAttr(attribute)) {
                continue;
            }
            if (n++ > MAX) {
                break;
            }
            String content = Markup.oneLine(meta.attr(attribute));
            if (content == null) {
                continue;
            }
            for (String naming : List.of("property", "name", "itemprop", "http-equiv")) {
                String value = meta.attr(naming);
                String name = value.isEmpty() ? "" : value.strip().toLowerCase(Locale.ROOT);
                if (!name.isEmpty()) {
                    tags.values.computeIfAbsent(name, k -> new ArrayList<>(1)).add(content);
                }
            }
        }
        return tags;
    }

    /** The first value of the first of {@code names} that has one, else {@code null}. */
    @Nullable
    String first(String... names) {
        for (String name : names) {
            List<String> found = values.get(name);
            if (found != null) {
                return found.get(0);
            }
        }
        return null;
    }

    /** All values of the first of {@code names} that has any. */
    List<String> all(String... names) {
        for (String name : names) {
            List<String> found = values.get(name);
            if (found != null) {
                return found;
            }
        }
        return List.of();
    }
}
