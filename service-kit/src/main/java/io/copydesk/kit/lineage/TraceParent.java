package io.copydesk.kit.lineage;

import io.copydesk.schemas.EventHeaders;
import io.copydesk.schemas.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * A place in a trace, as the header {@code traceparent} of W3C Trace Context writes it. Nothing is drawn at random: work that is done again
 * after a kill has the same trace. Immutable.
 *
 * @param traceId 32 lower-case hexadecimal digits, not all 0
 * @param parentId 16 lower-case hexadecimal digits, not all 0
 * @param flags 2 hexadecimal digits
 */
public record TraceParent(String traceId, String parentId, String flags) {

    private static final String NAME = EventHeaders.TRACE_PARENT.name();
    private static final String SAMPLED = "01";
    private static final int TRACE_DIGITS = 32;
    private static final int PARENT_DIGITS = 16;

    /** Versions after 00 may have more after the flags. */
    private static final Pattern FORM =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(-.*)?");

    private static final int MOST_CHARACTERS = 512;

    /** The start of the trace of an input. */
    public static TraceParent of(String inputId) {
        String digest = Sha256.hex("trace\n" + inputId);
        return new TraceParent(
                digest.substring(0, TRACE_DIGITS),
                digest.substring(TRACE_DIGITS, TRACE_DIGITS + PARENT_DIGITS),
                SAMPLED);
    }

    /** The trace that headers name; empty without one that is well formed. */
    public static Optional<TraceParent> in(Headers headers) {
        Header header = headers.lastHeader(NAME);
        if (header == null || header.value() == null || header.value().length > MOST_CHARACTERS) {
            return Optional.empty();
        }
        String text = new String(header.value(), StandardCharsets.UTF_8);
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        return Optional.of(new TraceParent(text.substring(3, 35), text.substring(36, 52), text.substring(53, 55)));
    }

    /** The same trace at another place in it. */
    TraceParent at(String eventId) {
        return new TraceParent(traceId, Sha256.hex("span\n" + eventId).substring(0, PARENT_DIGITS), flags);
    }

    /** Names this trace in headers, in place of any other. */
    public void mark(Headers headers) {
        headers.remove(NAME).add(NAME, text().getBytes(StandardCharsets.UTF_8));
    }

    /** As the header writes it. */
    public String text() {
        return "00-" + traceId + "-" + parentId + "-" + flags;
    }
}
