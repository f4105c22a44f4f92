package io.copydesk.enrich.copy;

import static io.copydesk.enrich.copy.CopyManifest.PART;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CopyTest {

    private static final String FORM = "form 1";
    private static final String SNAPSHOT = "decisions.snapshot";
    private static final String BLOCKS = "decisions17.blocks";

    private final CopyLogInMemory log = new CopyLogInMemory();
    private final Random random = new Random(1);

    @TempDir
    private Path from;

    @TempDir
    private Path into;

    @BeforeEach
    void files() throws IOException {
        write(SNAPSHOT, 3 * PART + 5);
        write(BLOCKS, 20 * PART);
    }

    private byte[] write(String name, int length) throws IOException {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        Files.write(from.resolve(name), bytes);
        return bytes;
    }

    private void change(String name, int at) throws IOException {
        byte[] bytes = Files.readAllBytes(from.resolve(name));
        bytes[at]++;
        Files.write(from.resolve(name), bytes);
    }

    private CopyUpload upload() throws IOException {
        return CopyUpload.of(FORM, List.of(from.resolve(SNAPSHOT), from.resolve(BLOCKS)));
    }

    private long send() throws Exception {
        try (CopyUpload upload = upload()) {
            return upload.send(log, bytes -> {});
        }
    }

    private long download() throws IOException {
        return CopyDownload.into(into, FORM, log);
    }

    private void assertIsLikeTheFiles() throws IOException {
        for (String name : List.of(SNAPSHOT, BLOCKS)) {
            assertThat(into.resolve(name)).hasSameBinaryContentAs(from.resolve(name));
        }
        assertThat(names()).containsExactlyInAnyOrder(SNAPSHOT, BLOCKS);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(into)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private void assertIsRefused(String message) throws IOException {
        assertThatThrownBy(this::download).isInstanceOf(IOException.class).hasMessageContaining(message);
        assertThat(names()).isEmpty();
    }

    @Test
    void filesComeBackAsTheyWere() throws Exception {
        assertThat(send()).isEqualTo(23L * PART + 5);

        assertThat(download()).isEqualTo(23L * PART + 5);
        assertIsLikeTheFiles();
    }

    @Test
    void partsThatDidNotChangeAreNotSentAgain() throws Exception {
        send();
        assertThat(send()).isZero();
        assertThat(log.written).isEqualTo(24);
        for (int change = 0; change < 5; change++) {
            change(BLOCKS, PART + change);
            change(SNAPSHOT, 3 * PART + 2);

            assertThat(send()).isEqualTo(PART + 5);

            download();
            assertIsLikeTheFiles();
        }
        assertThat(log.parts).as("two of each part at most").hasSizeLessThanOrEqualTo(26);
    }

    @Test
    void filesMayGrowAndShrinkAndHaveOtherNames() throws Exception {
        send();
        write(SNAPSHOT, 5 * PART);
        write(BLOCKS, PART - 1);

        send();

        download();
        assertIsLikeTheFiles();
        Files.delete(into.resolve(BLOCKS));
        Files.move(from.resolve(BLOCKS), from.resolve("decisions18.blocks"));
        try (CopyUpload upload =
                CopyUpload.of(FORM, List.of(from.resolve(SNAPSHOT), from.resolve("decisions18.blocks")))) {
            assertThat(upload.send(log, bytes -> {})).isZero();
        }
        download();
        assertThat(names()).containsExactlyInAnyOrder(SNAPSHOT, "decisions18.blocks");
    }

    @Test
    void aCopyThatWasCutOffLeavesTheOneBefore() throws Exception {
        send();
        byte[] snapshot = Files.readAllBytes(from.resolve(SNAPSHOT));
        for (int room = 0; room < 2; room++) {
            write(SNAPSHOT, 3 * PART + 5);
            write(BLOCKS, 20 * PART);
            log.room = room;

            assertThatThrownBy(this::send).isInstanceOf(IOException.class);

            download();
            assertThat(into.resolve(SNAPSHOT)).hasBinaryContent(snapshot);
        }
        log.room = Integer.MAX_VALUE;
        send();
        download();
        assertIsLikeTheFiles();
    }

    @Test
    void aWriterThatWasReplacedMeanwhilePublishesNothing() throws Exception {
        send();
        change(BLOCKS, 1);
        byte[] before = log.manifest;
        try (CopyUpload late = upload()) {
            assertThatThrownBy(() -> late.send(log, bytes -> log.writer().close()))
                    .isInstanceOf(IOException.class);
        }
        assertThat(log.manifest).isEqualTo(before);
    }

    @Test
    void theFilesAreThoseThatWereOpened() throws Exception {
        byte[] snapshot = Files.readAllBytes(from.resolve(SNAPSHOT));
        try (CopyUpload upload = upload()) {
            Files.delete(from.resolve(SNAPSHOT));
            write(SNAPSHOT, 7);

            upload.send(log, bytes -> {});
        }
        download();
        assertThat(into.resolve(SNAPSHOT)).hasBinaryContent(snapshot);
    }

    @Test
    void aMixtureOfTwoCopiesIsRefused() throws Exception {
        send();
        byte[] first = log.manifest;
        CopyManifest.CopiedFile old = CopyManifest.read(first).files().get(1);
        change(BLOCKS, 1);
        send();
        CopyManifest.CopiedFile now = CopyManifest.read(log.manifest).files().get(1);

        log.parts.put(old.offsets()[0], log.parts.get(now.offsets()[0]));
        log.manifest = first;

        assertIsRefused("part 0 of decisions17.blocks is not the one that was copied");
    }

    @Test
    void aPartThatWasReplacedIsMissed() throws Exception {
        send();
        byte[] first = log.manifest;
        for (int change = 0; change < 2; change++) {
            change(BLOCKS, 1);
            send();
        }
        log.manifest = first;

        assertIsRefused("no part at");
    }

    @Test
    void eachDamagedPartIsFoundOut() throws Exception {
        send();
        for (long offset : List.copyOf(log.parts.keySet())) {
            byte[] part = log.parts.get(offset);
            byte[] damaged = part.clone();
            damaged[random.nextInt(damaged.length)] ^= 4;
            log.parts.put(offset, damaged);
            assertIsRefused("is not the one that was copied");
            log.parts.put(offset, Arrays.copyOf(part, part.length - 1));
            assertIsRefused("is not the one that was copied");
            log.parts.put(offset, part);
        }
        download();
        assertIsLikeTheFiles();
    }

    @Test
    void aCopyOfAnotherFormIsOfNoUseAndIsReplaced() throws Exception {
        try (CopyUpload other = CopyUpload.of("form 2", List.of(from.resolve(SNAPSHOT), from.resolve(BLOCKS)))) {
            other.send(log, bytes -> {});
        }
        assertThat(download()).isZero();
        assertThat(names()).isEmpty();

        assertThat(send()).as("the parts are the same").isZero();

        download();
        assertIsLikeTheFiles();
    }

    @Test
    void withoutACopyThereIsNothing() throws Exception {
        assertThat(download()).isZero();
        assertThat(CopyDownload.into(into, FORM, CopyLog.NONE)).isZero();
    }

    @Test
    void aManifestThatIsCutOrOfAnotherVersionIsRefusedAndReplaced() throws Exception {
        send();
        byte[] whole = log.manifest;
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> CopyManifest.read(cut)).isInstanceOf(IOException.class);
        }
        for (int at = 0; at < 100; at++) {
            log.manifest = whole.clone();
            log.manifest[at] ^= 0x40;
            assertThatNothingElseIsWritten();
        }

        send();

        download();
        assertIsLikeTheFiles();
    }

    /** Refused, of another form, or the same files under another name. */
    private void assertThatNothingElseIsWritten() throws IOException {
        try {
            download();
        } catch (IOException e) {
            assertThat(names()).isEmpty();
        }
        for (String name : names()) {
            assertThat(into.resolve(name))
                    .hasSameBinaryContentAs(from.resolve(name.endsWith("snapshot") ? SNAPSHOT : BLOCKS));
            Files.delete(into.resolve(name));
        }
    }

    @Test
    void aNameThatLeadsElsewhereIsRefused() throws Exception {
        send();
        CopyManifest manifest = CopyManifest.read(log.manifest);
        for (String name : List.of("../decisions.snapshot", "decisions.snapshot/..", "lock", "decisions..", "")) {
            CopyManifest.CopiedFile file = manifest.files().get(0);
            log.manifest = new CopyManifest(
                            FORM,
                            List.of(new CopyManifest.CopiedFile(
                                    name, file.length(), file.turns(), file.offsets(), file.digests())))
                    .bytes();
            assertIsRefused("has the name " + name);
        }
    }

    @Test
    void whatAKilledDownloadLeftIsRemoved() throws Exception {
        send();
        Files.write(into.resolve("decisions.snapshot.copied"), "half".getBytes(StandardCharsets.UTF_8));

        download();

        assertIsLikeTheFiles();
    }
}
