package io.copydesk.enrich.dedup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copydesk.enrich.Corpus;
import io.copydesk.enrich.memory.Lookup;
import io.copydesk.enrich.sketch.Fingerprint;
import io.copydesk.enrich.sketch.Fingerprint.Keys;
import io.copydesk.enrich.sketch.Sketcher;
import io.copydesk.enrich.snapshot.SnapshotReader;
import io.copydesk.enrich.snapshot.SnapshotWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyIndexTest {

    @Test
    void findsEveryTextThatSharesKeysWhileOthersComeAndGo() {
        Random random = new Random(3);
        KeyIndex index = new KeyIndex();
        List<Text> in = new ArrayList<>();
        for (int step = 0; step < 1_500; step++) {
            if (in.size() > 400 || !in.isEmpty() && random.nextInt(4) == 0) {
                Text gone = in.remove(random.nextInt(in.size()));
                index.remove(gone, keys(gone));
            } else {
                Text text = text(step, random.nextInt(40), random);
                index.add(text, keys(text));
                in.add(text);
            }
            assertThat(index.size()).isEqualTo(in.size());
            if (step % 50 == 0) {
                Text sought = text(step, random.nextInt(40), random);
                Set<Text> found = Set.copyOf(index.sharing(keys(sought)));
                Set<Text> expected =
                        in.stream().filter(text -> share(text, sought)).collect(Collectors.toSet());
                assertThat(found).containsAll(expected);
                // A few more, whose keys have the same bits, are to be expected and harmless.
                assertThat(found.size()).isLessThan(expected.size() + 5);
                assertThat(in).containsAll(found);
            }
        }
    }

    @Test
    void missesNoneWhileThousandsMoveToALargerTable(@TempDir Path folder) throws IOException {
        Random random = new Random(11);
        KeyIndex index = new KeyIndex();
        List<Text> in = new ArrayList<>();
        for (int step = 0; step < 9_000; step++) {
            if (step > 3_000 && random.nextInt(5) == 0) {
                Text gone = in.remove(random.nextInt(in.size()));
                index.remove(gone, keys(gone));
            }
            Text text = text(step, random.nextInt(300), random);
            index.add(text, keys(text));
            in.add(text);
            if (step % 450 == 449) {
                index = writtenAndRead(index, in, folder.resolve("keys" + step));
            }
            if (step % 150 == 149) {
                Text sought = text(step, random.nextInt(300), random);
                assertThat(index.size()).isEqualTo(in.size());
                assertThat(index.sharing(keys(sought)))
                        .doesNotHaveDuplicates()
                        .isSubsetOf(in)
                        .containsAll(in.stream()
                                .filter(other -> share(other, sought))
                                .toList());
            }
        }
        for (Text left : in) {
            index.remove(left, keys(left));
        }
        assertThat(index.size()).isZero();
        assertThat(index.hasCrowds()).isFalse();
    }

    private static KeyIndex writtenAndRead(KeyIndex index, List<Text> in, Path file) throws IOException {
        for (int i = 0; i < in.size(); i++) {
            in.get(i).numberAs(i);
        }
        try (SnapshotWriter out = SnapshotWriter.begin(file)) {
            index.write(out);
            out.finish();
        }
        try (SnapshotReader read = SnapshotReader.open(file)) {
            return KeyIndex.read(read, in.toArray(Text[]::new));
        }
    }

    @Test
    void aLookupHoldsWhatWasAddedAndNothingElse() {
        Random random = new Random(5);
        Lookup<Long> lookup = new Lookup<>(value -> value << 40); // few homes, so that runs are long
        List<Long> in = new ArrayList<>();
        for (int step = 0; step < 5_000; step++) {
            long value = random.nextInt(600);
            Long known = lookup.find(value << 40, other -> other == value);
            assertThat(known != null).isEqualTo(in.contains(value));
            if (known == null) {
                Long added = value;
                lookup.add(added);
                in.add(added);
            } else if (random.nextBoolean()) {
                lookup.remove(known);
                in.remove(known);
            }
            assertThat(lookup.size()).isEqualTo(in.size());
        }
    }

    @Test
    void aTableHasRoomForMoreKeysUntilNoArrayHas() {
        assertThat(KeyTable.places(1_000)).isBetween(1_500, 2_000);
        assertThat(KeyTable.places(1_500_000_000)).isEqualTo(Integer.MAX_VALUE - 8);
        assertThatThrownBy(() -> KeyTable.places(1_900_000_000L))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("enrich.retention");
    }

    private static boolean share(Text a, Text b) {
        return a.first().samples().sharesKeys(b.first().samples());
    }

    private static Keys keys(Text text) {
        return text.first().keys();
    }

    /** Some of its words are those of its group. */
    private static Text text(int number, int group, Random random) {
        int own = 10_000 + number * 100;
        String body = words(group * 100, 10 + random.nextInt(60)) + words(own, 20 + random.nextInt(60));
        Fingerprint fingerprint =
                Sketcher.fingerprint(Corpus.article("t" + number, "t.example", "2031-03-09T06:00:00Z", null, body));
        return new Text(fingerprint);
    }

    private static String words(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(i -> "word" + i + " ")
                .collect(Collectors.joining());
    }
}
