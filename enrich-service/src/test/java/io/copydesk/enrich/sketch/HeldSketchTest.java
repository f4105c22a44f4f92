package io.copydesk.enrich.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.enrich.Corpus;
import io.copydesk.enrich.memory.ByteBlocks;
import io.copydesk.schemas.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeldSketchTest {

    private static final String ID = "urn:copydesk:article:0123456789abcdef0f1e2d3c4b5a6978";

    @Test
    void sketchesAreReadFromBlocksAsTheyWere(@TempDir Path folder) {
        ByteBlocks blocks = ByteBlocks.in(folder).create();
        List<Sketch> sketches = new ArrayList<>();
        Corpus.articles().forEach(article -> {
            Sketch sketch = Sketcher.sketch(article);
            sketches.add(sketch);
            sketches.add(sketch.arrivedAt(7));
            sketches.add(new Sketch(sketch.fingerprint(), null, sketch.terms(), 5L, null, null));
        });
        List<HeldSketch> held =
                sketches.stream().map(sketch -> HeldSketch.of(sketch, blocks)).toList();
        for (int i = 0; i < held.size(); i++) {
            Sketch sketch = sketches.get(i);
            assertThat(held.get(i).sketch()).isEqualTo(sketch);
            assertThat(held.get(i).termCount()).isEqualTo(sketch.terms().size());
            assertThat(held.get(i).within()).isEqualTo(sketch.terms().within());
            assertThat(held.get(i).across()).isEqualTo(sketch.terms().across());
            assertThat(held.get(i).lead()).isEqualTo(sketch.lead());
        }
    }

    @Test
    void aFingerprintInABlockIsTheSame(@TempDir Path folder) {
        ByteBlocks blocks = ByteBlocks.in(folder).create();
        Corpus.articles().forEach(article -> {
            Fingerprint fingerprint = Sketcher.sketch(article).fingerprint();
            Fingerprint held = fingerprint.heldIn(blocks);
            assertThat(held).isEqualTo(fingerprint).hasSameHashCodeAs(fingerprint);
            assertThat(Json.line(held)).isEqualTo(Json.line(fingerprint));
            assertThat(held.keys().sequences()).isEqualTo(fingerprint.keys().sequences());
            assertThat(held.keys().runs()).isEqualTo(fingerprint.keys().runs());
        });
    }

    @Test
    void idsOfAnyFormAreKeptAsTheyAre() {
        List<String> ids = List.of(
                ID,
                "a",
                ID.toUpperCase(Locale.ROOT),
                ID.replace('a', 'A'),
                ID.replace('a', 'g'),
                ID + "0",
                "urn:copydesk:article:");
        for (String id : ids) {
            Fingerprint fingerprint = Fingerprint.builder(id, "ferry.example").build();
            assertThat(fingerprint.id()).isEqualTo(id);
            assertThat(fingerprint.idHash()).isEqualTo(Fingerprint.hashOf(id));
            for (String other : ids) {
                assertThat(fingerprint.isOf(other)).isEqualTo(id.equals(other));
            }
        }
    }

    @Test
    void articlesOfOneTimeAreOrderedAsTheirIdsAre() {
        List<String> ids = new ArrayList<>(List.of(
                "urn:copydesk:article:f0000000000000000000000000000000",
                "urn:copydesk:article:0000000000000000f000000000000000",
                "urn:copydesk:article:00000000000000000000000000000001",
                "urn:copydesk:article:7fffffffffffffff0000000000000000",
                "urn:copydesk:articlf",
                "urn"));
        List<String> ordered = ids.stream()
                .map(id -> Fingerprint.builder(id, "ferry.example").build())
                .sorted(Fingerprint.ORDER)
                .map(Fingerprint::id)
                .toList();
        assertThat(ordered).isEqualTo(ids.stream().sorted().toList());
    }
}
