package io.copydesk.schemas;

import java.util.List;

/**
 * Headers that every record of a public topic has, values in UTF-8: the attributes of CloudEvents 1.0 in the binary mode of its Kafka binding, the trace
 * of W3C Trace Context, and the cause.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md">CloudEvents Kafka binding 1.0.2</a>
 * @see <a href="https://www.w3.org/TR/trace-context/">W3C Trace Context</a>
 */
public final class EventHeaders {

    /** The value of {@link #SPEC_VERSION}. */
    public static final String VERSION = "1.0";

    /** The value of {@link #CONTENT_TYPE}. */
    public static final String JSON = "application/json";

    public static final TopicHeader SPEC_VERSION =
            TopicHeader.always("ce_specversion", "Version of the CloudEvents specification.", VERSION);

    public static final TopicHeader ID = TopicHeader.always(
            "ce_id",
            "Id of this writing, unique within its ce_source. A service that is killed and does its work again gives the same id; a record that is"
                    + " written again later, also with an equal value, has another one.",
            "8f1d7c64a2b05e93b1c40d6f7a88e215");

    public static final TopicHeader SOURCE = TopicHeader.always(
            "ce_source", "The stage that wrote the record, as urn:copydesk:stage:NAME.", "urn:copydesk:stage:assemble");

    public static final TopicHeader TYPE = TopicHeader.always(
            "ce_type",
            "io.copydesk.TOPIC.updated, or io.copydesk.TOPIC.removed of a record without a value; TOPIC without the prefix.",
            "io.copydesk.enriched-articles.updated");

    public static final TopicHeader TIME = TopicHeader.always(
            "ce_time",
            "When the input that led to the record arrived in the topic pages, RFC 3339 in UTC; the same as the record's Kafka timestamp.",
            "2026-03-25T10:40:01.512Z");

    public static final TopicHeader DATA_SCHEMA = TopicHeader.optional(
            "ce_dataschema",
            "Identifier ($id) of the JSON Schema of the value; missing without a value. Schemas grow by optional fields under the same identifier.",
            "https://copydesk.io/schemas/article.schema.json");

    public static final TopicHeader CONTENT_TYPE =
            TopicHeader.optional("content-type", "Media type of the value; missing without a value.", JSON);

    public static final TopicHeader TRACE_PARENT = TopicHeader.always(
            "traceparent",
            "Trace of the input that led to the record, from its fetch to its story: the trace id is the same in all topics, the parent id that of"
                    + " the record.",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");

    public static final TopicHeader CAUSE = TopicHeader.always(
            "copydesk-cause",
            "Why the record was written: new, revised, cleaned, relations, story, withdrawn, returned, announced or replayed. More may be added.",
            "relations");

    private static final List<TopicHeader> ALL =
            List.of(SPEC_VERSION, ID, SOURCE, TYPE, TIME, DATA_SCHEMA, CONTENT_TYPE, TRACE_PARENT, CAUSE);

    /** Made once for each record, as every event names one. */
    private static final ClassValue<String> SCHEMAS = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> record) {
            return "https://copydesk.io/schemas/" + schemaFile(record);
        }
    };

    private EventHeaders() {}

    /** All of them. */
    public static List<TopicHeader> all() {
        return ALL;
    }

    /** The identifier of the JSON Schema of a record. */
    public static String schema(Class<?> record) {
        return SCHEMAS.get(record);
    }

    /** The name of the file with that schema. */
    static String schemaFile(Class<?> record) {
        return record.getSimpleName().replaceAll("(?<!^)([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT)
                + ".schema.json";
    }
}
