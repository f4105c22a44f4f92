package io.copydesk.extraction.metadata;

import io.copydesk.extraction.dom.WholeTexts;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/** Text out of values that may carry markup or entities. */
final class Markup {

    private static final Set<String> BREAKING =
            Set.of("p", "br", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "tr");

    private Markup() {}

    /** One line of plain text; {@code null} for nothing. */
    static @Nullable String oneLine(@Nullable String value) {
        if (value == null) {
            return null;
        }
        String text = value.indexOf('&') >= 0 ? Parser.unescapeEntities(value, false) : value;
        if (text.indexOf('<') >= 0 && text.indexOf('>') > text.indexOf('<')) {
            text = Jsoup.parseBodyFragment(text).text();
        }
        if (isLine(text)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > ' ' && c < 0x7F) {
                out.append(c);
            } else if (c <= ' ' || Character.isSpaceChar(c) || Character.isISOControl(c)) {
                if (out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
                    out.append(' ');
                }
            } else if (!WholeTexts.isInvisible(c)) {
                out.append(c);
            }
        }
        String line = out.toString().strip();
        return line.isEmpty() ? null : line;
    }

    /** Whether {@code text} is ASCII words with one blank between: such a text is its own line. */
    private static boolean isLine(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= 0x7F || c == ' ' && before == ' ') {
                return false;
            }
            before = c;
        }
        return before != ' ';
    }

    /** {@code text} without tags, line breaks kept. */
    static String strip(String text) {
        int open = text.indexOf('<');
        if (open < 0 || text.indexOf('>', open) < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        NodeTraversor.traverse(
                (node, depth) -> {
                    if (node instanceof TextNode t) {
                        out.append(t.getWholeText());
                    } else if (BREAKING.contains(node.nodeName())) {
                        out.append('\n');
                    }
                },
                Jsoup.parseBodyFragment(text).body());
        return out.toString();
    }
}
