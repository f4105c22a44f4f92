package io.copydesk.extraction;

import io.copydesk.extraction.notice.Passage;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** Text whose character references were escaped twice, so that a page shows {@code &#8217;} for an apostrophe (HTML §13.5). */
final class DoubleEscapes {

    private static final Pattern REFERENCE =
            Pattern.compile("&(?:#\\d{2,6}|#[xX][0-9a-fA-F]{2,6}|[a-zA-Z]{2,8}\\d{0,2});");
    /** References from which on they are no examples in an article about HTML. */
    private static final int LEAST = 3;

    private DoubleEscapes() {}

    /** The passages with their references resolved when there are several; those in which line breaks count are left alone. */
    static List<Passage> repair(List<Passage> passages) {
        int found = 0;
        for (Passage p : passages) {
            Matcher reference = p.text().indexOf('&') < 0 ? null : REFERENCE.matcher(p.text());
            while (reference != null && found < LEAST && reference.find()) {
                found++;
            }
        }
        return found < LEAST
                ? passages
                : passages.stream().map(DoubleEscapes::repair).toList();
    }

    private static Passage repair(Passage passage) {
        if (passage.preformatted() || passage.text().indexOf('&') < 0) {
            return passage;
        }
        String text = Parser.unescapeEntities(passage.text(), false)
                .replace('\u00A0', ' ')
                .strip();
        return text.isEmpty() ? passage : passage.with(text);
    }
}
