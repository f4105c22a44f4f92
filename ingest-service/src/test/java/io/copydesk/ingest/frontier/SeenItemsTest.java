package io.copydesk.ingest.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeenItemsTest {

    @Test
    void tellsNewItemsFromKnownOnes() {
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
    void doesNotGrowForEver() {
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

    private static ReadItem item(String id, String title) {
        return new ReadItem(id, null, title, 0, null);
    }
}
