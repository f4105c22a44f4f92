package io.copydesk.extraction.embedded;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;

/** Reads data that a page pushes as strings: rows of {@code id:value}, a value being JSON or text of a stated length. */
final class PushedStrings {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String CALL = ".push([";
    private static final int MAX_ID = 8;
    private static final int LONG_TEXT = 300;

    private PushedStrings() {}

    /** Adds the strings that {@code script} pushes to {@code stream}. */
    static void append(String script, StringBuilder stream) {
        char[] chars = script.toCharArray();
        int call = script.indexOf(CALL);
        while (call >= 0) {
            int from = call + CALL.length() - 1;
            try (JsonParser parser = JSON.createParser(chars, from, chars.length - from)) {
                JsonToken token = parser.nextToken();
                while (token != null && token != JsonToken.END_ARRAY) {
                    if (token == JsonToken.VALUE_STRING) {
                        stream.append(parser.getText());
                    }
                    token = parser.nextToken();
                }
            } catch (IOException ignored) {
                // A truncated string is skipped.
            }
            call = script.indexOf(CALL, from);
        }
    }

    static void rows(CharSequence stream, Candidates candidates) {
        String text = stream.toString();
        int at = 0;
        while (at < text.length()) {
            int colon = text.indexOf(':', at);
            int end = text.indexOf('\n', at);
            end = end < 0 ? text.length() : end;
            if (colon < 0 || colon - at > MAX_ID || colon + 1 >= end) {
                at = end + 1;
                continue;
            }
            char kind = text.charAt(colon + 1);
            if (kind == '[' || kind == '{') {
                JsonWalk.read(text.substring(colon + 1, end).toCharArray(), 0, null, candidates);
            } else if (kind == 'T') {
                end = text(text, colon + 2, candidates);
            }
            at = end + 1;
        }
    }

    /** A row of text: its length in bytes as a hexadecimal number, a comma, the text. The next row follows without a line end. */
    private static int text(String stream, int from, Candidates candidates) {
        int comma = stream.indexOf(',', from);
        if (comma < 0 || comma - from > MAX_ID) {
            return from;
        }
        int bytes;
        try {
            bytes = Integer.parseInt(stream.substring(from, comma), 16);
        } catch (NumberFormatException ignored) {
            return from;
        }
        int end = comma + 1;
        while (end < stream.length() && bytes > 0) {
            char c = stream.charAt(end++);
            bytes -= c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        String text = stream.substring(comma + 1, end);
        Piece piece = Piece.part(text);
        if (text.length() >= LONG_TEXT && piece.isProse()) {
            candidates.add(null, List.of(piece));
        }
        return end - 1;
    }
}
