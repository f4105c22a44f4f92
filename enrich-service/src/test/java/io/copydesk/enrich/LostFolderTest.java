package io.copydesk.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.enrich.copy.CopyLog;
import io.copydesk.enrich.copy.CopyLogInMemory;
import io.copydesk.enrich.decide.DeciderSnapshot;
import io.copydesk.enrich.sketch.Sketch;
import io.copydesk.enrich.sketch.Sketcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LostFolderTest {

    private final List<Sketch> sketches =
            Corpus.articles().stream().map(Sketcher::sketch).toList();
    private final CopyLogInMemory copies = new CopyLogInMemory();

    @TempDir
    private Path folders;

    private Path folder() throws IOException {
        return Files.createDirectory(
                Files.createTempDirectory(folders, "application").resolve("1_0"));
    }

    /** A task that was given the first sketches, and whose copy is of all of them but the last: it cannot write the next one. */
    private DecideRun copied(int sketchesGiven) throws Exception {
        DecideRun run = new DecideRun(folder(), 1, copies);
        for (Sketch sketch : sketches.subList(0, sketchesGiven - 1)) {
            run.process(sketch);
            awaitCopy();
        }
        copies.room = 0;
        run.process(sketches.get(sketchesGiven - 1));
        awaitCopy();
        copies.room = Integer.MAX_VALUE;
        return run;
    }

    private static void awaitCopy() throws InterruptedException {
        for (Thread copying : copying()) {
            copying.join();
        }
    }

    private static List<Thread> copying() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("decider-copy"))
                .toList();
    }

    private static long blocks(DecideRun run) throws IOException {
        try (Stream<Path> files = Files.list(run.folder)) {
            return files.filter(file -> file.toString().endsWith(".blocks")).count();
        }
    }

    /** Compares a start with one that has neither files nor a copy. */
    private void assertGoesOn(DecideRun start, int given) throws IOException {
        DecideRun rebuilt = new DecideRun(folder());
        sketches.subList(0, given).forEach(rebuilt::process);
        rebuilt.context.resetForwards();
        sketches.subList(given, sketches.size()).forEach(start::process);
        sketches.subList(given, sketches.size()).forEach(rebuilt::process);
        assertThat(start.forwarded()).as("after %d", given).isEqualTo(rebuilt.forwarded());
        start.processor.close(); // ends its own copy, which another test would find under way
    }

    static IntStream given() {
        return IntStream.range(2, Corpus.articles().size());
    }

    @ParameterizedTest
    @MethodSource("given")
    void aStartWithoutItsFolderGoesOnFromTheCopy(int given) throws Exception {
        DecideRun killed = copied(given);

        DecideRun start = new DecideRun(killed, folder());

        assertThat(start.snapshot()).as("taken from the copy").exists();
        assertThat(blocks(start)).as("none for another decider").isEqualTo(2);
        assertGoesOn(start, given);
        killed.processor.close();
    }

    @Test
    void aCopyThatIsNotWholeIsOfNoUseAndDoesNoHarm() throws Exception {
        DecideRun killed = copied(2);
        killed.processor.close();
        copies.damage();

        DecideRun start = new DecideRun(killed, folder());

        assertThat(start.snapshot()).doesNotExist();
        assertGoesOn(start, 2);
    }

    @Test
    void aDamagedFileIsReplacedByTheCopy() throws Exception {
        DecideRun killed = copied(2);
        killed.processor.close();
        Files.write(killed.snapshot(), new byte[] {1, 2, 3});

        DecideRun start = new DecideRun(killed);

        try (DeciderSnapshot.Opened taken = DeciderSnapshot.open(start.snapshot())) {
            assertThat(taken.decided().size()).isEqualTo(1);
        }
        assertGoesOn(start, 2);
    }

    @Test
    void aFileThatIsThereIsReadWithoutTheCopy() throws Exception {
        DecideRun killed = copied(2);
        killed.processor.close();

        DecideRun start = new DecideRun(killed);

        assertThat(copies.reads).isZero();
        assertGoesOn(start, 2);
    }

    @Test
    @Timeout(60)
    void aStopEndsACopyThatIsUnderWay() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        DecideRun run = new DecideRun(folder(), 1, new CopyLog() {
            @Override
            public Writer writer() throws IOException {
                begun.countDown();
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                throw new IOException("interrupted");
            }

            @Override
            public byte[] manifest() {
                return null;
            }

            @Override
            public void read(long[] offsets, Parts parts) {}
        });
        run.process(sketches.get(0));
        begun.await();
        byte[] snapshot = Files.readAllBytes(run.snapshot());
        run.process(sketches.get(1));
        assertThat(run.snapshot()).as("not while a copy is under way").hasBinaryContent(snapshot);

        run.processor.close();

        assertThat(copying()).isEmpty();
        assertThat(Files.readAllBytes(run.snapshot())).isNotEqualTo(snapshot);
    }
}
