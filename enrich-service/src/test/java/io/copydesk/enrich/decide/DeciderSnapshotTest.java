package io.copydesk.enrich.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.enrich.memory.ByteBlocks;
import io.copydesk.enrich.sketch.Fingerprint;
import io.copydesk.enrich.sketch.Sketch;
import io.copydesk.enrich.snapshot.ChangelogMark;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeciderSnapshotTest {

    @TempDir
    private Path folder;

    @Test
    void aDeciderThatIsReadGoesOnAsTheOneThatWasWritten() throws Exception {
        for (int seed = 0; seed < 40; seed++) {
            for (List<Sketch> sketches : histories(seed)) {
                int half = sketches.size() / 2;
                Published before = new Published();
                Map<String, Sketch> stored = new HashMap<>();
                Published killed = new Published(stored, new Decider(stored::get, ByteBlocks.in(folder)));
                sketches.subList(0, half).forEach(sketch -> {
                    before.put(sketch);
                    killed.put(sketch);
                });
                Path file = folder.resolve("snapshot");
                NotedDigests decided = new NotedDigests();
                before.sketches.keySet().forEach(id -> decided.note(id, id.length()));

                ChangelogMark mark = seed % 2 == 0 ? null : new ChangelogMark(seed, "snapshot " + seed);
                new DeciderSnapshot(killed.decider, decided).write(file, mark);
                sketches.subList(half, sketches.size()).forEach(killed::put);
                Map<String, Sketch> latest = new HashMap<>(before.sketches);
                Decider read;
                try (DeciderSnapshot.Opened opened = DeciderSnapshot.open(file)) {
                    assertThat(opened.mark()).isEqualTo(mark);
                    assertThat(opened.decided().size()).isEqualTo(before.sketches.size());
                    assertThat(before.sketches.keySet())
                            .allMatch(id -> opened.decided().isLast(id, id.length()));
                    read = opened.decider(latest::get, ByteBlocks.in(folder));
                }

                assertThat(ids(read)).containsExactlyInAnyOrderElementsOf(before.sketches.keySet());
                Published after = new Published(latest, read);
                DeciderTest.assertGoOnAlike(after, before, sketches.subList(half, sketches.size()), seed);
            }
        }
    }

    @Test
    void anArticleThatIsRemovedLeavesNothing() {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            for (List<Sketch> sketches : histories(seed)) {
                int half = sketches.size() / 2;
                Published before = new Published();
                sketches.subList(0, half).forEach(before::put);
                List<String> ids = new ArrayList<>(ids(before.decider));
                ids.sort(null);
                Set<String> removed =
                        ids.stream().filter(id -> random.nextInt(4) == 0).collect(Collectors.toSet());
                before.update(removed, List.of());

                Published without = new Published(before.sketches);

                DeciderTest.assertGoOnAlike(before, without, sketches.subList(half, sketches.size()), seed);
            }
        }
    }

    private static List<List<Sketch>> histories(int seed) {
        return List.of(
                DeciderTest.interleaved(DeciderTest.histories(), new Random(seed)),
                DeciderTest.shuffled(DeciderTest.editions(), seed));
    }

    private static List<String> ids(Decider decider) {
        return decider.articles().map(Fingerprint::id).toList();
    }
}
