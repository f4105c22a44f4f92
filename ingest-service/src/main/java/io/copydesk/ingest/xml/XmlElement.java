package io.copydesk.ingest.xml;

import java.util.ArrayList;
import java.util.List;

/**
 * An element. Names are lower case. The namespace is told by a short name, see {@code namespaces.txt}: {@code dc},
 * {@code atom}, {@code media}…; empty for RSS, sitemaps and none; {@code ?} for one that is not known.
 *
 * <p>Not changed once {@link Xml} has returned it, and then safe for any thread.
 */
public final class XmlElement {

    private final String space;
    private final String local;
    private final List<String> attributes;
    private final List<Object> content = new ArrayList<>(2);

    XmlElement(String space, String local, List<String> attributes) {
        this.space = space;
        this.local = local;
        this.attributes = attributes;
    }

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

    /** Its value, {@code null} when there is none; of two the first. Names are lower case, {@code xml:base}. */
    public String attribute(String name) {
        for (int i = 0; i < attributes.size(); i += 2) {
            if (attributes.get(i).equals(name)) {
                return attributes.get(i + 1);
            }
        }
        return null;
    }

    public boolean hasAttributes() {
        return !attributes.isEmpty();
    }

    /** Strings and elements in their order. */
    public List<Object> content() {
        return content;
    }

    public List<XmlElement> children() {
        List<XmlElement> children = new ArrayList<>(content.size());
        for (Object part : content) {
            if (part instanceof XmlElement child) {
                children.add(child);
            }
        }
        return children;
    }

    public boolean hasChildren() {
        for (Object part : content) {
            if (part instanceof XmlElement) {
                return true;
            }
        }
        return false;
    }

    /** The characters in it and in all that it holds. */
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
