package io.copydesk.ingest.fetch;

import io.copydesk.extraction.charset.TextDecoder;
import io.copydesk.ingest.link.UrlKey;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A page that does nothing but lead to another one: a refresh to another address within seconds, and hardly any text. Services that send alerts and count
 * clicks answer so. Pure.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/semantics.html#attr-meta-http-equiv-refresh">HTML, refresh state</a>
 */
final class MetaRefresh {

    private static final int MAX_BYTES = 32 * 1024;
    private static final int MAX_TEXT = 300;
    private static final int MAX_SECONDS = 10;
    private static final Pattern REFRESH = Pattern.compile(
            "\\s*(\\d{1,4})[.\\d]*\\s*[;,]\\s*url\\s*=\\s*[\"']?([^\"']*).*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private MetaRefresh() {}

    /**
     * Where the page leads; empty when it is one to read.
     *
     * @param html after content decoding
     * @param url of the page, the base of a relative address
     */
    static Optional<String> target(byte[] html, String url) {
        if (html.length > MAX_BYTES
                || !new String(html, StandardCharsets.ISO_8859_1)
                        .toLowerCase(Locale.ROOT)
                        .contains("http-equiv")) {
            return Optional.empty();
        }
        Document document = Jsoup.parse(TextDecoder.decode(html, null), url);
        return document.text().length() > MAX_TEXT
                ? Optional.empty()
                : document.select("meta[http-equiv=refresh]").stream()
                        .filter(meta -> meta.closest("noscript") == null)
                        .flatMap(meta -> target(meta, url).stream())
                        .findFirst();
    }

    private static Optional<String> target(Element meta, String url) {
        Matcher refresh = REFRESH.matcher(meta.attr("content"));
        if (!refresh.matches() || Integer.parseInt(refresh.group(1)) > MAX_SECONDS) {
            return Optional.empty();
        }
        String own = UrlKey.of(url).fold(UrlKey.Key::url, refused -> url);
        return UrlKey.resolve(url, refresh.group(2))
                .fold(key -> Optional.of(key.url()), refused -> Optional.<String>empty())
                .filter(target -> !target.equals(own));
    }
}
