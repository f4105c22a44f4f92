package io.copydesk.schemas;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Puts a decision into the JSON of an article without reading the rest of it into objects: what {@link Json#bytes} gives of the article with
 * the decision, at the cost of looking for its place. An article is published again for each change of its relations, and its text is most of
 * the record. Thread-safe.
 */
public final class DecidedJson {

    /** Bytes that most decisions have at most. */
    private static final int MORE = 1024;

    private static final String DECISION = ",\"decision\":";
    private static final String BASED_ON = "\"isBasedOn\":";

    private DecidedJson() {}

    /**
     * Where members belong, in bytes from the beginning.
     *
     * @param hasBasedOn whether the article has {@code isBasedOn}
     * @param basedOn before the mentions; negative without any
     * @param decision behind {@code pipeline.access}
     */
    private record Places(boolean hasBasedOn, int basedOn, int decision) {}

    /**
     * The JSON of an article with a decision.
     *
     * @param article what {@link Json#bytes} gave of the article, without a decision
     * @param basedOn what the article has for {@code isBasedOn} unless it has something already, {@code null} for nothing
     * @return {@code null} when these bytes are not of that form, or have a decision
     */
    public static byte @Nullable [] of(byte[] article, Decision decision, @Nullable String basedOn) {
        Places places = places(article);
        if (places == null) {
            return null;
        }
        String added = places.hasBasedOn() ? null : basedOn;
        if (added != null && places.basedOn() < 0) {
            return null;
        }
        ByteArrayOutputStream decided = new ByteArrayOutputStream(article.length + MORE);
        int from = 0;
        if (added != null) {
            decided.write(article, 0, places.basedOn());
            decided.writeBytes((BASED_ON + Json.line(added) + ",").getBytes(StandardCharsets.UTF_8));
            from = places.basedOn();
        }
        decided.write(article, from, places.decision() - from);
        decided.writeBytes(DECISION.getBytes(StandardCharsets.US_ASCII));
        decided.writeBytes(Json.bytes(decision));
        decided.write(article, places.decision(), article.length - places.decision());
        return decided.toByteArray();
    }

    private static @Nullable Places places(byte[] article) {
        try (JsonParser parser = Json.parser(article)) {
            boolean hasBasedOn = false;
            int mentions = -1;
            parser.nextToken();
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                hasBasedOn |= name.equals("isBasedOn");
                mentions = name.equals("mentions") ? start(parser) : mentions;
                JsonToken value = parser.nextToken();
                if (name.equals("pipeline") && value == JsonToken.START_OBJECT) {
                    int decision = placeInPipeline(parser);
                    return decision < 0 ? null : new Places(hasBasedOn, mentions, decision);
                }
                parser.skipChildren();
            }
            return null;
        } catch (IOException e) {
            return null;
        }
    }

    private static int start(JsonParser parser) {
        return (int) parser.currentTokenLocation().getByteOffset();
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
