package io.copydesk.ingest.fetch;

import io.copydesk.ingest.page.Header;
import io.copydesk.ingest.websub.LinkHeader;
import io.copydesk.schemas.LowerCase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Typed view of the header fields of a response, the only place that parses them. Pure, never throws. */
public final class ResponseFacts {

    /** The cap on every duration that a server names. */
    public static final Duration LONGEST = Duration.ofDays(30);

    /** Longer validators are ignored, since each is stored per URL. Characters. */
    private static final int MAX_VALIDATOR = 1024;

    private final List<Header> headers;

    private ResponseFacts(List<Header> headers) {
        this.headers = headers;
    }

    public static ResponseFacts of(FetchResult.Answered response) {
        return of(response.headers());
    }

    public static ResponseFacts of(List<Header> headers) {
        return new ResponseFacts(headers);
    }

    /** The entity tag, weak or strong, to be sent back unchanged (RFC 9110 §8.8.3). */
    public Optional<String> etag() {
        return validator("ETag");
    }

    /** The time of the last change exactly as the server sent it, to be sent back unchanged (RFC 9110 §8.8.2). */
    public Optional<String> lastModified() {
        return validator("Last-Modified");
    }

    /**
     * How long to wait before the next request by {@code Retry-After} (RFC 9110 §10.2.3): seconds, or until a date in any of
     * HTTP's three forms. From zero to {@link #LONGEST}; empty without a valid field.
     */
    public Optional<Duration> retryAfter(Instant now) {
        return first("Retry-After")
                .flatMap(value -> wholeSeconds(value)
                        .or(() -> HttpDate.parse(value, now).map(until -> bounded(Duration.between(now, until)))));
    }

    /**
     * How long the response stays fresh by {@code Cache-Control} (RFC 9111 §5.2.2): zero for {@code no-cache} and {@code
     * no-store}, else {@code max-age}, at most {@link #LONGEST}. Empty without either.
     */
    public Optional<Duration> maxAge() {
        Optional<Duration> age = Optional.empty();
        for (Header header : headers) {
            if (header.name().equalsIgnoreCase("Cache-Control")) {
                for (String part : LowerCase.of(header.value()).split(",", 32)) {
                    String directive = part.replace(" ", "");
                    if (directive.equals("no-store") || directive.startsWith("no-cache")) {
                        return Optional.of(Duration.ZERO);
                    }
                    if (age.isEmpty() && directive.startsWith("max-age=")) {
                        age = seconds(directive.substring(8).replace("\"", ""));
                    }
                }
            }
        }
        return age;
    }

    /** The media type as declared, with its parameters. */
    public Optional<String> contentType() {
        return first("Content-Type");
    }

    /**
     * The target of the first {@code Link} with a relation (RFC 8288).
     *
     * @param relation in lower case
     * @param base that a relative target is resolved against
     */
    public Optional<String> link(String relation, String base) {
        return LinkHeader.target(headers, relation, base);
    }

    private Optional<String> validator(String name) {
        return first(name)
                .filter(value -> value.length() <= MAX_VALIDATOR)
                .filter(value -> value.chars().allMatch(c -> c >= ' ' && c != 0x7f));
    }

    private Optional<String> first(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(header -> header.value().strip())
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /** Seconds; some programs send a fraction, which is rounded up. */
    private static Optional<Duration> wholeSeconds(String value) {
        int point = value.indexOf('.');
        if (point < 0) {
            return seconds(value);
        }
        Optional<Duration> fraction = seconds(value.substring(point + 1));
        return seconds(value.substring(0, point))
                .filter(whole -> fraction.isPresent())
                .map(whole -> bounded(fraction.get().isZero() ? whole : whole.plusSeconds(1)));
    }

    private static Optional<Duration> seconds(String value) {
        String digits = value.strip();
        if (digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        return Optional.of(digits.length() > 9 ? LONGEST : bounded(Duration.ofSeconds(Long.parseLong(digits))));
    }

    private static Duration bounded(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration.compareTo(LONGEST) > 0 ? LONGEST : duration;
    }
}
