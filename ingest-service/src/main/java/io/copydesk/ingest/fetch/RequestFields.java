package io.copydesk.ingest.fetch;

import io.copydesk.ingest.page.ContentDecoding;
import org.apache.hc.core5.http.HttpRequest;

/** The fields of a request: who asks, what is understood, what is known already. No cookies, no referrer. */
final class RequestFields {

    private RequestFields() {}

    static void set(HttpRequest request, Fetch fetch, String userAgent) {
        request.setHeader("User-Agent", userAgent);
        request.setHeader(
                "Accept",
                switch (fetch.kind()) {
                    case PAGE -> "text/html, application/xhtml+xml, */*;q=0.8";
                    case FEED ->
                        "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9,"
                                + " text/xml;q=0.9, */*;q=0.8";
                    case SITEMAP -> "application/xml, text/xml, */*;q=0.8";
                    case ROBOTS -> "text/plain, */*;q=0.8";
                });
        request.setHeader("Accept-Encoding", ContentDecoding.ACCEPTED);
        validator(request, "If-None-Match", fetch.etag());
        validator(request, "If-Modified-Since", fetch.lastModified());
    }

    /** Sent back as it came, unless it could break out of its line. */
    private static void validator(HttpRequest request, String name, String value) {
        if (value != null && value.chars().allMatch(c -> c >= ' ' && c != 0x7f && c <= 0xff)) {
            request.setHeader(name, value);
        }
    }
}
