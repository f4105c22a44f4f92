package io.copydesk.schemas;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Makes the AsyncAPI 3.0 document of the public topics from the catalogue. */
final class AsyncApi {

    private AsyncApi() {}

    static ObjectNode document() {
        ObjectNode root = Json.mapper().createObjectNode();
        root.put("asyncapi", "3.0.0");
        root.putObject("info")
                .put("title", "Copydesk topics")
                .put("version", ProductVersion.current().text())
                .put("description", "Clean, deduplicated, enriched articles and the stories they form.");
        root.put("defaultContentType", "application/json");
        ObjectNode channels = root.putObject("channels");
        ObjectNode operations = root.putObject("operations");
        ObjectNode messages = root.putObject("components").putObject("messages");
        for (Topic<?> topic : Topics.published()) {
            String message = topic.value().getSimpleName();
            ObjectNode channel = channels.putObject(topic.name());
            channel.put("address", topic.name(Topics.DEFAULT_PREFIX)).put("description", topic.description());
            channel.putObject("messages").putObject(message).put("$ref", "#/components/messages/" + message);
            ObjectNode kafka = channel.putObject("bindings").putObject("kafka");
            kafka.put("topic", topic.name(Topics.DEFAULT_PREFIX));
            ObjectNode settings = kafka.putObject("topicConfiguration");
            settings.putArray("cleanup.policy").add(topic.settings().get("cleanup.policy"));
            settings.put("retention.ms", Long.parseLong(topic.settings().get("retention.ms")));
            settings.put("max.message.bytes", topic.maxBytes());
            kafka.put("bindingVersion", "0.5.0");
            ObjectNode operation = operations.putObject("publish-" + topic.name());
            operation.put("action", "send").put("summary", "Published for consumers: " + topic.description());
            operation.putObject("channel").put("$ref", "#/channels/" + topic.name());
            messages.withObject("/" + message)
                    .put("name", message)
                    .put("contentType", "application/json")
                    .withObject("/payload")
                    .put("schemaFormat", "application/schema+json;version=draft-2020-12")
                    .withObject("/schema")
                    .put("$ref", JsonSchemas.BASE + JsonSchemas.fileName(topic.value()));
            messages.withObject("/" + message)
                    .withObject("/bindings")
                    .withObject("/kafka")
                    .withObject("/key")
                    .put("type", "string")
                    .put("description", topic.key());
        }
        return root;
    }
}
