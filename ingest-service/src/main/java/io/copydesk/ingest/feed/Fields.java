package io.copydesk.ingest.feed;

import io.copydesk.ingest.xml.XmlElement;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The children of a feed's element by name. A name without prefix, {@code title}, is one of no namespace or of the format's own; others
 * have the namespace's short name, {@code dc:creator}.
 */
final class Fields {

    private final List<XmlElement> children;
    private final String ownSpace;
    private final @Nullable String language;

    private Fields(List<XmlElement> children, String ownSpace, @Nullable String language) {
        this.children = children;
        this.ownSpace = ownSpace;
        this.language = language;
    }

    /** The children of an element of a format whose elements are in no namespace. */
    static Fields of(XmlElement parent) {
        return of(parent, "");
    }

    /**
     * The children of an element.
     *
     * @param ownSpace the short name of the format's namespace
     */
    static Fields of(XmlElement parent, String ownSpace) {
        return new Fields(parent.children(), ownSpace, null);
    }

    /** The same fields, with dates in {@code language}; {@code null} when unknown. */
    Fields in(@Nullable String dateLanguage) {
        return new Fields(children, ownSpace, dateLanguage);
    }

    boolean isEmpty() {
        return children.isEmpty();
    }

    List<XmlElement> children() {
        return children;
    }

    /** All children with this name. */
    List<XmlElement> all(String name) {
        return children.stream().filter(child -> is(child, name)).toList();
    }

    private boolean is(XmlElement child, String name) {
        int colon = name.indexOf(':');
        if (colon < 0) {
            return child.local().equals(name)
                    && (child.space().isEmpty() || child.space().equals(ownSpace));
        }
        return child.local().length() == name.length() - colon - 1
                && child.space().length() == colon
                && name.startsWith(child.space())
                && name.endsWith(child.local());
    }

    /** The first child with this name, {@code null} when there is none. */
    @Nullable
    XmlElement child(String name) {
        for (XmlElement child : children) {
            if (is(child, name)) {
                return child;
            }
        }
        return null;
    }

    /** The text of the first non-blank child with one of these names, in the order of the names. */
    @Nullable
    String text(String... names) {
        return first(child -> FeedText.line(child.text()), names);
    }

    /** Like {@link #text}, for elements that may contain HTML: as plain text. */
    @Nullable
    String html(String... names) {
        return first(child -> child.hasChildren() ? HtmlText.of(child) : HtmlText.of(child.text()), names);
    }

    /** The first valid date in elements with these names, in the order of the names, in ISO 8601. */
    @Nullable
    String date(String... names) {
        return first(child -> FeedText.date(child.text(), language), names);
    }

    private @Nullable String first(Function<XmlElement, @Nullable String> value, String... names) {
        for (String name : names) {
            for (XmlElement child : children) {
                String found = is(child, name) ? value.apply(child) : null;
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
