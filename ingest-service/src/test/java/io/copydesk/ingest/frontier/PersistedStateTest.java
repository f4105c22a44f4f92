package io.copydesk.ingest.frontier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.copydesk.schemas.FetchOutcome.Result;
import io.copydesk.schemas.FetchRequest;
import io.copydesk.schemas.FetchTarget;
import io.copydesk.schemas.Hop;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** State that an earlier version wrote: {@code state/}, a file for each store. */
class PersistedStateTest {

    /** When the old state was written. */
    private static final long WRITTEN = Instant.parse("2026-03-04T10:00:17Z").toEpochMilli();

    private static final Reading NOTHING = new Reading.Nothing();

    private final FrontierFixture old = FrontierFixture.ofOldState();

    /** A field that is renamed or dropped is lost state. */
    @ParameterizedTest
    @CsvSource({"frontier-feeds", "frontier-hosts", "frontier-robots", "frontier-pages"})
    void everyFieldOfAnOldStateIsReadAndWrittenAgain(String store) throws IOException {
        List<String> lines = FrontierFixture.oldLines(store);
        for (int i = 0; i < lines.size(); i += 2) {
            rewrite(store, lines.get(i));
        }
        for (int i = 0; i < lines.size(); i += 2) {
            JsonNode before = new ObjectMapper().readTree(lines.get(i + 1));
            JsonNode after = new ObjectMapper().readTree(value(store, lines.get(i)));
            if (store.equals(FrontierStores.PAGES) && lines.get(i).startsWith("h")) {
                before = ((ObjectNode) before).retain("url", "due", "hops", "hop"); // the rest described pages
            }
            assertThat(after).as(lines.get(i)).isEqualTo(before);
        }
    }

    private void rewrite(String store, String key) {
        switch (store) {
            case "frontier-feeds" -> old.stores.put(old.stores.feed(key));
            case "frontier-hosts" -> old.stores.put(key, old.stores.host(key));
            case "frontier-robots" -> old.stores.put(key, old.stores.robots(key));
            default ->
                CrawlTarget.parse(key)
                        .<Runnable>fold(
                                feed -> () -> {},
                                page -> () -> old.stores.put(page, old.stores.page(page)),
                                hop -> () -> old.stores.put(hop, old.stores.hop(hop)),
                                robots -> () -> {})
                        .run();
        }
    }

    private byte[] value(String store, String key) {
        return switch (store) {
            case "frontier-feeds" -> old.feeds.get(key);
            case "frontier-hosts" -> old.hosts.get(key);
            case "frontier-robots" -> old.robots.get(key);
            default -> old.pages.get(key);
        };
    }

    @Test
    void readsWhatAnOldFeedRemembers() {
        FeedState ferry = old.stores.feed("https://www.ferry.example/feed.xml");

        assertThat(ferry.category).isEqualTo("News/Sea");
        assertThat(ferry.etag).isEqualTo("\"tag-907\"");
        assertThat(ferry.asked).isEqualTo(240 * FrontierFixture.MINUTE);
        assertThat(new QuietTimes(ferry.quietHours, ferry.quietDays)).isEqualTo(new QuietTimes(0b110, 1 << 6));
        assertThat(ferry.rhythm.mean() * 24).isBetween(20.0, 30.0);
        ReadItem known = new ReadItem(
                "https://www.ferry.example/times/61", "https://www.ferry.example/times/61", "Ferry 61", 0, null, null);
        assertThat(SeenItems.compare(ferry.seen, List.of(known)).added()).isEmpty();
        assertThat(SeenItems.compare(ferry.seen, List.of(known)).changed()).isEmpty();
    }

    @Test
    void goesOnWithOldStateAsTheVersionBeforeWouldHave() {
        Frontier frontier = old.frontier(FrontierSettings.defaults());
        frontier.resume();
        long end = WRITTEN + 25 * FrontierFixture.MINUTE;
        for (long now = WRITTEN; now < end; now += FrontierFixture.SECOND) {
            int made = old.requests.size();
            frontier.release(now);
            for (FetchRequest request : List.copyOf(old.requests.subList(made, old.requests.size()))) {
                frontier.outcome(
                        FrontierFixture.outcome(request, Result.DENIED, 500, now)
                                .build(),
                        NOTHING,
                        now);
            }
        }

        assertThat(old.requests)
                .extracting(FetchRequest::url)
                .contains(
                        "https://www.ferry.example/times/60", // due by its visits
                        "https://www.ferry.example/feed.xml", // due by its rhythm
                        "https://www.harbour.example/late/1772433240", // failed before
                        "https://www.harbour.example/slow/1772520780", // in flight, lost
                        "https://feeds.jetty-house.example/j.xml", // a hop in flight, lost
                        "https://isle.example/robots.txt", // a robots.txt in flight, lost
                        "https://www.jetty.example/feed.xml") // its redirect came to nothing
                .doesNotContain(
                        "https://www.gone.example/feed.xml",
                        "https://www.busy.example/feed.xml",
                        "https://www.closed.example/feed.xml",
                        "https://www.harbour.example/gone/1772414460");
        assertThat(old.requests)
                .filteredOn(request -> request.url().equals("https://www.ferry.example/times/60"))
                .first()
                .satisfies(request -> assertThat(request.etag()).isEqualTo("\"tag-728\""));
        assertThat(old.requests)
                .filteredOn(request -> request.url().startsWith("https://www.harbour.example/"))
                .first()
                .satisfies(request -> assertThat(request.id()).isEqualTo("www.harbour.example#8180"));
    }

