package io.copydesk.extraction.embedded;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.copydesk.extraction.embedded.FieldWords.Meaning;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads JSON as a stream and collects what may be the text of an article. One instance per value. */
final class JsonWalk {

    private static final int MAX_DEPTH = 400;
    private static final int MAX_STRING = 4 * 1024 * 1024;
    private static final int LONG_STRING = 300;
    private static final int MAX_HEADLINE = 400;
    private static final int MAX_TYPE = 40;

    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_STRING)
                    .build())
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .build();

    private final Candidates candidates;
    private final Deque<Frame> open = new ArrayDeque<>();

    private final @Nullable String headline;

    private JsonWalk(Candidates candidates, @Nullable String headline) {
        this.candidates = candidates;
        this.headline = headline;
    }

    /**
     * Reads the value that starts at {@code from}; what precedes a syntax error is kept.
     *
     * @param headline of the object that holds the value, {@code null} when it has none
     * @return one after the last character that was read
     */
    static int read(char[] json, int from, @Nullable String headline, Candidates candidates) {
        JsonWalk walk = new JsonWalk(candidates, headline);
        long end = 1;
        try (JsonParser parser = JSON.createParser(json, from, json.length - from)) {
            try {
                walk.read(parser);
            } finally {
                end = parser.currentLocation().getCharOffset();
            }
        } catch (IOException ignored) {
            // Scripts are not JSON, and JSON may be truncated: complete values were collected.
        }
        while (!walk.open.isEmpty()) {
            walk.close();
        }
        return from + (int) Math.max(1, end);
    }

    private void read(JsonParser parser) throws IOException {
        JsonToken token = parser.nextToken();
        String field = "";
        while (token != null) {
            switch (token) {
                case START_OBJECT, START_ARRAY -> {
                    Frame outer = open.peek();
                    boolean item = outer != null && outer.array;
                    open.push(new Frame(item ? outer.name : field, token == JsonToken.START_ARRAY));
                }
                case END_OBJECT, END_ARRAY -> close();
                case FIELD_NAME -> {
                    field = FieldWords.fold(parser.currentName());
                    Frame frame = open.element();
                    frame.identified |= FieldWords.is(field, Meaning.IDENTITY);
                }
                case VALUE_STRING -> string(parser, field);
                default -> {}
            }
            if (open.isEmpty()) {
                return;
            }
            token = parser.nextToken();
        }
    }

    private void string(JsonParser parser, String field) throws IOException {
        Frame frame = open.peek();
        if (frame == null) {
            alone(parser.getText());
            return;
        }
        String name = frame.array ? frame.name : field;
        int length = parser.getTextLength();
        boolean typed = !frame.array && FieldWords.is(name, Meaning.TYPE) && length <= MAX_TYPE;
        if (typed) {
            frame.type(FieldWords.fold(parser.getText()));
            return;
        }
        boolean headline = FieldWords.is(name, Meaning.HEADLINE) || FieldWords.is(frame.name, Meaning.HEADLINE);
        if (headline && length <= MAX_HEADLINE) {
            frame.headline = frame.headline == null ? parser.getText() : frame.headline;
            return;
        }
        boolean text = FieldWords.is(name, Meaning.TEXT);
        if (text || length >= LONG_STRING) {
            String value = parser.getText();
            if (length >= LONG_STRING && isJson(value)) {
                frame.nested.add(value);
                return;
            }
            if (candidates.isFull()) {
                return;
            }
            Piece piece = frame.array ? new Piece("p", value, true) : Piece.part(value);
            if (text) {
                frame.addAll(List.of(piece));
            } else if (length >= LONG_STRING && piece.isProse()) {
                frame.loose.add(piece);
            }
        }
    }

    /** A value that is a string at the top level. */
    private void alone(String value) {
        Piece piece = Piece.part(value);
        if (isJson(value)) {
            candidates.nested(value, headline);
        } else if (piece.isProse()) {
            candidates.add(headline, List.of(piece));
        }
    }

    /** JSON inside a string of JSON. */
    private static boolean isJson(String value) {
        String start = value.stripLeading();
        return start.startsWith("{\"") || start.startsWith("[{\"") || start.startsWith("[\"");
    }

    private void close() {
        Frame frame = open.pop();
        String called = frame.headline == null ? headline : frame.headline;
        frame.nested.forEach(json -> candidates.nested(json, called));
        frame.loose.forEach(piece -> candidates.add(called, List.of(piece)));
        List<Piece> pieces = frame.close();
        Frame outer = open.peek();
        if (outer != null && FieldWords.is(frame.name, Meaning.HEADLINE) && frame.headline != null) {
            outer.headline = outer.headline == null ? frame.headline : outer.headline;
        }
        if (pieces.isEmpty()) {
            return;
        }
        boolean article = frame.headline != null && frame.identified && Frame.weight(pieces) >= Candidates.MIN_WEIGHT;
        boolean goesOn = outer != null
                && !article
                && (outer.array
                        || FieldWords.is(frame.name, Meaning.TEXT)
                        || FieldWords.is(frame.name, Meaning.CONTAINER)
                        || pieces.size() == 1 && pieces.get(0).whole());
        if (goesOn) {
            outer.addAll(pieces);
        }
        if (!goesOn || frame.headline != null) {
            candidates.add(called, pieces);
        }
    }
}
