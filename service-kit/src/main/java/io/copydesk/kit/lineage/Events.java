package io.copydesk.kit.lineage;

import io.copydesk.schemas.Cause;
import io.copydesk.schemas.EventHeaders;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.Sha256;
import io.copydesk.schemas.Topic;
import io.copydesk.schemas.TopicHeader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Gives the records that a processor writes to public topics the headers of {@link EventHeaders}. For the one thread of the processor:
 *
 * <pre>{@code
 * events = new Events("assemble", context);                          // in init
 * events.begin(record);                                              // first in process
 * context.forward(events.of(Topics.ENRICHED_ARTICLES, result, Cause.NEW));
 * }</pre>
 *
 * <p>The id of an event is made of where the record was read that is processed, and of what has been written for it: work that is done
 * again after a kill gives its events the same ids.
 */
public final class Events {

    private static final int ID_DIGITS = 32;

    /** What an event has of its own, never from the record that led to it. */
    private static final Set<String> OWN =
            EventHeaders.all().stream().map(TopicHeader::name).collect(Collectors.toUnmodifiableSet());

    private static final Map<String, Cause> CAUSES =
            Arrays.stream(Cause.values()).collect(Collectors.toUnmodifiableMap(Json::label, cause -> cause));

    private final String stage;
    private final ProcessorContext<?, ?> context;
    private final Map<String, Integer> written = new HashMap<>();
    private String place = "";
    private TraceParent trace = TraceParent.of("");
    private @Nullable Cause cause;

    /**
     * Events of a processor.
     *
     * @param stage its name in {@code ce_source}
     */
    public Events(String stage, ProcessorContext<?, ?> context) {
        this.stage = stage;
        this.context = context;
    }

    /** What is written from now on is written because of this record. */
    public void begin(Record<?, ?> record) {
        written.clear();
        place = context.recordMetadata()
                        .map(read -> read.topic() + "\n" + read.partition() + "\n" + read.offset())
                        .orElse("")
                + "\n" + record.timestamp();
        String input = Lineage.inputId(record.headers());
        trace = TraceParent.in(record.headers()).orElseGet(() -> TraceParent.of(input == null ? place : input));
        cause = cause(record.headers());
    }

    /** The cause that the record names because of which is written, or another where it names none. */
    public Cause causeOr(Cause other) {
        return cause == null ? other : cause;
    }

    /**
     * The record as an event of a public topic. Its other headers are kept.
     *
     * @param record with a key; without a value it is a tombstone
     */
    public <V> Record<String, V> of(Topic<?> topic, Record<String, V> record, Cause why) {
        Record<String, V> event = withoutHeaders(record);
        Headers headers = event.headers();
        for (Header other : record.headers()) {
            if (!OWN.contains(other.key())) {
                headers.add(other);
            }
        }
        String id = id(topic, record.key());
        boolean removed = record.value() == null;
        add(headers, EventHeaders.SPEC_VERSION, EventHeaders.VERSION);
        add(headers, EventHeaders.ID, id);
        add(headers, EventHeaders.SOURCE, "urn:copydesk:stage:" + stage);
        add(headers, EventHeaders.TYPE, "io.copydesk." + topic.name() + (removed ? ".removed" : ".updated"));
        add(headers, EventHeaders.TIME, Instant.ofEpochMilli(record.timestamp()).toString());
        if (!removed) {
            add(headers, EventHeaders.DATA_SCHEMA, EventHeaders.schema(topic.json()));
            add(headers, EventHeaders.CONTENT_TYPE, EventHeaders.JSON);
        }
        add(headers, EventHeaders.CAUSE, Json.label(why));
        trace.at(id).mark(headers);
        return event;
    }

    /**
     * The record as one of an internal topic, with what the events that it leads to need.
     *
     * @param why the cause of those events
     */
    public <V> Record<String, V> internal(Record<String, V> record, Cause why) {
        Record<String, V> passed = withoutHeaders(record);
        Headers headers = passed.headers();
        String input = Lineage.inputId(record.headers());
        if (input != null) {
            Lineage.mark(headers, input);
        }
        add(headers, EventHeaders.CAUSE, Json.label(why));
        trace.mark(headers);
        return passed;
    }

    /** The id of an event by its headers; {@code null} when they have none. */
    public static @Nullable String id(Headers headers) {
        Header header = headers.lastHeader(EventHeaders.ID.name());
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private String id(Topic<?> topic, String key) {
        int times = written.merge(topic.name() + "\n" + key, 1, Integer::sum);
        return Sha256.hex(String.join("\n", stage, place, topic.name(), key, Integer.toString(times)))
                .substring(0, ID_DIGITS);
    }

    private static <V> Record<String, V> withoutHeaders(Record<String, V> record) {
        return new Record<>(record.key(), record.value(), record.timestamp());
    }

    private static void add(Headers headers, TopicHeader header, String value) {
        headers.add(header.name(), value.getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable Cause cause(Headers headers) {
        Header header = headers.lastHeader(EventHeaders.CAUSE.name());
        if (header == null || header.value() == null) {
            return null;
        }
        return CAUSES.get(new String(header.value(), StandardCharsets.UTF_8));
    }
}
