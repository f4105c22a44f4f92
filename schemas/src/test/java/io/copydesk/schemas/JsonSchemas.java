package io.copydesk.schemas;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes the JSON Schema (2020-12) of a record: a component that is not {@code @Nullable} is required, every other is left
 * out when unknown. Unknown properties are allowed, so that a field can be added. What a field means is said by the record's Javadoc, what it looks
 * like by the records in {@code examples}.
 */
final class JsonSchemas {

    private static final Map<Class<?>, String> NUMBERS = Map.of(
            int.class,
            "integer",
            Integer.class,
            "integer",
            long.class,
            "integer",
            Long.class,
            "integer",
            double.class,
            "number",
            Double.class,
            "number");
    private static final Set<Class<?>> BOOLEANS = Set.of(boolean.class, Boolean.class);

    private static final RecordDocs DOCS = RecordDocs.read();

    private final Map<String, ObjectNode> definitions = new TreeMap<>();

    private JsonSchemas() {}

    static ObjectNode of(Class<?> type) {
        JsonSchemas schemas = new JsonSchemas();
        ObjectNode root = node();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("$id", EventHeaders.schema(type));
        root.put("title", type.getSimpleName());
        root.setAll(schemas.record(type));
        if (!schemas.definitions.isEmpty()) {
            ObjectNode definitions = root.putObject("$defs");
            schemas.definitions.forEach(definitions::set);
        }
        new SchemaExamples(root).add(ExampleRecords.of(type));
        return root;
    }

    static String fileName(Class<?> type) {
        return EventHeaders.schemaFile(type);
    }

    private ObjectNode record(Class<?> type) {
        ObjectNode schema = node().put("description", DOCS.of(type)).put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = schema.putArray("required");
        for (RecordComponent component : type.getRecordComponents()) {
            JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
            String name = named == null ? component.getName() : named.value();
            properties.set(
                    name,
                    described(value(component.getAnnotatedType()), DOCS.of(type, component.getName()), component));
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class) && !isLeftOutWhenEmpty(component)) {
                required.add(name);
            }
        }
        return schema;
    }

    private static boolean isLeftOutWhenEmpty(RecordComponent component) {
        JsonInclude include = component.getAccessor().getAnnotation(JsonInclude.class);
        return include != null && include.value() == JsonInclude.Include.NON_EMPTY;
    }

    private static ObjectNode described(ObjectNode schema, String description, RecordComponent component) {
        schema.put("description", description);
        TextFormat format = component.getAnnotation(TextFormat.class);
        if (format != null) {
            schema.put("format", format.value());
        }
        TextValues values = component.getAnnotation(TextValues.class);
        if (values != null && values.value().length == 1) {
            schema.put("const", values.value()[0]);
        } else if (values != null) {
            ArrayNode allowed = schema.putArray("enum");
            List.of(values.value()).forEach(allowed::add);
        }
        return schema;
    }

    private ObjectNode value(AnnotatedType annotated) {
        if (annotated instanceof AnnotatedParameterizedType list) {
            ObjectNode array = node().put("type", "array");
            array.set("items", value(list.getAnnotatedActualTypeArguments()[0]));
            return array;
        }
        Class<?> type = (Class<?>) annotated.getType();
        if (type == String.class) {
            return node().put("type", "string");
        } else if (type == byte[].class) {
            return node().put("type", "string").put("contentEncoding", "base64");
        } else if (NUMBERS.containsKey(type)) {
            return node().put("type", NUMBERS.get(type));
        } else if (BOOLEANS.contains(type)) {
            return node().put("type", "boolean");
        } else if (type.isEnum()) {
            return enumeration(type);
        } else if (type.isRecord()) {
            return reference(type);
        }
        throw new IllegalArgumentException("no JSON Schema for " + type + "; use a record, list, text or number");
    }

    private ObjectNode enumeration(Class<?> type) {
        if (acceptsUnknownValues(type)) {
            return node().put("type", "string");
        }
        ArrayNode values = node().putArray("enum");
        for (Object constant : type.getEnumConstants()) {
            values.add(Json.mapper().convertValue(constant, String.class));
        }
        return (ObjectNode) node().put("type", "string").set("enum", values);
    }

    /** An enumeration that reads any text may grow, so consumers must not rely on its values. */
    private static boolean acceptsUnknownValues(Class<?> type) {
        return Arrays.stream(type.getMethods()).anyMatch(method -> method.isAnnotationPresent(JsonCreator.class));
    }

    private ObjectNode reference(Class<?> type) {
        String name = type.getSimpleName();
        if (!definitions.containsKey(name)) {
            definitions.put(name, node());
            definitions.put(name, record(type));
        }
        return node().put("$ref", "#/$defs/" + name);
    }

    private static ObjectNode node() {
        return Json.mapper().createObjectNode();
    }

    static List<Class<?>> records() {
        return Topics.all().stream()
                .<Class<?>>map(Topic::value)
                .filter(java.util.Objects::nonNull)
                .distinct()
                .toList();
    }
}
