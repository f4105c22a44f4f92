package io.copydesk.extraction.embedded;

import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;

/**
 * A piece of text.
 *
 * @param tag the HTML element that it is written as
 * @param text plain or HTML
 * @param whole whether it is a block of its own; otherwise it may be a part of one, such as the words of a link
 */
record Piece(String tag, String text, boolean whole) {

    private static final Pattern BRACED = Pattern.compile("\\{/([a-zA-Z][\\w-]*)}");

    static Piece part(String text) {
        return new Piece("p", text, false);
    }

    boolean isHtml() {
        int open = text.indexOf('<');
        return open >= 0
                && (text.indexOf("{/", open) >= 0
                        || text.indexOf("</", open) >= 0
                        || text.indexOf("/>", open) >= 0
                        || text.indexOf("<br", open) >= 0);
    }

    /** End tags in braces, as one content system writes them so that they do not end its script, in angle brackets. */
    private static String withTags(String text) {
        return text.contains("{/") ? BRACED.matcher(text).replaceAll("</$1>") : text;
    }

    boolean hasBlocks() {
        return isHtml()
                && (text.contains("<p") || text.contains("<div") || text.contains("<h") || text.contains("<br"));
    }

    /** Whether it reads as text: several words, or a script without blanks. */
    boolean isProse() {
        String t = text.strip();
        return hasBlocks()
                || whole && t.indexOf(' ') > 0
                || t.length() >= 25 && t.indexOf(' ') > 0 && !t.contains("://")
                || t.length() >= 8 && t.charAt(0) >= 0x2E80;
    }

    void appendTo(StringBuilder html) {
        if (hasBlocks()) {
            html.append("<div>").append(withTags(text)).append("</div>\n");
            return;
        }
        String inner = isHtml() ? text : Entities.escape(text.strip());
        for (String paragraph : inner.split("\\n+")) {
            if (!paragraph.isBlank()) {
                html.append('<')
                        .append(tag)
                        .append('>')
                        .append(paragraph)
                        .append("</")
                        .append(tag)
                        .append(">\n");
            }
        }
    }
}
