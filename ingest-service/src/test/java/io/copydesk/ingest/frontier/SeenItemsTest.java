package io.copydesk.ingest.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
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

        assertThat(seen.length).isLessThanOrEqualTo(1 + 150 * 20);
    }

    @Test
    void noticesThatTheDateOfAnItemIsAnotherOne() {
        byte[] seen = SeenItems.compare(null, List.of(new ReadItem("a", null, "A", 0, "1", null)))
                .seen();

        assertThat(SeenItems.compare(seen, List.of(new ReadItem("a", null, "A", 0, "2", null)))
                        .changed())
                .hasSize(1);
        assertThat(SeenItems.compare(seen, List.of(new ReadItem("a", null, "A", 5, "1", null)))
                        .changed())
                .isEmpty();
    }

    @Test
    void theFirstOfTwoItemsWithOneIdCounts() {
        SeenItems.News news = SeenItems.compare(null, List.of(item("a", "first"), item("a", "second")));

        assertThat(news.added()).extracting(ReadItem::title).containsExactly("first");
        assertThat(news.seen()).hasSize(21);
        assertThat(SeenItems.compare(news.seen(), List.of(item("a", "first"))).changed())
                .isEmpty();
    }

    /** The stored form is persisted: a version, then 64 bits of the id and 32 each of title and date, link and path, present items first. */
    @Test
    void storesTwentyBytesAnItemPresentOnesFirst() {
        byte[] first =
                SeenItems.compare(null, List.of(item("a", "A"), item("b", "B"))).seen();
        byte[] second = SeenItems.compare(first, List.of(item("c", "C"))).seen();

        assertThat(HexFormat.of().formatHex(first))
                .isEqualTo(
                        "02" + "a2d0b27c000000616fabb0f00000000000000000" + "918c0ff4000000627160898f0000000000000000");
        assertThat(second).hasSize(61).endsWith(Arrays.copyOfRange(first, 1, first.length));
    }

    @Test
    void readsWhatVersionsBeforeLinksStored() {
        byte[] old = HexFormat.of().parseHex("a2d0b27c000000616fabb0f0918c0ff4000000627160898f");

        SeenItems.News news = SeenItems.compare(old, List.of(item("a", "A"), linked("b", "B", "/b"), item("c", "C")));

        assertThat(news.added()).extracting(ReadItem::id).containsExactly("c");
        assertThat(news.changed()).isEmpty();
    }

    @Test
    void itemsThatShareAnIdAreToldApartByTheirLinks() {
        byte[] seen = SeenItems.compare(null, List.of(linked("x", "A", "/a"), linked("x", "B", "/b")))
                .seen();
        SeenItems.News news = SeenItems.compare(
                seen, List.of(linked("x", "C", "/c"), linked("x", "B", "/b"), linked("x", "A", "/a")));

        assertThat(news.added()).extracting(ReadItem::title).containsExactly("C");
        assertThat(news.changed()).isEmpty();
        // One that is left alone is no new one.
        assertThat(SeenItems.compare(news.seen(), List.of(linked("x", "A", "/a")))
                        .added())
                .isEmpty();
    }

    @Test
    void anItemUnderTheIdOfAnotherIsNewWhenNothingElseIsAsBefore() {
        byte[] seen = SeenItems.compare(null, List.of(linked("x", "A", "/a"))).seen();

        assertThat(SeenItems.compare(seen, List.of(linked("x", "B", "/b"))).added())
                .extracting(ReadItem::title)
                .containsExactly("B");
    }

    @Test
    void aLinkThatIsPutRightOrComesLaterIsAChange() {
        byte[] wrong =
                SeenItems.compare(null, List.of(linked("x", "A", "/tpyo"))).seen();
        byte[] none = SeenItems.compare(null, List.of(item("x", "A"))).seen();
        for (byte[] seen : List.of(wrong, none)) {
            SeenItems.News news = SeenItems.compare(seen, List.of(linked("x", "A", "/typo")));
            assertThat(news.added()).isEmpty();
            assertThat(news.changed()).extracting(ReadItem::url).containsExactly("https://quay.example/typo");
        }
    }

    @Test
    void itemsThatAllLeadToOnePageAreToldApartByTheirIds() {
        byte[] seen = SeenItems.compare(null, List.of(linked("1", "A", "/live"), linked("2", "B", "/live")))
                .seen();

        assertThat(SeenItems.compare(seen, List.of(linked("3", "C", "/live"), linked("2", "B", "/live")))
                        .added())
                .extracting(ReadItem::title)
                .containsExactly("C");
    }

    @Test
    void anIdOrAQueryThatIsAnotherWithEachPollMakesNoNewItem() {
        byte[] seen = SeenItems.compare(null, List.of(linked("1", "A", "/a?id=7"), linked("2", "B", "/b?t=1")))
                .seen();
        SeenItems.News news = SeenItems.compare(seen, List.of(linked("3", "A", "/a?id=7"), linked("2", "B", "/b?t=2")));

        assertThat(news.added()).isEmpty();
        assertThat(news.changed()).isEmpty();
        assertThat(SeenItems.compare(news.seen(), List.of(linked("4", "C", "/a?id=8")))
                        .added())
                .hasSize(1);
    }

    @Test
    void aTitleThatChangesOnceIsAChangeOnceAlthoughTheIdIsAnotherWithEachPoll() {
        byte[] seen = SeenItems.compare(null, List.of(linked("1", "A", "/a"))).seen();
        SeenItems.News edited = SeenItems.compare(seen, List.of(linked("2", "A, too", "/a")));
        SeenItems.News same = SeenItems.compare(edited.seen(), List.of(linked("3", "A, too", "/a")));

        assertThat(edited.changed()).hasSize(1);
        assertThat(same.added()).isEmpty();
        assertThat(same.changed()).isEmpty();
    }

    @Test
    void keepsAHundredItemsOfAShortFeedAndThreeTimesAsManyAsALongOneHolds() {
        assertThat(kept(5, 40)).isEqualTo(100);
        assertThat(kept(50, 10)).isEqualTo(150);
    }

    /** Of a sitemap with more items all are kept: one that is forgotten while the document holds it would be new at each poll. */
    @Test
    void keepsTenThousandItemsAtMostUnlessTheDocumentHoldsMore() {
        assertThat(kept(4_000, 4)).isEqualTo(10_000);
        assertThat(kept(12_000, 2)).isEqualTo(12_000);
    }

    @Test
    void theFiftyThousandEntriesOfASitemapAreNewOnce() {
        List<ReadItem> entries = IntStream.range(0, 50_000)
                .mapToObj(i -> linked("https://quay.example/a/" + i, "", "/a/" + i))
                .toList();
        SeenItems.News first = SeenItems.compare(null, entries);
        SeenItems.News second = SeenItems.compare(first.seen(), entries);

        assertThat(first.added()).hasSize(50_000);
        assertThat(second.added()).isEmpty();
        assertThat(second.changed()).isEmpty();
    }

    @Test
    void whatADocumentLeavesOutForSomeHoursIsNotNewAfterThem() {
        List<ReadItem> all = IntStream.range(0, 5_000)
                .mapToObj(i -> linked("g" + i, "", "/a/" + i))
                .toList();
        byte[] seen = SeenItems.compare(null, all).seen();
        for (int poll = 0; poll < 20; poll++) {
            seen = SeenItems.compare(seen, all.subList(0, poll)).seen();
        }

        assertThat(SeenItems.compare(seen, all).added()).hasSizeLessThan(150);
    }

    @Test
    void whatADocumentHoldsNoLongerIsForgottenByAndBy() {
        byte[] seen = SeenItems.compare(
                        null,
                        IntStream.range(0, 50_000)
                                .mapToObj(i -> item("g" + i, ""))
                                .toList())
                .seen();
        for (int poll = 0; poll < 7_000; poll++) {
            seen = SeenItems.compare(seen, List.of(item("g1", ""))).seen();
        }

        assertThat(seen.length / 20).isLessThan(200);
    }

    @Test
    void anItemWithoutAnIdWhoseLinkHasAnotherQueryWithEachPollIsNoNewOne() {
        byte[] seen = SeenItems.compare(null, List.of(without("A", "/a?ts=1", 5), without("B", "/b?ts=1", 6)))
                .seen();
        SeenItems.News news = SeenItems.compare(seen, List.of(without("A", "/a?ts=2", 5), without("B", "/b?ts=2", 6)));

        assertThat(news.added()).isEmpty();
        assertThat(news.changed()).isEmpty();
    }

    @Test
    void itemsWithoutAnIdWhoseQueriesNameThemAreToldApart() {
        byte[] seen = SeenItems.compare(null, List.of(without("Weather", "/?p=1", 5), without("Weather", "/?p=2", 5)))
                .seen();
        SeenItems.News news = SeenItems.compare(
                seen,
                List.of(
                        without("Weather", "/?p=3", 9),
                        without("Weather", "/?p=2", 5),
                        without("Weather", "/?p=1", 5)));
        assertThat(news.added()).extracting(ReadItem::url).containsExactly("https://quay.example/?p=3");
        assertThat(news.changed()).isEmpty();

        byte[] undated =
                SeenItems.compare(null, List.of(without("Weather", "/?d=1", 0))).seen();
        assertThat(SeenItems.compare(undated, List.of(without("Weather", "/?d=2", 0)))
                        .added())
                .hasSize(1);
    }

    @Test
    void ignoresBytesThatAreNoWholeItem() {
        byte[] old = HexFormat.of().parseHex("a2d0b27c000000616fabb0f0");

        assertThat(SeenItems.compare(Arrays.copyOf(old, 23), List.of(item("a", "A")))
                        .added())
                .isEmpty();
        assertThat(SeenItems.compare(Arrays.copyOf(old, 11), List.of(item("a", "A")))
                        .added())
                .hasSize(1);
    }

    private static ReadItem linked(String id, String title, String path) {
        return new ReadItem(id, "https://quay.example" + path, title, 0, null, null);
    }

    /** One whose link is its id. */
    private static ReadItem without(String title, String path, long published) {
        String url = "https://quay.example" + path;
        return new ReadItem(url, url, title, published, null, null);
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
        return seen.length / 20;
    }

    private static ReadItem item(String id, String title) {
        return new ReadItem(id, null, title, 0, null, null);
    }
}
