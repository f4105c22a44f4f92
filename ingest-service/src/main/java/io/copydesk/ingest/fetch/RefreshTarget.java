package io.copydesk.ingest.fetch;

import io.copydesk.extraction.charset.TextDecoder;
import io.copydesk.extraction.metadata.MetaRefresh;
import io.copydesk.ingest.link.UrlKey;
import io.copydesk.schemas.LowerCase;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * A page that does nothing but lead to another one: a refresh to another address within seconds, and hardly any text. Services that send alerts and count
 * clicks answer so. Pure.
 */
final class RefreshTarget {

    private static final int MAX_BYTES = 32 * 1024;

    private RefreshTarget() {}

    /**
     * Where the page leads; empty when it is one to read.
     *
     * @param html after content decoding
     * @param url of the page, the base of a relative address
     */
    static Optional<String> of(byte[] html, String url) {
        if (html.length > MAX_BYTES
                || !LowerCase.of(new String(html, StandardCharsets.ISO_8859_1)).contains("http-equiv")) {
            return Optional.empty();
        }
        Document document = Jsoup.parse(TextDecoder.decode(html, null), url);
        String own = UrlKey.of(url).fold(UrlKey.Key::url, refused -> url);
        return document.text().length() > MetaRefresh.MAX_TEXT
                ? Optional.empty()
                : MetaRefresh.addresses(document).stream()
                        .flatMap(address -> UrlKey.resolve(url, address)
                                .fold(key -> Optional.of(key.url()), refused -> Optional.<String>empty())
                                .stream())
                        .filter(target -> !target.equals(own))
                        .findFirst();
    }
}
