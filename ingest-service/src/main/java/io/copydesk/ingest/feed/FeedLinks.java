package io.copydesk.ingest.feed;

import io.copydesk.ingest.xml.XmlElement;
import io.copydesk.schemas.LowerCase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Atom links (RFC 4287 §4.2.7), in Atom or other formats, and the base of relative ones (XML Base). */
final class FeedLinks {

    private static final String REGISTRY = "http://www.iana.org/assignments/relation/";

    private FeedLinks() {}

    /** The base within an element: its {@code xml:base}, itself relative to the outer one. */
    static @Nullable String base(XmlElement element, @Nullable String outer) {
        String declared = element.attribute("xml:base");
        String base = declared == null ? null : FeedText.url(outer, declared);
        return base != null ? base : outer;
    }

    /** The page: the link with relation {@code alternate} or none, preferably to HTML; {@code null} when there is none. */
    static @Nullable String page(List<XmlElement> links, @Nullable String base) {
        String found = null;
        for (XmlElement link : links) {
            if (!relation(link).equals("alternate")) {
                continue;
            }
            String url = url(link, base);
            String type = link.attribute("type");
            boolean html = type == null || type.isBlank() || type.contains("html");
            if (url != null && html) {
                return url;
            }
            found = found != null ? found : url;
        }
        return found;
    }

    /** The first link with this relation, {@code null} when there is none. */
    static @Nullable String related(List<XmlElement> links, String relation, @Nullable String base) {
        for (XmlElement link : links) {
            String url = relation(link).equals(relation) ? url(link, base) : null;
            if (url != null) {
                return url;
            }
        }
        return null;
    }

    private static @Nullable String url(XmlElement link, @Nullable String base) {
        String address = link.attribute("href");
        String text = address != null ? address : link.text();
        return text.isBlank() || address == null && link.isCut() ? null : FeedText.url(base(link, base), text);
    }

    private static String relation(XmlElement link) {
        String relation = link.attribute("rel");
        if (relation == null || relation.isBlank()) {
            return "alternate";
        }
        String name = LowerCase.of(relation.strip());
        return name.startsWith(REGISTRY) ? name.substring(REGISTRY.length()) : name;
    }
}
