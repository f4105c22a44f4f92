package io.copydesk.ingest.feed;

import io.copydesk.ingest.xml.XmlElement;
import java.util.List;
import java.util.Locale;

/** Atom links (RFC 4287 §4.2.7), in Atom or elsewhere, and the base that relative ones start from. */
final class FeedLinks {

    private static final String REGISTRY = "http://www.iana.org/assignments/relation/";

    private FeedLinks() {}

    /** The base within an element: its {@code xml:base}, itself relative to the outer one. */
    static String base(XmlElement element, String outer) {
        String declared = element.attribute("xml:base");
        String base = declared == null ? null : FeedText.url(outer, declared);
        return base != null ? base : outer;
    }

    /** The page that this is about: the link without relation or with {@code alternate}, an HTML one first. */
    static String page(List<XmlElement> links, String base) {
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
    static String related(List<XmlElement> links, String relation, String base) {
        for (XmlElement link : links) {
            String url = relation(link).equals(relation) ? url(link, base) : null;
            if (url != null) {
                return url;
            }
        }
        return null;
    }

    private static String url(XmlElement link, String base) {
        String address = link.attribute("href");
        String text = address != null ? address : link.text();
        return text.isBlank() ? null : FeedText.url(base(link, base), text);
    }

    private static String relation(XmlElement link) {
        String relation = link.attribute("rel");
        if (relation == null || relation.isBlank()) {
            return "alternate";
        }
        String name = relation.strip().toLowerCase(Locale.ROOT);
        return name.startsWith(REGISTRY) ? name.substring(REGISTRY.length()) : name;
    }
}
