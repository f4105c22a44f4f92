package io.copydesk.schemas;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Puts a decision into the JSON of an article without reading the rest of it into objects: what {@link Json#bytes} gives of the article with
 * the decision, at the cost of looking for its place. An article is published again for each change of its relations, and its text is most of
 * the record. Thread-safe.
 */
public final class DecidedJson {

    private static final byte[] MEMBER = ",\"decision\":".getBytes(StandardCharsets.US_ASCII);

    private DecidedJson() {}

    /**
     * The JSON of an article with a decision.
     *
     * @param article what {@link Json#bytes} gave of the article, without a decision
     * @param basedOn whether the article is to have {@code isBasedOn}
     * @return {@code null} when these bytes are not of that form, have a decision, or lack an {@code isBasedOn} that they are to have
     */
    public static byte @Nullable [] of(byte[] article, Decision decision, boolean basedOn) {
        int place = place(article, basedOn);
        if (place < 0) {
            return null;
        }
        byte[] value = Json.bytes(decision);
        byte[] decided = Arrays.copyOf(article, article.length + MEMBER.length + value.length);
        System.arraycopy(MEMBER, 0, decided, place, MEMBER.length);
        System.arraycopy(value, 0, decided, place + MEMBER.length, value.length);
        System.arraycopy(article, place, decided, place + MEMBER.length + value.length, article.length - place);
        return decided;
    }

    /** Where the member belongs, which is after {@code pipeline.access}; negative when it cannot be put there. */
    private static int place(byte[] article, boolean basedOn) {
        try (JsonParser parser = Json.parser(article)) {
            boolean isBasedOn = false;
            parser.nextToken();
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                isBasedOn |= name.equals("isBasedOn");
                JsonToken value = parser.nextToken();
                if (name.equals("pipeline") && value == JsonToken.START_OBJECT) {
                    return basedOn && !isBasedOn ? -1 : placeInPipeline(parser);
                }
                parser.skipChildren();
            }
            return -1;
        } catch (IOException e) {
            return -1;
        }
    }

    private static int placeInPipeline(JsonParser parser) throws IOException {
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            boolean isObject = parser.nextToken() == JsonToken.START_OBJECT;
            parser.skipChildren();
            if (name.equals("access")) {
                int place = (int) parser.currentLocation().getByteOffset();
                return !isObject || "decision".equals(parser.nextFieldName()) ? -1 : place;
            }
        }
        return -1;
    }
}
