package io.copydesk.ingest.xml;

/** What a format's author knows of its elements, to find the end of those that were never closed. */
@FunctionalInterface
public interface Nesting {

    /** No element ends but by an end tag, its own or that of one around it. */
    Nesting AS_WRITTEN = (open, start) -> false;

    /** Whether {@code open}, the innermost open element, cannot hold {@code start} and so ended before it. */
    boolean ends(XmlElement open, XmlElement start);
}
