package io.copydesk.kit.lineage;

import io.copydesk.schemas.Topics;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The input that a record comes from, carried in its Kafka headers under the CloudEvents attribute {@code subject}.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/main/cloudevents/bindings/kafka-protocol-binding.md">the
 *     CloudEvents Kafka binding</a>
 */
public final class Lineage {

    private static final String SUBJECT = Topics.INPUT.name();

    private Lineage() {}

    /** Names the input in {@code headers}, and begins its trace unless they name one already. */
    public static void mark(Headers headers, String inputId) {
        headers.remove(SUBJECT).add(SUBJECT, inputId.getBytes(StandardCharsets.UTF_8));
        if (TraceParent.in(headers).isEmpty()) {
            TraceParent.of(inputId).mark(headers);
        }
    }

    /** The input that {@code headers} name, or {@code null}. */
    public static @Nullable String inputId(Headers headers) {
        Header header = headers.lastHeader(SUBJECT);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
