package io.copydesk.ingest.feed;

import io.copydesk.ingest.xml.XmlElement;
import java.util.List;
import java.util.stream.Stream;

/**
 * The children of a feed's element by name: {@code title}, {@code dc:creator}. In Atom documents Atom's names have no
 * prefix, in RSS they do.
 */
final class Fields {

    private final List<XmlElement> children;
    private final boolean atom;

    private Fields(List<XmlElement> children, boolean atom) {
        this.children = children;
        this.atom = atom;
    }

    static Fields ofRss(XmlElement parent) {
        return new Fields(parent.children(), false);
    }

    static Fields ofAtom(XmlElement parent) {
        return new Fields(parent.children(), true);
    }

    boolean isEmpty() {
        return children.isEmpty();
    }

    /** All with this name. */
    List<XmlElement> all(String name) {
        return children.stream().filter(child -> is(child, name)).toList();
    }

    Stream<XmlElement> stream() {
        return children.stream();
    }

    boolean is(XmlElement child, String name) {
        int colon = name.indexOf(':');
        if (colon < 0) {
            return child.local().equals(name)
                    && (child.space().isEmpty() || atom && child.space().equals("atom"));
        }
        return child.local().length() == name.length() - colon - 1
                && child.space().length() == colon
                && name.startsWith(child.space())
                && name.endsWith(child.local());
    }

    /** The first child with this name, {@code null} when there is none. */
    XmlElement child(String name) {
        for (XmlElement child : children) {
            if (is(child, name)) {
                return child;
            }
        }
        return null;
    }

    /** The text of the first child with one of these names that has any, in the order of the names. */
    String text(String... names) {
        for (String name : names) {
            for (XmlElement child : children) {
                String text = is(child, name) ? FeedText.line(child.text()) : null;
                if (text != null) {
                    return text;
                }
            }
        }
        return null;
    }

    /** Like {@link #text}, for elements whose text is HTML or may be: as plain text. */
    String html(String... names) {
        for (String name : names) {
            for (XmlElement child : children) {
                String text = is(child, name) ? plain(child) : null;
                if (text != null) {
                    return text;
                }
            }
        }
        return null;
    }

    private static String plain(XmlElement child) {
        return child.hasChildren() ? HtmlText.of(child) : HtmlText.of(child.text());
    }

    /** The first of these dates that is one, in ISO 8601. */
    String date(String... names) {
        for (String name : names) {
            for (XmlElement child : children) {
                String date = is(child, name) ? FeedText.date(child.text()) : null;
                if (date != null) {
                    return date;
                }
            }
        }
        return null;
    }
}
