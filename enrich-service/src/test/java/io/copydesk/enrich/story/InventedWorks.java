package io.copydesk.enrich.story;

import io.copydesk.enrich.memory.ByteBlocks;
import io.copydesk.enrich.sketch.HeldSketch;
import io.copydesk.enrich.sketch.Sketch;
import io.copydesk.schemas.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sketches with given terms, each of weight 100. */
final class InventedWorks {

    private InventedWorks() {}

    /** A work with so many terms of one topic, the same ones within a language and across languages. */
    static Sketch of(String id, @Nullable Long millis, @Nullable String language, String topic, int terms) {
        return of(id, millis, language, topic, terms, "", 0);
    }

    /** The same with terms of two topics: two works have the terms of a topic in common, up to the lower number. */
    static Sketch of(
            String id,
            @Nullable Long millis,
            @Nullable String language,
            String one,
            int ofOne,
            String other,
            int ofOther) {
        Map<Integer, Integer> weights = new TreeMap<>();
        for (int i = 0; i < ofOne; i++) {
            weights.put((one + i).hashCode(), 100);
        }
        for (int i = 0; i < ofOther; i++) {
            weights.put((other + i).hashCode(), 100);
        }
        return of(id, millis, language, weights, weights);
    }

    /** A work with terms by hash. */
    static Sketch of(
            String id,
            @Nullable Long millis,
            @Nullable String language,
            Map<Integer, Integer> within,
            Map<Integer, Integer> across) {
        Map<String, Object> fingerprint = new HashMap<>();
        fingerprint.put("id", id);
        fingerprint.put("site", "a.example");
        fingerprint.put("language", language);
        fingerprint.put("millis", millis == null ? Long.MAX_VALUE : millis);
        fingerprint.put("samples", "");
        Map<String, Object> terms = Map.of("within", encoded(within), "across", encoded(across), "shown", List.of());
        byte[] json = Json.bytes(Map.of("fingerprint", fingerprint, "headline", "Invented", "terms", terms));
        try {
            return Json.read(json, Sketch.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same work with so many words; the others have none and so are short. */
    @SuppressWarnings("unchecked")
    static Sketch ofWords(int words, Sketch sketch) {
        try {
            Map<String, Object> json = Json.read(Json.bytes(sketch), Map.class);
            ((Map<String, Object>) json.get("fingerprint")).put("words", words);
            return Json.read(Json.bytes(json), Sketch.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String encoded(Map<Integer, Integer> weights) {
        ByteBuffer bytes = ByteBuffer.allocate(6 * weights.size());
        new TreeMap<>(weights).forEach((hash, weight) -> bytes.putInt(hash).putChar((char) weight.intValue()));
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    static Node node(Sketch sketch) {
        return new Node(HeldSketch.of(sketch, ByteBlocks.onHeap()), 0);
    }

    static Profile profile(Sketch sketch) {
        return node(sketch).profile();
    }
}
