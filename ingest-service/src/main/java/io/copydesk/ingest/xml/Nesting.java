package io.copydesk.ingest.xml;

/** Which elements of a format cannot contain each other: which determines where an element without an end tag ends. Pure. */
@FunctionalInterface
public interface Nesting {

    /** Elements end only at an end tag, their own or that of an element around them. */
    Nesting AS_WRITTEN = (open, start) -> false;

    /** Whether {@code open}, the innermost open element, cannot contain {@code start} and so ended before it. */
    boolean ends(XmlElement open, XmlElement start);
}
