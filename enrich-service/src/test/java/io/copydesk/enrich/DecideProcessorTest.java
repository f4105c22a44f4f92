package io.copydesk.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copydesk.enrich.decide.DeciderSnapshot;
import io.copydesk.enrich.sketch.Sketch;
import io.copydesk.enrich.sketch.Sketcher;
import io.copydesk.schemas.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecideProcessorTest {

    @TempDir
    private Path folders;

    private Path folder() {
        try {
            return Files.createDirectory(
                    Files.createTempDirectory(folders, "application").resolve("1_0"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void afterARestartItGoesOnAsBefore() {
        List<Sketch> sketches = Corpus.articles().stream().map(Sketcher::sketch).toList();
        for (int crash = 0; crash < sketches.size(); crash++) {
            DecideRun undisturbed = new DecideRun(folder());
            DecideRun first = new DecideRun(folder());
            sketches.subList(0, crash).forEach(undisturbed::process);
            sketches.subList(0, crash).forEach(first::process);
            DecideRun second = new DecideRun(first);
            undisturbed.context.resetForwards();
            sketches.subList(crash, sketches.size()).forEach(undisturbed::process);
            sketches.subList(crash, sketches.size()).forEach(second::process);
            assertThat(second.forwarded()).as("crash after %d", crash).isEqualTo(undisturbed.forwarded());
        }
    }

    @Test
    void aStartFromASnapshotGoesOnAsOneFromTheSketches() {
        List<Sketch> sketches = Corpus.articles().stream().map(Sketcher::sketch).toList();
        for (int crash = 1; crash < sketches.size(); crash++) {
            for (int changes = 1; changes <= 3; changes++) {
                DecideRun written = new DecideRun(folder(), changes);
                sketches.subList(0, crash).forEach(written::process);
                DecideRun rebuilt = new DecideRun(folder());
                sketches.subList(0, crash).forEach(rebuilt::process);
                // The transaction with the last one is aborted, and one that was stored is replaced.
                Sketch last = sketches.get(crash - 1);
                Sketch replaced = new Sketch(sketches.get(crash / 2).fingerprint(), "Corrected", last.terms());
                List.of(written, rebuilt).forEach(run -> {
                    run.store.delete(last.id());
                    run.store(replaced.id(), Json.bytes(replaced));
                });

                DecideRun fromSnapshot = new DecideRun(written);
                DecideRun fromSketches = new DecideRun(rebuilt);

                sketches.subList(crash - 1, sketches.size()).forEach(fromSnapshot::process);
                sketches.subList(crash - 1, sketches.size()).forEach(fromSketches::process);
                assertThat(Files.exists(written.folder.resolve("decisions.snapshot")))
                        .isEqualTo(crash >= changes);
                assertThat(fromSnapshot.forwarded())
                        .as("crash after %d, snapshot after %d", crash, changes)
                        .isEqualTo(fromSketches.forwarded());
            }
        }
    }

    @Test
    void aStartThatKnowsWhatWasWrittenSinceTheSnapshotGoesOnAsOneFromTheSketches() {
        List<Sketch> sketches = Corpus.articles().stream().map(Sketcher::sketch).toList();
        for (int crash = 4; crash < sketches.size(); crash++) {
            KnownWrites changelog = new KnownWrites();
            DecideRun written = new DecideRun(folder(), 3, changelog);
            DecideRun rebuilt = new DecideRun(folder());
            Sketch replaced = new Sketch(
                    sketches.get(1).fingerprint(), "Corrected", sketches.get(1).terms());
            for (DecideRun run : List.of(written, rebuilt)) {
                sketches.subList(0, crash).forEach(run::process);
                run.store.delete(sketches.get(2).id());
                run.store(replaced.id(), Json.bytes(replaced));
            }

            DecideRun fromSnapshot = new DecideRun(written);
            DecideRun fromSketches = new DecideRun(rebuilt);

            sketches.subList(crash - 1, sketches.size()).forEach(fromSnapshot::process);
            sketches.subList(crash - 1, sketches.size()).forEach(fromSketches::process);
            assertThat(changelog.asked).as("starts that asked").isEqualTo(1);
            assertThat(fromSnapshot.forwarded()).as("crash after %d", crash).isEqualTo(fromSketches.forwarded());
        }
    }

    @Test
    void aCleanStopKeepsASnapshotWithAMarkAndWritesOneWhereThereIsNone() {
        KnownWrites changelog = new KnownWrites();
        DecideRun marked = new DecideRun(folder(), 2, changelog);
        List.of("bridge-exact", "theatre-1", "rain").forEach(id -> marked.process(sketch(id)));
        DecideRun unmarked = new DecideRun(folder());
        unmarked.process(sketch("rain"));

        marked.processor.close();
        unmarked.processor.close();

        assertThat(marked.snapshot()).exists();
        assertThat(unmarked.snapshot()).exists();
        new DecideRun(marked);
        assertThat(changelog.asked).isEqualTo(1);
        assertThat(changelog.told).containsExactlyInAnyOrder("rain", changelog.mark.key());
    }

    @Test
    void aDamagedSnapshotIsOfNoUseAndDoesNoHarm() throws IOException {
        DecideRun written = new DecideRun(folder(), 1);
        List.of("bridge-exact", "theatre-1").forEach(id -> written.process(sketch(id)));
        Path snapshot = written.folder.resolve("decisions.snapshot");
        byte[] bytes = Files.readAllBytes(snapshot);
        for (int at = 0; at < bytes.length; at += 101) {
            byte[] damaged = bytes.clone();
            damaged[at] ^= 1;
            Files.write(snapshot, damaged);
            assertThatThrownBy(() -> DeciderSnapshot.open(snapshot)).isInstanceOf(IOException.class);
        }
        Files.write(snapshot, Arrays.copyOf(bytes, bytes.length / 2));

        DecideRun second = new DecideRun(written);

        second.process(sketch("bridge-1"));
        assertThat(second.moves("bridge-exact")).containsExactly("copydesk.moved-to=bridge-1");
    }

    @Test
    void aSketchThatTheDeciderFailedOnIsDecidedOnWhenItComesAgain() {
        Sketch original = sketch("bridge-1");
        DecideRun undisturbed = new DecideRun(folder());
        DecideRun disturbed = new DecideRun(folder());
        List.of("bridge-exact", "rain").forEach(id -> {
            undisturbed.process(sketch(id));
            disturbed.process(sketch(id));
        });

        assertThatThrownBy(() -> disturbed.process(failing(original))).isInstanceOf(NullPointerException.class);
        assertThat(disturbed.stored()).containsExactlyInAnyOrder("bridge-exact", "rain");
        undisturbed.process(original);
        disturbed.process(original);

        assertThat(disturbed.forwarded()).isEqualTo(undisturbed.forwarded());
        assertThat(disturbed.stored()).containsExactlyInAnyOrder("bridge-exact", "rain", "bridge-1");
    }

    @Test
    void aDecisionThatCouldNotBePublishedIsPublishedWhenTheRecordComesAgain() {
        DecideRun undisturbed = new DecideRun(folder());
        DecideRun disturbed = new DecideRun(folder());
        undisturbed.process(sketch("rain"));

        disturbed.context.failing = EnrichTopology.STORIES;
        assertThatThrownBy(() -> disturbed.process(sketch("rain"))).hasMessage("planted");
        disturbed.context.failing = null;
        disturbed.process(sketch("rain"));

        assertThat(disturbed.forwarded()).isEqualTo(undisturbed.forwarded());
    }

    @Test
    void storedSketchesThatCannotBeReadOrDecidedOnDoNotStopTheStart() {
        DecideRun undisturbed = new DecideRun(folder());
        DecideRun first = new DecideRun(folder());
        List.of("bridge-exact", "theatre-1").forEach(id -> {
            undisturbed.process(sketch(id));
            first.process(sketch(id));
        });
        first.store("bridge-1", Json.bytes(failing(sketch("bridge-1"))));
        first.store("rain", new byte[] {'{'});
        first.store("theatre-3", new byte[] {'{', '}'});
        first.store("theatre-4", Json.bytes(sketch("rain")));

        DecideRun second = new DecideRun(first);

        undisturbed.context.resetForwards();
        for (String id : List.of("bridge-1", "rain", "theatre-2")) {
            undisturbed.process(sketch(id));
            second.process(sketch(id));
        }
        assertThat(second.forwarded()).isEqualTo(undisturbed.forwarded());
    }

    @Test
    void theStartEndsHoweverManyStoredSketchesFail() {
        DecideRun first = new DecideRun(folder());
        for (int i = 0; i < 30; i++) {
            Sketch sketch = Sketcher.sketch(Corpus.article("poison-" + i, "a.example", null, "Poison " + i, ""));
            first.store(sketch.id(), Json.bytes(failing(sketch)));
        }
        DecideRun second = new DecideRun(first);

        second.process(sketch("rain"));

        assertThat(second.forwarded()).anyMatch(line -> line.startsWith("to-assign rain "));
    }

    private static Sketch sketch(String id) {
        return Sketcher.sketch(Corpus.article(id));
    }

    /** Makes the decider throw after it has added the fingerprint. */
    private static Sketch failing(Sketch sketch) {
        return new Sketch(sketch.fingerprint(), sketch.headline(), null);
    }

    @Test
    void aStoryThatIsMergedNamesTheOtherInAHeader() {
        DecideRun run = new DecideRun(folder());
        run.process(Sketcher.sketch(Corpus.article("bridge-exact")));
        run.context.resetForwards();
        run.process(Sketcher.sketch(Corpus.article("bridge-1")));
        assertThat(run.moves("bridge-exact")).containsExactly("copydesk.moved-to=bridge-1");
        assertThat(run.moves("bridge-1")).containsExactly("copydesk.moved-from=bridge-exact");
    }

    @Test
    void aSnapshotWhoseBlocksAreDamagedIsOfNoUseAndDoesNoHarm() throws IOException {
        for (int at : new int[] {3, 40}) {
            DecideRun written = new DecideRun(folder(), 1);
            List.of("bridge-exact", "theatre-1").forEach(id -> written.process(sketch(id)));
            for (Path file : blocks(written.folder)) {
                byte[] bytes = Files.readAllBytes(file);
                bytes[at] ^= 1;
                Files.write(file, bytes);
            }

            DecideRun second = new DecideRun(written);

            second.process(sketch("bridge-1"));
            assertThat(second.moves("bridge-exact")).containsExactly("copydesk.moved-to=bridge-1");
            second.processor.close();
            assertThat(blocks(written.folder)).as("those of the last snapshot").hasSize(2);
        }
    }

    private static List<Path> blocks(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".blocks")).toList();
        }
    }

    @Test
    void forgetsWhatIsOlderThanItsRetention() {
        DecideRun run = new DecideRun(folder());
        run.process(Sketcher.sketch(Corpus.article("bridge-1")), 0);
        run.process(
                Sketcher.sketch(Corpus.article("theatre-1")),
                Duration.ofDays(20).toMillis());
        assertThat(run.stored()).containsExactlyInAnyOrder("bridge-1", "theatre-1");
        run.process(Sketcher.sketch(Corpus.article("rain")), Duration.ofDays(31).toMillis());
        assertThat(run.stored()).containsExactlyInAnyOrder("theatre-1", "rain");
        assertThat(run.forwarded())
                .filteredOn(line -> line.startsWith("to-assign ") && !line.contains("\"decision\""))
                .as("its partition is told")
                .singleElement()
                .asString()
                .startsWith("to-assign bridge-1 ");
        run.process(
                Sketcher.sketch(Corpus.article("bridge-exact")),
                Duration.ofDays(32).toMillis());
        assertThat(run.forwarded().get(run.forwarded().size() - 1)).contains("\"workId\":\"bridge-exact\"");
    }
}
