package io.copydesk.extraction.dom;

import io.copydesk.schemas.LowerCase;
import java.util.HashMap;
import java.util.Map;

/** The names of elements that rules ask for. */
public enum Tag {
    A,
    ABBR,
    ARTICLE,
    ASIDE,
    B,
    BLOCKQUOTE,
    BODY,
    BR,
    BUTTON,
    CODE,
    DD,
    DIV,
    DL,
    DT,
    EM,
    FIGCAPTION,
    FIGURE,
    FOOTER,
    FORM,
    FRAMESET,
    H1,
    H2,
    H3,
    H4,
    H5,
    H6,
    HEADER,
    HR,
    HTML,
    I,
    IFRAME,
    IMG,
    INPUT,
    LI,
    LINK,
    MAIN,
    META,
    NAV,
    NOSCRIPT,
    OL,
    OPTION,
    P,
    PICTURE,
    PRE,
    SCRIPT,
    SECTION,
    SELECT,
    SPAN,
    STRONG,
    STYLE,
    SVG,
    TABLE,
    TD,
    TEMPLATE,
    TEXTAREA,
    TH,
    TIME,
    TR,
    UL,
    VIDEO,
    /** Any other name. */
    OTHER;

    private static final Map<String, Tag> BY_NAME = byName();

    private static Map<String, Tag> byName() {
        Map<String, Tag> tags = new HashMap<>();
        for (Tag tag : values()) {
            if (tag != OTHER) {
                tags.put(LowerCase.of(tag.name()), tag);
            }
        }
        return Map.copyOf(tags);
    }

    /** The tag of this lower-case name. */
    static Tag of(String name) {
        return BY_NAME.getOrDefault(name, OTHER);
    }

    /** Whether it is a heading of any level. */
    public boolean isHeading() {
        return ordinal() >= H1.ordinal() && ordinal() <= H6.ordinal();
    }
}
