package io.copydesk.extraction.page;

import java.util.HashMap;
import java.util.Map;

/** What the name of an element means to the scan. */
enum TagKind {
    /** Nothing inside is read. */
    SKIPPED(
            "script",
            "style",
            "template",
            "svg",
            "iframe",
            "object",
            "embed",
            "canvas",
            "select",
            "option",
            "input",
            "textarea",
            "button",
            "noscript",
            "head",
            "title",
            "audio",
            "video",
            "map",
            "math",
            "datalist",
            "progress",
            "meter",
            "applet",
            "noframes",
            "frameset"),
    LINE_BREAK("br"),
    RULE("hr"),
    /** A box of its own. */
    BLOCK(
            "html",
            "body",
            "div",
            "p",
            "section",
            "article",
            "main",
            "aside",
            "nav",
            "header",
            "footer",
            "figure",
            "figcaption",
            "blockquote",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "table",
            "thead",
            "tbody",
            "tfoot",
            "tr",
            "td",
            "th",
            "caption",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "pre",
            "form",
            "fieldset",
            "details",
            "summary",
            "address",
            "center",
            "dialog",
            "hgroup",
            "menu",
            "legend",
            "picture",
            "search"),
    LINK("a"),
    EMPHASIS("b", "strong", "em", "i"),
    /** Part of the line around it. */
    INLINE;

    private static final Map<String, TagKind> KINDS = new HashMap<>();

    static {
        for (TagKind kind : values()) {
            for (String tag : kind.tags) {
                KINDS.put(tag, kind);
            }
        }
    }

    private final String[] tags;

    TagKind(String... tags) {
        this.tags = tags;
    }

    /** The kind of an element by its lower-case name; custom elements are boxes in practice. */
    static TagKind of(String tag) {
        TagKind kind = KINDS.get(tag);
        return kind != null ? kind : tag.indexOf('-') > 0 ? BLOCK : INLINE;
    }
}
