package io.copydesk.enrich.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copydesk.enrich.Corpus;
import io.copydesk.schemas.Json;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoredSketchTest {

    @Test
    void sketchesAreReadAsTheyWereStored() {
        for (Sketch sketch : sketches()) {
            byte[] stored = StoredSketch.bytes(sketch);
            assertThat(StoredSketch.isOne(stored)).isTrue();
            Sketch read = StoredSketch.read(stored);
            assertThat(read).isEqualTo(sketch);
            assertThat(Json.line(read)).isEqualTo(Json.line(sketch));
            assertThat(StoredSketch.bytes(read)).isEqualTo(stored);
        }
    }

    @Test
    void jsonIsOfAnotherForm() {
        byte[] json = Json.bytes(sketches().get(0));
        assertThat(StoredSketch.isOne(json)).isFalse();
        assertThatThrownBy(() -> StoredSketch.read(json)).isInstanceOf(IllegalArgumentException.class);
        assertThat(StoredSketch.isOne(new byte[0])).isFalse();
    }

    @Test
    void bytesThatEndEarlyOrHaveOtherLengthsAreRefusedOrReadWithoutHarm() {
        byte[] stored = StoredSketch.bytes(sketches().get(0));
        for (int length : new int[] {1, 4, 5, 9, 30}) {
            byte[] cut = Arrays.copyOf(stored, length);
            assertThatThrownBy(() -> StoredSketch.read(cut)).isInstanceOf(IllegalArgumentException.class);
        }
        for (int length : new int[] {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, stored.length}) {
            byte[] fingerprint = stored.clone();
            ByteBuffer.wrap(fingerprint).putInt(1, length);
            assertThatThrownBy(() -> StoredSketch.read(fingerprint)).isInstanceOf(IllegalArgumentException.class);
            byte[] id = stored.clone();
            ByteBuffer.wrap(id).putInt(5, length);
            assertThatThrownBy(() -> StoredSketch.read(id)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static List<Sketch> sketches() {
        List<Sketch> sketches = new ArrayList<>();
        Corpus.articles().forEach(article -> {
            Sketch sketch = Sketcher.sketch(article);
            Fingerprint untimed =
                    Fingerprint.builder("a\u00e9", "ferry.example").build();
            sketches.add(sketch);
            sketches.add(sketch.arrivedAt(7));
            sketches.add(new Sketch(sketch.fingerprint(), null, sketch.terms(), 5L, null, null));
            sketches.add(new Sketch(untimed, "\u65b0\u805e", sketch.terms(), null, 9L, sketch.lead()));
        });
        return sketches;
    }
}
