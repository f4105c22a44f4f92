package io.copydesk.ingest.page;

import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.MessageHeaders;
import org.netpreserve.jwarc.WarcParser;

/**
 * The header of one WARC record (ISO 28500:2017 §4), as far as pages need it.
 *
 * @param length bytes of the header, its closing empty line included
 */
record RecordHead(MessageHeaders fields, int length) {

    static final String INPUT_ID = "Copydesk-Input-Id";
    static final Instant UNKNOWN_TIME = Instant.EPOCH;

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    static final String NO_URL = "about:blank";

    private static final Pattern PAGE_ADDRESS = Pattern.compile("(?i)(?:https?|ftp|file):");

    /** The header that these bytes start with, empty when they do not start with one. */
    static Optional<RecordHead> parse(byte[] bytes) {
        WarcParser parser = new WarcParser();
        parser.setLenient(true);
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        try {
            parser.parse(buffer);
            return parser.isFinished() && !parser.isError()
                    ? Optional.of(new RecordHead(parser.headers(), buffer.position()))
                    : Optional.empty();
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    String type() {
        return field("WARC-Type").orElse("");
    }

    /** Length of the block in bytes, -1 when the field is missing or no number. */
    long contentLength() {
        try {
            return field("Content-Length").map(Long::parseLong).orElse(-1L);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** The record's id without angle brackets. */
    Optional<String> recordId() {
        return field("WARC-Record-ID").map(RecordHead::withoutBrackets).filter(id -> !id.isEmpty());
    }

    Optional<String> inputId() {
        return field(INPUT_ID).map(FieldText::decode).filter(id -> !id.isEmpty());
    }

    /** The URL, {@code null} for a page that has none. */
    @Nullable
    String url() {
        // Early writers put brackets round URLs as well (WARC/1.0 grammar).
        return field("WARC-Target-URI")
                .map(RecordHead::withoutBrackets)
                .filter(url -> !url.isEmpty() && !url.equals(NO_URL))
                .orElse(null);
    }

    /**
     * Whether this is a resource about the crawl and no page: tools write logs, screenshots and texts of pages under addresses such as
     * {@code metadata://gnu.org/…} and {@code urn:text:…}. A record of ours is a page, whatever its address.
     */
    boolean isOfCrawler() {
        String url = url();
        return type().equals("resource")
                && inputId().isEmpty()
                && url != null
                && !PAGE_ADDRESS.matcher(url).lookingAt();
    }

    /** When the record was captured, {@code null} when unknown or unreadable. */
    @Nullable
    Instant date() {
        try {
            return field("WARC-Date")
                    .map(text -> OffsetDateTime.parse(text).toInstant())
                    .filter(time -> time.isAfter(UNKNOWN_TIME) && !time.isAfter(LATEST))
                    .orElse(null);
        } catch (DateTimeException e) {
            return null;
        }
    }

    boolean truncated() {
        return field("WARC-Truncated").isPresent();
    }

    /** Whether the block goes on in other records (ISO 28500:2017 §5.16). */
    boolean segmented() {
        return field("WARC-Segment-Number").isPresent();
    }

    Optional<String> field(String name) {
        return fields.first(name).map(String::strip);
    }

    private static String withoutBrackets(String value) {
        return value.startsWith("<") && value.endsWith(">") ? value.substring(1, value.length() - 1) : value;
    }
}
