package io.copydesk.extraction.metadata;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.copydesk.extraction.dom.RawText;
import io.copydesk.schemas.LowerCase;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * The JSON-LD objects of a page, flattened: arrays, {@code @graph} and nested objects, with references by {@code @id}
 * resolved. Read leniently, since real pages carry comments, raw control characters and trailing commas; a script that
 * cannot be read at all is left out.
 */
final class JsonLd {

    private static final int MAX_SCRIPT = 2 * 1024 * 1024;
    private static final int MAX_OBJECTS = 4000;

    private static final ObjectMapper LENIENT = JsonMapper.builder(new JsonFactory())
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_MISSING_VALUES)
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .enable(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private final List<JsonNode> objects = new ArrayList<>();
    private final Map<String, JsonNode> byId = new LinkedHashMap<>();

    private JsonLd() {}

    static JsonLd of(PageElements page) {
        JsonLd all = new JsonLd();
        for (Element script : page.scripts()) {
            if (!LowerCase.of(script.attr("type")).contains("ld+json")) {
                continue;
            }
            String data = RawText.of(script);
            if (!data.isBlank() && data.length() <= MAX_SCRIPT) {
                all.add(data);
            }
        }
        return all;
    }

    private void add(String script) {
        String json = unwrap(script);
        try (JsonParser parser = LENIENT.createParser(json)) {
            JsonNode node;
            while ((node = LENIENT.readTree(parser)) != null && objects.size() < MAX_OBJECTS) {
                flatten(node);
            }
        } catch (IOException e) {
            // Objects before the syntax error have been added; the rest of this script is ignored.
        }
    }

    /** Takes off what hid scripts from old browsers, and a semicolon at the end. */
    private static String unwrap(String script) {
        String json = script.strip();
        if (json.indexOf('"') < 0 && json.contains("&quot;")) {
            json = Parser.unescapeEntities(json, false);
        }
        for (String open : List.of("<!--", "//<![CDATA[", "<![CDATA[", "/*<![CDATA[*/")) {
            if (json.startsWith(open)) {
                json = json.substring(open.length()).strip();
            }
        }
        for (String close : List.of("-->", "//]]>", "]]>", ";")) {
            if (json.endsWith(close)) {
                json = json.substring(0, json.length() - close.length()).strip();
            }
        }
        return json;
    }

    private void flatten(JsonNode root) {
        Deque<JsonNode> open = new ArrayDeque<>();
        open.add(root);
        while (!open.isEmpty() && objects.size() < MAX_OBJECTS) {
            JsonNode node = open.poll();
            if (node.isObject()) {
                if (node.has("@type")) {
                    objects.add(node);
                }
                String id = node.path("@id").asText("");
                if (!id.isEmpty() && node.size() > 1) {
                    byId.putIfAbsent(id, node);
                }
            }
            for (JsonNode child : node) {
                if (child.isContainerNode()) {
                    open.add(child);
                }
            }
        }
    }

    /** Every object with a type, outer ones before the ones inside them. */
    List<JsonNode> objects() {
        return objects;
    }

    /** The object {@code node} refers to when it is nothing but a reference, else {@code node}. */
    JsonNode resolve(JsonNode node) {
        return node.isObject() && node.size() <= 2 && node.has("@id") && !node.has("name")
                ? byId.getOrDefault(node.path("@id").asText(), node)
                : node;
    }

    /** Whether {@code node} is of a type whose name ends in {@code suffix}. */
    static boolean isType(JsonNode node, String suffix) {
        JsonNode type = node.path("@type");
        if (type.isTextual()) {
            return type.asText().endsWith(suffix);
        }
        for (JsonNode one : type) {
            if (one.asText().endsWith(suffix)) {
                return true;
            }
        }
        return false;
    }
}
