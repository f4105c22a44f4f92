package io.copydesk.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes the data contract of the public topics from the catalogue and the schemas, as the Open Data Contract Standard 3.1 has it; JSON,
 * which is YAML too.
 *
 * @see <a href="https://bitol-io.github.io/open-data-contract-standard/v3.1.0/">ODCS 3.1.0</a>
 */
final class DataContract {

    private DataContract() {}

    static ObjectNode document() {
        ObjectNode root = Json.object();
        root.put("apiVersion", "v3.1.0").put("kind", "DataContract");
        root.put("id", "urn:copydesk:contract:topics").put("name", "Copydesk topics");
        root.put("version", ProductVersion.current().text()).put("status", "active");
        root.putObject("description")
                .put("purpose", "Clean, deduplicated, enriched articles and the stories they form.")
                .put(
                        "usage",
                        "Read with isolation.level=read_committed and upsert by key; a record without a value removes its key.")
                .put(
                        "limitations",
                        "There is no order between topics or keys. Fields are only ever added; ignore unknown ones.");
        root.putArray("servers")
                .addObject()
                .put("server", "cluster")
                .put("type", "kafka")
                .put("description", "The Kafka cluster that the services run on.")
                .put("host", "localhost:9092")
                .put("format", "json");
        ArrayNode schema = root.putArray("schema");
        Topics.forConsumers().forEach(topic -> topic(schema.addObject(), topic));
        sla(root.putArray("slaProperties"));
        return root;
    }

    private static void topic(ObjectNode object, Topic<?> topic) {
        object.put("name", topic.name()).put("physicalName", topic.name(Topics.DEFAULT_PREFIX));
        object.put("physicalType", "topic").put("logicalType", "object").put("description", topic.description());
        object.put("dataGranularityDescription", "The last record of a key counts. Key: " + topic.key() + ".");
        object.putArray("authoritativeDefinitions")
                .addObject()
                .put("url", EventHeaders.schema(topic.json()))
                .put("type", "implementation")
                .put("description", "Identifier of the JSON Schema of the values.");
        ObjectNode schema = JsonSchemas.of(topic.json());
        ArrayNode properties = properties(object, schema, schema);
        List<String> key = keyFields(topic, schema);
        properties.forEach(property -> {
            int position = key.indexOf(property.get("name").textValue()) + 1;
            if (position > 0) {
                ((ObjectNode) property).put("primaryKey", true).put("primaryKeyPosition", position);
            }
        });
        ArrayNode quality = object.putArray("quality");
        for (Promise promise : Promise.values()) {
            if (promise.isOf(topic) && promise != Promise.FRESHNESS) {
                quality(quality.addObject(), promise);
            }
        }
    }

    private static List<String> keyFields(Topic<?> topic, JsonNode schema) {
        if (topic.identity() == Topic.Identity.KEY_AND_VERSIONS) {
            return List.of("id", "previousVersion", "version");
        }
        return List.of("@id", "id", "site").stream()
                .filter(schema.get("properties")::has)
                .limit(1)
                .toList();
    }

    private static void quality(ObjectNode rule, Promise promise) {
        rule.put("name", promise.label()).put("description", promise.text()).put("dimension", promise.dimension());
        if (promise == Promise.SCHEMA) {
            rule.put("type", "library").put("metric", "invalidValues").put("mustBe", 0);
        } else if (promise == Promise.EVENTS) {
            rule.put("type", "library").put("metric", "duplicateValues").put("mustBe", 0);
            rule.putObject("arguments").putArray("headers").add("ce_source").add("ce_id");
        } else {
            rule.put("type", "custom").put("engine", "copydesk").put("implementation", promise.label());
        }
    }

    private static void sla(ArrayNode sla) {
        sla.addObject()
                .put("property", Promise.FRESHNESS.label())
                .put("value", Promise.FRESH.toSeconds())
                .put("unit", "s")
                .put("element", Topics.ENRICHED_ARTICLES.name())
                .put("driver", "operational")
                .put("description", Promise.FRESHNESS.text());
        for (Topic<?> topic : Topics.forConsumers()) {
            Duration kept = topic.kept();
            if (kept != null) {
                sla.addObject()
                        .put("property", "retention")
                        .put("value", kept.toDays())
                        .put("unit", "d")
                        .put("element", topic.name())
                        .put("driver", "operational")
                        .put(
                                "description",
                                topic.cleanup() == Topic.Cleanup.COMPACT
                                        ? "Every record is kept so long, and the last one of each key without limit."
                                        : "Every record is kept so long.");
            }
        }
    }

    private static ArrayNode properties(ObjectNode object, JsonNode record, JsonNode root) {
        Set<String> required = new HashSet<>();
        record.path("required").forEach(name -> required.add(name.textValue()));
        ArrayNode properties = object.putArray("properties");
        for (Map.Entry<String, JsonNode> field : record.get("properties").properties()) {
            ObjectNode property = properties.addObject().put("name", field.getKey());
            property.put("description", field.getValue().path("description").asText());
            property.put("required", required.contains(field.getKey()));
            if (field.getValue().has("examples")) {
                property.set("examples", field.getValue().get("examples"));
            }
            type(property, field.getValue(), root);
        }
        return properties;
    }

    private static void type(ObjectNode property, JsonNode value, JsonNode root) {
        if (value.has("$ref")) {
            JsonNode record = root.at(value.get("$ref").textValue().substring(1));
            property.put("logicalType", "object").put("physicalType", "object");
            properties(property, record, root);
            return;
        }
        String type = value.get("type").textValue();
        boolean time = "date-time".equals(value.path("format").textValue());
        property.put("logicalType", time ? "timestamp" : type).put("physicalType", type);
        if (time) {
            property.putObject("logicalTypeOptions").put("timezone", true);
        }
        if (value.has("items")) {
            type(property.putObject("items"), value.get("items"), root);
        }
    }
}
