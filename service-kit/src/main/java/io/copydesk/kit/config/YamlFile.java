package io.copydesk.kit.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.copydesk.kit.failure.FailureText;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A configuration file as a flat list of dotted keys, each with its line.
 *
 * <p>Scalars keep the text that was written ({@code 010} stays {@code 010}), since client settings pass
 * through untouched;
 * a list becomes its items separated by commas. A key that is named twice is an error.
 */
final class YamlFile {
    private static final int MAX_DEPTH = 12;

    /** Where the parser's message names a place (SnakeYAML's marks). */
    private static final Pattern PLACE = Pattern.compile("^ in .*, line (\\d+), column");

    private static final YAMLFactory YAML = YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final JsonParser parser;
    private final String name;
    private final List<GivenValue> values = new ArrayList<>();

    private YamlFile(JsonParser parser, String name) {
        this.parser = parser;
        this.name = name;
    }

    static List<GivenValue> read(Path file) {
        String name = file.toString();
        try (JsonParser parser = YAML.createParser(Files.readString(file))) {
            YamlFile reading = new YamlFile(parser, name);
            JsonToken first = parser.nextToken();
            if (first == JsonToken.START_OBJECT) {
                reading.object("", 1);
            } else if (first != null && first != JsonToken.VALUE_NULL) {
                throw new ConfigException(name + ": expected sections with keys");
            }
            if (parser.nextToken() != null) {
                throw new ConfigException(reading.where() + ": a second document; all stands in one");
            }
            return reading.values;
        } catch (NoSuchFileException e) {
            throw new ConfigException("configuration file not found: " + name);
        } catch (CharacterCodingException e) {
            throw new ConfigException(name + ": not text in UTF-8");
        } catch (JsonProcessingException e) {
            throw new ConfigException(name + " " + problem(e));
        } catch (IOException e) {
            String why = Files.isDirectory(file)
                    ? "it is a folder"
                    : e instanceof AccessDeniedException ? "no permission" : FailureText.of(e);
            throw new ConfigException("cannot read " + name + ": " + why);
        }
    }

    /** The line and what is wrong there: the last of both that the parser names, after what it was doing. */
    private static String problem(JsonProcessingException e) {
        long line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
        String what = "";
        for (String part : e.getOriginalMessage().lines().toList()) {
            Matcher place = PLACE.matcher(part);
            if (place.find()) {
                line = Long.parseLong(place.group(1));
            } else if (!part.startsWith(" ")) {
                what = part;
            }
        }
        return "line " + line + ": not readable as YAML: " + what;
    }

    private void object(String prefix, int depth) throws IOException {
        if (depth > MAX_DEPTH) {
            throw new ConfigException(where() + ": nested too deeply");
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = prefix + parser.currentName();
            String where = where();
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_OBJECT) {
                object(key + ".", depth + 1);
            } else if (token == JsonToken.START_ARRAY) {
                values.add(new GivenValue(key, list(where), Origin.FILE, where));
            } else {
                scalar(key, token == JsonToken.VALUE_NULL ? null : parser.getText(), where, depth);
            }
        }
    }

    /** A section with nothing under it, as when all its keys are commented out, says nothing. */
    private void scalar(String key, @Nullable String text, String where, int depth) {
        if (depth > 1 || text != null && !text.isEmpty()) {
            values.add(new GivenValue(key, text, Origin.FILE, where));
        }
    }

    private String list(String where) throws IOException {
        List<String> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (!parser.currentToken().isScalarValue()) {
                throw new ConfigException(where + ": expected a list of plain values");
            }
            items.add(parser.getText());
        }
        return String.join(",", items);
    }

    private String where() {
        return name + " line " + parser.currentTokenLocation().getLineNr();
    }
}
