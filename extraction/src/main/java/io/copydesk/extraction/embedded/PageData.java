package io.copydesk.extraction.embedded;

import io.copydesk.extraction.dom.RawText;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The article in a page's data: JSON in scripts ({@code application/json}, a state assigned to a variable, a stream of pushed strings). Stateless and
 * thread-safe. At most 16 million characters of scripts are read, as a stream.
 */
public final class PageData {

    private static final int MAX_CHARACTERS = 16 * 1024 * 1024;
    private static final int MIN_SCRIPT = 300;
    private static final int MAX_VALUES = 2000;
    private static final String PUSHED = "__next_f.push(";

    private PageData() {}

    /**
     * HTML of the article, or empty when no text in the data can be identified as the page's.
     *
     * @param headline of the page, {@code null} when unknown
     * @param shown full paragraphs that the page shows: the article holds one of them or has the page's headline; when none are shown, one text
     *     that is far longer than all others will do
     */
    public static Optional<String> html(Document document, @Nullable String headline, List<String> shown) {
        Candidates candidates = new Candidates();
        StringBuilder pushed = new StringBuilder();
        int left = MAX_CHARACTERS;
        for (Element script : document.getElementsByTag("script")) {
            String data = RawText.of(script);
            if (data.length() > left || isLinkedData(script)) {
                continue;
            }
            left -= data.length();
            if (data.contains(PUSHED)) {
                PushedStrings.append(data, pushed);
            } else if (data.length() >= MIN_SCRIPT) {
                values(data, candidates);
            }
        }
        PushedStrings.rows(pushed, candidates);
        candidates.readNested();
        return candidates.best(headline, shown).map(PageData::toHtml);
    }

    private static boolean isLinkedData(Element script) {
        return script.attr("type").contains("ld+json");
    }

    /** Reads every object or array that is assigned, passed or returned in the script or is all of it, and every long string. */
    private static void values(String data, Candidates candidates) {
        char[] chars = data.toCharArray();
        int at = 0;
        int read = 0;
        char before = '=';
        while (at < chars.length && read < MAX_VALUES) {
            char c = chars[at];
            boolean value = (c == '{' || c == '[') && "=(,n".indexOf(before) >= 0;
            int end = c == '"' ? endOfString(chars, at) : at;
            if (value || end - at > MIN_SCRIPT) {
                at = JsonWalk.read(chars, at, null, candidates);
                read++;
                before = ' ';
            } else {
                before = c > ' ' ? c : before;
                at = Math.max(end, at + 1);
            }
        }
    }

    private static int endOfString(char[] chars, int quote) {
        int at = quote + 1;
        while (at < chars.length && chars[at] != '"' && chars[at] != '\n') {
            at += chars[at] == '\\' ? 2 : 1;
        }
        return Math.min(at + 1, chars.length);
    }

    private static String toHtml(List<Piece> pieces) {
        StringBuilder html = new StringBuilder("<article>\n");
        for (Piece piece : pieces) {
            if (piece.isProse()) {
                piece.appendTo(html);
            }
        }
        return html.append("</article>").toString();
    }
}
