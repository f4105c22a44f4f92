package io.copydesk.ingest.xml;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An element. Names are in lower case. The namespace is a short name, {@code dc}, {@code atom}, {@code media}…: empty for none and for
 * RSS and sitemaps, {@code ?} for an unknown one.
 *
 * <p>Effectively immutable once {@link Xml} has returned it, and then safe for any thread.
 */
public final class XmlElement {

    private final String space;
    private final String local;
    private final List<String> attributes;
    private final List<Object> content = new ArrayList<>(2);
    private boolean cut;

    XmlElement(String space, String local, List<String> attributes) {
        this.space = space;
        this.local = local;
        this.attributes = attributes;
    }

    /** The short name of the namespace. */
    public String space() {
        return space;
    }

    /** The name without prefix. */
    public String local() {
        return local;
    }

    /** {@code dc:creator}; without prefix when {@link #space} is empty. */
    public String name() {
        return space.isEmpty() ? local : space + ":" + local;
    }

    /** The value of the first attribute {@code name}, such as {@code xml:base}; {@code null} when there is none. */
    public @Nullable String attribute(String name) {
        for (int i = 0; i < attributes.size(); i += 2) {
            if (attributes.get(i).equals(name)) {
                return attributes.get(i + 1);
            }
        }
        return null;
    }

    /** Whether it has any attribute. */
    public boolean hasAttributes() {
        return !attributes.isEmpty();
    }

    /** Child elements ({@link XmlElement}) and text ({@link String}) in document order. */
    public List<Object> content() {
        return content;
    }

    /** The child elements in document order. */
    public List<XmlElement> children() {
        List<XmlElement> children = new ArrayList<>(content.size());
        for (Object part : content) {
            if (part instanceof XmlElement child) {
                children.add(child);
            }
        }
        return children;
    }

    /** Whether it has any child element. */
    public boolean hasChildren() {
        for (Object part : content) {
            if (part instanceof XmlElement) {
                return true;
            }
        }
        return false;
    }

    /** The text of the element and its descendants. */
    public String text() {
        if (content.size() == 1 && content.get(0) instanceof String only) {
            return only;
        }
        StringBuilder out = new StringBuilder();
        appendTo(out);
        return out.toString();
    }

    private void appendTo(StringBuilder out) {
        for (Object part : content) {
            if (part instanceof XmlElement child) {
                child.appendTo(out);
            } else {
                out.append(part);
            }
        }
    }

    /** Whether the document ended within its text. */
    public boolean isCut() {
        return cut;
    }

    void cut() {
        cut = true;
    }

    void add(Object part) {
        content.add(part);
    }

    void removeLast() {
        content.remove(content.size() - 1);
    }

    @Override
    public String toString() {
        return "<" + name() + ">";
    }
}
