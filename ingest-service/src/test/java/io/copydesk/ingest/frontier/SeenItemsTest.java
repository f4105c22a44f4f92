package io.copydesk.ingest.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeenItemsTest {

    @Test
    void distinguishesNewItemsFromKnownOnes() {
        byte[] seen =
                SeenItems.compare(null, List.of(item("a", "A"), item("b", "B"))).seen();

        SeenItems.News news = SeenItems.compare(seen, List.of(item("c", "C"), item("a", "A")));

        assertThat(news.added()).extracting(ReadItem::id).containsExactly("c");
        assertThat(news.changed()).isEmpty();
    }

    @Test
    void noticesThatAnItemSaysSomethingElse() {
        byte[] seen =
                SeenItems.compare(null, List.of(item("a", "A ferry is late"))).seen();

        assertThat(SeenItems.compare(seen, List.of(item("a", "A ferry is lost")))
                        .changed())
                .extracting(ReadItem::id)
                .containsExactly("a");
    }

    @Test
    void anItemThatComesBackIsNotNew() {
        byte[] first = SeenItems.compare(null, List.of(item("a", "A"))).seen();
        byte[] second = SeenItems.compare(first, List.of(item("b", "B"))).seen();

        assertThat(SeenItems.compare(second, List.of(item("a", "A"))).added()).isEmpty();
    }

    @Test
    void doesNotGrowWithoutBound() {
        byte[] seen = null;
        for (int round = 0; round < 100; round++) {
            List<ReadItem> items = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                items.add(item(round + "-" + i, "x"));
            }
            seen = SeenItems.compare(seen, items).seen();
        }

        assertThat(seen.length).isLessThanOrEqualTo(150 * 12);
    }

    @Test
    void noticesThatTheDateOfAnItemIsAnotherOne() {
        byte[] seen = SeenItems.compare(null, List.of(new ReadItem("a", null, "A", 0, "1")))
                .seen();

        assertThat(SeenItems.compare(seen, List.of(new ReadItem("a", null, "A", 0, "2")))
                        .changed())
                .hasSize(1);
        assertThat(SeenItems.compare(seen, List.of(new ReadItem("a", null, "A", 5, "1")))
                        .changed())
                .isEmpty();
    }

    @Test
    void theFirstOfTwoItemsWithOneIdCounts() {
        SeenItems.News news = SeenItems.compare(null, List.of(item("a", "first"), item("a", "second")));

        assertThat(news.added()).extracting(ReadItem::title).containsExactly("first");
        assertThat(news.seen()).hasSize(12);
        assertThat(SeenItems.compare(news.seen(), List.of(item("a", "first"))).changed())
                .isEmpty();
    }

    /** The stored form is persisted: 64 bits of the id and 32 of title and date, present items first. */
    @Test
    void storesTwelveBytesAnItemPresentOnesFirst() {
        byte[] first =
                SeenItems.compare(null, List.of(item("a", "A"), item("b", "B"))).seen();
        byte[] second = SeenItems.compare(first, List.of(item("c", "C"))).seen();

        assertThat(HexFormat.of().formatHex(first)).isEqualTo("a2d0b27c000000616fabb0f0918c0ff4000000627160898f");
        assertThat(second).hasSize(36).endsWith(first);
    }

    @Test
    void keepsAHundredItemsOfAShortFeedAndThreeTimesAsManyAsALongOneHolds() {
        assertThat(kept(5, 40)).isEqualTo(100);
        assertThat(kept(50, 10)).isEqualTo(150);
    }

    @Test
    void keepsTenThousandItemsAtMost() {
        assertThat(kept(4_000, 4)).isEqualTo(10_000);
        assertThat(kept(12_000, 1)).isEqualTo(10_000);
    }

    @Test
    void ignoresBytesAfterTheLastWholeItem() {
        byte[] seen = SeenItems.compare(null, List.of(item("a", "A"))).seen();

        assertThat(SeenItems.compare(Arrays.copyOf(seen, 23), List.of(item("a", "A")))
                        .added())
                .isEmpty();
        assertThat(SeenItems.compare(Arrays.copyOf(seen, 11), List.of(item("a", "A")))
                        .added())
                .hasSize(1);
    }

    private static int kept(int size, int rounds) {
        byte[] seen = null;
        for (int round = 0; round < rounds; round++) {
            List<ReadItem> items = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                items.add(item(round + "-" + i, "x"));
            }
            seen = SeenItems.compare(seen, items).seen();
        }
        return seen.length / 12;
    }

    private static ReadItem item(String id, String title) {
        return new ReadItem(id, null, title, 0, null);
    }
}
