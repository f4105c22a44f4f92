package io.copydesk.ingest.fetch;

import io.copydesk.ingest.page.ContentDecoding;
import io.copydesk.ingest.page.Header;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The header fields of a request but {@code Host}. No referrer, and no cookies but those that the caller gives. */
final class RequestFields {

    private RequestFields() {}

    static List<Header> of(Fetch fetch, String userAgent) {
        List<Header> fields = new ArrayList<>();
        fields.add(new Header("User-Agent", userAgent));
        fields.add(new Header("Accept", accept(fetch.kind())));
        fields.add(new Header("Accept-Encoding", ContentDecoding.ACCEPTED));
        if (fetch.form() != null && fetch.fields().isEmpty()) {
            fields.add(new Header("Content-Type", "application/x-www-form-urlencoded"));
        }
        fields.addAll(fetch.fields());
        addValidator(fields, "If-None-Match", fetch.etag());
        addValidator(fields, "If-Modified-Since", fetch.lastModified());
        return fields;
    }

    private static String accept(Fetch.Kind kind) {
        return switch (kind) {
            case PAGE -> "text/html, application/xhtml+xml, */*;q=0.8";
            case FEED ->
                "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9,"
                        + " text/xml;q=0.9, */*;q=0.8";
            case SITEMAP -> "application/xml, text/xml, */*;q=0.8";
            case ROBOTS -> "text/plain, */*;q=0.8";
            case HUB -> "*/*";
        };
    }

    /** A validator is sent back unchanged, but not with characters that would end its line (header injection). */
    private static void addValidator(List<Header> fields, String name, @Nullable String value) {
        if (value != null && value.chars().allMatch(c -> c >= ' ' && c != 0x7f && c <= 0xff)) {
            fields.add(new Header(name, value));
        }
    }
}
