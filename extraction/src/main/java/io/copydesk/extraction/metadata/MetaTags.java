package io.copydesk.extraction.metadata;

import io.copydesk.schemas.LowerCase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The meta tags of a page by lower-case name, property or itemprop, each with its values in order. */
final class MetaTags {

    private static final int MAX = 2000;

    /** The values as written: of most names nobody asks. */
    private final Map<String, List<String>> written = new HashMap<>();

    private final Map<String, List<String>> lines = new HashMap<>();

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
            String content = meta.attr(attribute);
            for (String naming : List.of("property", "name", "itemprop", "http-equiv")) {
                String value = meta.attr(naming);
                String name = value.isEmpty() ? "" : LowerCase.of(value.strip());
                if (!name.isEmpty()) {
                    tags.written.computeIfAbsent(name, k -> new ArrayList<>(1)).add(content);
                }
            }
        }
        return tags;
    }

    /** The first value of the first of {@code names} that has one, else {@code null}. */
    @Nullable
    String first(String... names) {
        for (String name : names) {
            List<String> found = lines(name);
            if (!found.isEmpty()) {
                return found.get(0);
            }
        }
        return null;
    }

    /** All values of the first of {@code names} that has any. */
    List<String> all(String... names) {
        for (String name : names) {
            List<String> found = lines(name);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** The values of {@code name} as lines of text; empty when it has none. */
    private List<String> lines(String name) {
        List<String> raw = written.get(name);
        return raw == null ? List.of() : lines.computeIfAbsent(name, k -> lines(raw));
    }

    private static List<String> lines(List<String> raw) {
        List<String> lines = new ArrayList<>(raw.size());
        for (String value : raw) {
            String line = Markup.oneLine(value);
            if (line != null) {
                lines.add(line);
            }
        }
        return lines;
    }
}
