package io.copydesk.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Makes the AsyncAPI 3.1 document of the public topics from the catalogue: one file that refers to nothing outside.
 *
 * @see <a href="https://www.asyncapi.com/docs/reference/specification/v3.1.0">AsyncAPI 3.1.0</a>
 */
final class AsyncApi {

    private static final String SCHEMAS = "#/components/schemas/";

    private final ObjectNode root = Json.object();

    private AsyncApi() {}

    static ObjectNode document() {
        return new AsyncApi().written();
    }

    private ObjectNode written() {
        root.put("asyncapi", "3.1.0");
        root.putObject("info")
                .put("title", "Copydesk topics")
                .put("version", ProductVersion.current().text())
                .put(
                        "description",
                        "Clean, deduplicated, enriched articles and the stories they form. Records are written in transactions: read with"
                                + " isolation.level=read_committed. Unknown fields and headers are to be ignored.");
        root.put("defaultContentType", "application/json");
        server(root.putObject("servers").putObject("cluster"));
        ObjectNode channels = root.putObject("channels");
        ObjectNode operations = root.putObject("operations");
        Topics.forConsumers().forEach(topic -> {
            channel(channels.putObject(topic.name()), topic);
            operation(operations.putObject("publish-" + topic.name()), topic);
        });
        ObjectNode components = root.putObject("components");
        ObjectNode messages = components.putObject("messages");
        ObjectNode schemas = components.putObject("schemas");
        Topics.forConsumers().forEach(topic -> {
            message(messages.putObject(topic.name()), topic);
            schema(schemas, topic.json());
        });
        return root;
    }

    private static void server(ObjectNode server) {
        server.put("host", "{bootstrapServer}").put("protocol", "kafka");
        server.put("description", "The Kafka cluster that the services run on.");
        server.putObject("variables")
                .putObject("bootstrapServer")
                .put("default", "localhost:9092")
                .put("description", "Host and port of a broker.");
    }

    private static void channel(ObjectNode channel, Topic<?> topic) {
        channel.put("address", topic.name(Topics.DEFAULT_PREFIX)).put("description", topic.description());
        channel.putArray("servers").addObject().put("$ref", "#/servers/cluster");
        channel.putObject("messages").putObject(topic.name()).put("$ref", "#/components/messages/" + topic.name());
        ObjectNode kafka = channel.putObject("bindings").putObject("kafka");
        kafka.put("topic", topic.name(Topics.DEFAULT_PREFIX));
        ObjectNode settings = kafka.putObject("topicConfiguration");
        settings.putArray("cleanup.policy").add(topic.settings().get("cleanup.policy"));
        settings.put("retention.ms", Long.parseLong(topic.settings().get("retention.ms")));
        if (topic.hasTombstones()) {
            settings.put("delete.retention.ms", Long.parseLong(topic.settings().get("delete.retention.ms")));
        }
        settings.put("max.message.bytes", topic.maxBytes());
        kafka.put("bindingVersion", "0.5.0");
    }

    private static void operation(ObjectNode operation, Topic<?> topic) {
        operation.put("action", "send").put("summary", "Published for consumers: " + topic.description());
        operation.putObject("channel").put("$ref", "#/channels/" + topic.name());
    }

    private static void message(ObjectNode message, Topic<?> topic) {
        message.put("name", topic.name()).put("title", topic.json().getSimpleName());
        message.put("summary", topic.description()).put("contentType", "application/json");
        headers(message.putObject("headers").put("type", "object"), topic);
        message.putObject("payload").put("$ref", SCHEMAS + topic.json().getSimpleName());
        ObjectNode key = message.putObject("bindings").putObject("kafka").putObject("key");
        key.put("type", "string").put("description", keyDescription(topic));
        ArrayNode examples = message.putArray("examples");
        ExampleRecords.of(topic.json()).forEach(record -> examples.addObject().set("payload", record));
    }

    private static void headers(ObjectNode headers, Topic<?> topic) {
        ObjectNode properties = headers.putObject("properties");
        ArrayNode required = headers.putArray("required");
        for (TopicHeader header : Topics.headers(topic)) {
            ObjectNode property =
                    properties.putObject(header.name()).put("type", "string").put("description", header.description());
            if (header.example() != null) {
                property.putArray("examples").add(header.example());
            }
            if (header.always()) {
                required.add(header.name());
            }
        }
    }

    private static String keyDescription(Topic<?> topic) {
        String partitioned = topic.key() + "; all records of a key are in one partition, in order";
        return topic.hasTombstones()
                ? partitioned + ". A record without a value withdraws what its key had."
                : partitioned + ".";
    }

    /** A record and those within it, each a schema of its own: definitions within a schema cannot be referred to from the document. */
    private static void schema(ObjectNode schemas, Class<?> type) {
        ObjectNode schema = JsonSchemas.of(type);
        JsonNode definitions = schema.path("$defs");
        schema.remove(List.of("$schema", "$id", "$defs"));
        schemas.set(type.getSimpleName(), schema);
        definitions.properties().forEach(definition -> {
            if (!schemas.has(definition.getKey())) {
                schemas.set(definition.getKey(), definition.getValue());
            }
        });
        refer(schemas);
    }

    private static void refer(JsonNode node) {
        if (node instanceof ObjectNode object && object.path("$ref").asText().startsWith("#/$defs/")) {
            object.put("$ref", SCHEMAS + object.get("$ref").textValue().substring("#/$defs/".length()));
        }
        node.forEach(AsyncApi::refer);
    }
}
