package io.copydesk.kit.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * How the text of one type of value is read and written.
 *
 * @param expected what a right value looks like, the end of the sentence "expected …"
 * @param parse text to value; throws {@link IllegalArgumentException} for text that is not of the type
 * @param format value to text, such that {@code parse} reads it back
 */
record ValueType(String expected, Function<String, Object> parse, Function<Object, String> format) {

    /**
     * The type of value for a record component.
     *
     * @throws IllegalArgumentException for a component type that cannot be read from text: a fault in the program
     */
    static ValueType of(Type type) {
        if (type instanceof ParameterizedType generic) {
            return ofGeneric(generic);
        }
        if (!(type instanceof Class<?> raw)) {
            throw new IllegalArgumentException("no written form for " + type);
        }
        if (raw.isEnum()) {
            return ofEnum(raw);
        }
        return switch (raw.getName()) {
            case "java.lang.String" -> plain("a text", text -> text);
            case "int", "java.lang.Integer" -> plain("a whole number", Integer::valueOf);
            case "long" -> plain("a whole number", Long::valueOf);
            case "double" -> plain("a number", ValueType::finite);
            case "boolean" -> plain("true or false", ValueType::strictBoolean);
            case "java.time.Duration" ->
                new ValueType(
                        "a duration such as 250ms, 30s, 5m, 1h, 7d or PT1M30S",
                        DurationText::parse,
                        value -> DurationText.format((Duration) value));
            case "io.copydesk.kit.config.DataSize" ->
                plain("a size such as 512B, 64KiB, 5MiB or 1GiB", DataSize::parse);
            case "java.net.URI" -> plain("an absolute URI such as https://example.org/path", ValueType::absoluteUri);
            case "java.nio.file.Path" -> plain("a path, written in full (~ is not expanded)", ValueType::path);
            default -> throw new IllegalArgumentException("no written form for " + type);
        };
    }

    private static ValueType ofGeneric(ParameterizedType type) {
        ValueType inner = of(type.getActualTypeArguments()[0]);
        if (type.getRawType() == Optional.class) {
            return new ValueType(
                    inner.expected + ", or nothing",
                    text -> text.isEmpty() ? Optional.empty() : Optional.of(inner.parse.apply(text)),
                    value -> ((Optional<?>) value).map(inner.format::apply).orElse(""));
        }
        if (type.getRawType() == List.class) {
            return new ValueType(
                    "a list, each " + inner.expected + ", separated by commas",
                    text -> parseList(text, inner),
                    value -> String.join(
                            ",",
                            ((List<?>) value).stream().map(inner.format::apply).toList()));
        }
        throw new IllegalArgumentException("no written form for " + type);
    }

    private static ValueType ofEnum(Class<?> type) {
        List<String> names =
                Arrays.stream(type.getEnumConstants()).map(ValueType::enumName).toList();
        return new ValueType(
                "one of " + String.join(", ", names),
                text -> {
                    int index = names.indexOf(text);
                    if (index < 0) {
                        throw new IllegalArgumentException(text);
                    }
                    return type.getEnumConstants()[index];
                },
                ValueType::enumName);
    }

    private static ValueType plain(String expected, Function<String, Object> parse) {
        return new ValueType(expected, parse, Object::toString);
    }

    private static String enumName(Object constant) {
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<Object> parseList(String text, ValueType inner) {
        List<Object> values = new ArrayList<>();
        for (String part : text.isBlank() ? new String[0] : text.split(",", -1)) {
            values.add(inner.parse.apply(part.strip()));
        }
        return List.copyOf(values);
    }

    private static Double finite(String text) {
        double value = Double.parseDouble(text);
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(text);
        }
        return value;
    }

    /** {@link Boolean#parseBoolean} takes every typing error for {@code false}. */
    private static Boolean strictBoolean(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static URI absoluteUri(String text) {
        try {
            URI uri = new URI(text);
            if (!uri.isAbsolute()) {
                throw new IllegalArgumentException(text);
            }
            return uri;
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /** Only a shell expands {@code ~}; taken as it is it would make a folder of that name. */
    private static Path path(String text) {
        try {
            if (text.isEmpty() || text.equals("~") || text.startsWith("~/")) {
                throw new IllegalArgumentException(text);
            }
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
