package io.copydesk.extraction;

import io.copydesk.extraction.notice.Passage;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Recognises pages that only redirect: a refresh to another address within seconds, and hardly any text. */
final class Redirect {

    private static final int MAX_TEXT = 300;
    private static final int MAX_SECONDS = 10;
    private static final Pattern REFRESH =
            Pattern.compile("\\s*(\\d{1,4})[.\\d]*\\s*[;,]\\s*url\\s*=.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private Redirect() {}

    static boolean isOne(Document document, List<Passage> passages) {
        int length = 0;
        for (Passage p : passages) {
            length += p.text().length();
        }
        return length <= MAX_TEXT && document.getElementsByTag("meta").stream().anyMatch(Redirect::leadsAway);
    }

    private static boolean leadsAway(Element meta) {
        boolean refresh = meta.attr("http-equiv").equalsIgnoreCase("refresh") && meta.closest("noscript") == null;
        Matcher target = REFRESH.matcher(meta.attr("content"));
        return refresh && target.matches() && Integer.parseInt(target.group(1)) <= MAX_SECONDS;
    }
}
