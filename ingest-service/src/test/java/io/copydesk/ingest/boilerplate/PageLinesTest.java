package io.copydesk.ingest.boilerplate;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.schemas.Json;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The bounds of what is kept of a page and of a site. */
class PageLinesTest {

    private static final PageLinesSerde SERDE = new PageLinesSerde();

    @Test
    void comesBackFromItsBytesAsItWas() {
        PageLines page = PageLines.of(
                "A bridge opens",
                "The bridge over the Tarn opens on Monday.\n\nMore news\n\n…",
                List.of(7, -1, 1 << 31));

        PageLines read = SERDE.deserializer().deserialize("", bytes(page));

        assertThat(read).usingRecursiveComparison().isEqualTo(page);
    }

    @Test
    void aVersionThatKnowsNoPlacesTakesThemForWords() {
        byte[] placed = bytes(PageLines.of(null, "The bridge opens on Monday.", List.of(0x00410042)));
        byte[] unplaced = bytes(PageLines.of(null, "The bridge opens on Monday.", List.of()));

        PageLines read = SERDE.deserializer().deserialize("", withoutFlags(placed));
        PageLines before = SERDE.deserializer().deserialize("", unplaced);
        assertThat(read.cut()).isFalse();
        assertThat(new String(read.lines().get(0).words()))
                .isEqualTo(new String(before.lines().get(0).words()) + "AB");
    }

    /** The byte that says whether there are places follows on the headline and the number of the title's words. */
    private static byte[] withoutFlags(byte[] bytes) {
        byte[] changed = bytes.clone();
        changed[Long.BYTES + 1] = 0;
        return changed;
    }

    @Test
    void takesNoMoreBytesThanStatedHoweverLongThePage() {
        Random random = new Random(5);
        String line = IntStream.range(0, 400)
                .mapToObj(i -> Long.toString(random.nextLong(), 36).replaceAll("[0-9-]", "x"))
                .collect(Collectors.joining(" "));
        String body = IntStream.range(0, 3_000)
                .mapToObj(i -> line + " end" + (char) ('a' + i % 26) + (char) ('a' + i / 26 % 26))
                .collect(Collectors.joining("\n\n"));

        PageLines page = PageLines.of(line, body, Collections.nCopies(3_000, 5));

        assertThat(page.cut()).isTrue();
        assertThat(bytes(page)).hasSizeLessThanOrEqualTo(PageLines.MAX_BYTES);
    }

    @Test
    void whatIsLearnedOfASiteInAPeriodIsBoundedToo() {
        LineKey key = LineKey.of(Collections.nCopies(60, "lantern").stream()
                .map(word -> word + word.hashCode())
                .toList());
        LearnedLine longest = new LearnedLine("語".repeat(LearnedLine.MAX_TEXT), key, true, 128, 128);

        LearnedPlace place = new LearnedPlace(Integer.MIN_VALUE, "語".repeat(LearnedLine.MAX_TEXT), 128);

        LearnedSet most = new LearnedSet(
                128, Collections.nCopies(LearnedSet.MOST, longest), Collections.nCopies(LearnedSet.MOST_PLACES, place));

        assertThat(Json.bytes(most)).hasSizeLessThanOrEqualTo(LearnedSet.MAX_BYTES);
    }

    @Test
    void aLabelIsShortAndNoSentence() {
        assertThat(isLabel("What happens next")).isTrue();
        assertThat(isLabel("What happens next?")).isTrue();
        assertThat(isLabel("It rains.")).isFalse();
        assertThat(isLabel("The council met on Monday to vote on it")).isFalse();
        assertThat(isLabel("事件的背景與影響")).isTrue();
    }

    private static boolean isLabel(String line) {
        return PageLines.isLabel(line, LineWords.of(line));
    }

    private static byte[] bytes(PageLines page) {
        return SERDE.serializer().serialize("", page);
    }
}
