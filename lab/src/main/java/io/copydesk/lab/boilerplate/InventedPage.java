package io.copydesk.lab.boilerplate;

import io.copydesk.ingest.page.Capture;
import io.copydesk.ingest.page.Header;
import io.copydesk.ingest.page.Page;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A page of an invented site.
 *
 * @param page as a fetcher would hand it on
 * @param paragraphs what belongs to the article
 * @param boilerplate what does not
 */
public record InventedPage(Page page, Set<String> paragraphs, Set<String> boilerplate) {

    private static final Instant START = Instant.parse("2031-02-01T06:00:00Z");

    /**
     * A page as it was fetched.
     *
     * @param number of the fetch, one an hour
     */
    static InventedPage of(
            String host, String path, int number, String html, Set<String> paragraphs, Set<String> boilerplate) {
        Page page = new Page(
                host + path,
                "https://" + host + path,
                START.plusSeconds(3_600L * number),
                Capture.RESPONSE,
                200,
                List.of(new Header("Content-Type", "text/html; charset=utf-8")),
                "text/html",
                "utf-8",
                html.getBytes(StandardCharsets.UTF_8));
        return new InventedPage(page, paragraphs, boilerplate);
    }
}