    @Test
    void takesTheOutcomeOfAnOldRequestForAHop() {
        Frontier frontier = old.frontier(FrontierSettings.defaults());
        frontier.resume();
        FetchRequest hop = FrontierFixture.request(
                "feeds.jetty-house.example#9", "https://feeds.jetty-house.example/j.xml", FetchTarget.FEED);
        frontier.outcome(FrontierFixture.fetched(hop, "x", WRITTEN).build(), NOTHING, WRITTEN);

        assertThat(old.relayed).singleElement().satisfies(relayed -> {
            assertThat(relayed.requestId()).isEqualTo("www.jetty.example#2");
            assertThat(relayed.url()).isEqualTo("https://www.jetty.example/feed.xml");
            assertThat(relayed.permanentlyMoved()).isTrue();
        });
    }

    @Test
    void anEntryThatCannotBeReadIsRefusedWithWhereItIsAndWhatToDo() {
        String url = "https://www.ferry.example/feed.xml";
        old.feeds.put(url, "{\"url\":\"https://www.ferry.example/feed.xml\",\"health\":\"asleep\"}".getBytes(UTF_8));
        old.queue.put("www.pier.example\t0000000000000000f\tzwhat", "");
        old.pages.put("hbroken#1", "{\"due\":1}".getBytes(UTF_8));

        assertThatThrownBy(() -> old.stores.feed(url))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("frontier-feeds")
                .hasMessageContaining(url)
                .hasMessageContaining("reset");
        assertThatThrownBy(() -> old.stores.first("www.pier.example", 0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("frontier-queue")
                .hasMessageContaining("zwhat");
        assertThatThrownBy(() -> old.stores.hop(new CrawlTarget.Hop("broken#1")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("frontier-pages");
    }

    @Test
    void writesTheTextsOfTargetsAsBefore() {
        assertThat(List.of(
                        new CrawlTarget.Feed("https://a.example/f").text(),
                        new CrawlTarget.Page("https://a.example/p").text(),
                        new CrawlTarget.Hop("a.example#7").text(),
                        new CrawlTarget.Robots("https://a.example").text()))
                .containsExactly("fhttps://a.example/f", "phttps://a.example/p", "ha.example#7", "rhttps://a.example")
                .allSatisfy(text -> assertThat(CrawlTarget.parse(text).text()).isEqualTo(text));
    }

    /** Redirects that are followed were in the lane of feeds. */
    @Test
    void takesAHopOutOfTheLaneInWhichEarlierVersionsPutIt() {
        CrawlTarget.Hop target = new CrawlTarget.Hop("b.example#1");
        FrontierFixture fixture = new FrontierFixture();
        Hop hop = new Hop("https://b.example/f", "b.example#1", FetchTarget.FEED, true);
        fixture.stores.put(target, new HopState("https://a.example/f", WRITTEN, 1, hop, null));
        fixture.queue.put("a.example\t0" + String.format("%016x", WRITTEN) + "\thb.example#1", "");
        fixture.stores.put("a.example", new HostState());
        Frontier frontier = fixture.frontier(FrontierSettings.defaults());
        frontier.resume();
        frontier.release(WRITTEN);
        deny(frontier, fixture, 0, WRITTEN);
        frontier.release(WRITTEN + 1_000);
        assertThat(fixture.requests.get(1).url()).isEqualTo("https://a.example/f");
        deny(frontier, fixture, 1, WRITTEN + 1_000);
        frontier.release(WRITTEN + 2_000);

        assertThat(fixture.relayed).hasSize(1);
        assertThat(fixture.requests).hasSize(2);
        assertThat(fixture.queued()).isEmpty();
    }

    private static void deny(Frontier frontier, FrontierFixture fixture, int request, long now) {
        frontier.outcome(
                FrontierFixture.outcome(fixture.requests.get(request), Result.DENIED, 404, now)
                        .build(),
                NOTHING,
                now);
    }

    @Test
    void writesTheKeysOfTheQueueAsBefore() {
        FrontierFixture fresh = new FrontierFixture();
        fresh.stores.queue("a.example", 255, new CrawlTarget.Page("https://a.example/p"), null);
        fresh.stores.queue("a.example", 255, new CrawlTarget.Hop("b.example#1"), null);
        fresh.stores.queue("a.example", Long.MAX_VALUE, new CrawlTarget.Feed("https://a.example/f"), null);

        assertThat(fresh.queued())
                .containsExactly(
                        "a.example\t07fffffffffffffff\tfhttps://a.example/f",
                        "a.example\t100000000000000ff\tphttps://a.example/p",
                        "a.example\t600000000000000ff\thb.example#1");
    }
}
