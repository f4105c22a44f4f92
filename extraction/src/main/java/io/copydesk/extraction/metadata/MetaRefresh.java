package io.copydesk.extraction.metadata;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Refreshes to another address within seconds. Pure.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/semantics.html#attr-meta-http-equiv-refresh">HTML, refresh state</a>
 */
public final class MetaRefresh {

    /** With more text a page is one to read, not one that only leads on. */
    public static final int MAX_TEXT = 300;

    private static final int MAX_SECONDS = 10;
    private static final Pattern REFRESH = Pattern.compile(
            "\\s*(\\d{1,4})[.\\d]*\\s*[;,]\\s*url\\s*=\\s*[\"']?([^\"']*).*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private MetaRefresh() {}

    /** The addresses that a browser with scripts would be led to, as they are written, in document order; usually none. */
    public static List<String> addresses(Document document) {
        return document.getElementsByTag("meta").stream()
                .flatMap(meta -> address(meta).stream())
                .toList();
    }

    private static Optional<String> address(Element meta) {
        boolean refresh = meta.attr("http-equiv").equalsIgnoreCase("refresh") && meta.closest("noscript") == null;
        Matcher target = REFRESH.matcher(meta.attr("content"));
        return refresh && target.matches() && Integer.parseInt(target.group(1)) <= MAX_SECONDS
                ? Optional.of(target.group(2))
                : Optional.empty();
    }
}
