package io.copydesk.ingest.frontier;

import static io.copydesk.ingest.frontier.FrontierFixture.DAY;
import static io.copydesk.ingest.frontier.FrontierFixture.HOUR;
import static io.copydesk.ingest.frontier.FrontierFixture.MINUTE;
import static io.copydesk.ingest.frontier.FrontierFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.schemas.FetchOutcome.Result;
import io.copydesk.schemas.FetchRequest;
import io.copydesk.schemas.FetchTarget;
import io.copydesk.schemas.Link;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageVisitsTest {

    private static final String HOST = "https://www.harbour.example";

    private final FrontierFixture fixture = new FrontierFixture();
    private final PageOutcomes pages = new PageOutcomes(FrontierFixture.settings(), fixture.stores, fixture);

    @Test
    void aPageOfASiteThatNeverEditsIsVisitedSeldomAndAfterAWeek() {
        for (int i = 0; i < 150; i++) {
            visit(i, NOW + i * DAY / 10, -1);
        }

        List<Long> ages = visit(200, NOW + 30 * DAY, -1);
        assertThat(ages).hasSizeBetween(1, 3).last().isEqualTo(7 * DAY);
    }

    @Test
    void aSiteThatEditsIsVisitedWhenItDoes() {
        for (int i = 0; i < 60; i++) {
            visit(i, NOW + i * DAY / 10, 90 * MINUTE);
        }

        List<Long> ages = visit(200, NOW + 30 * DAY, -1);

        assertThat(ages.get(0)).isBetween(80 * MINUTE, 5 * HOUR);
        assertThat(ages).last().isEqualTo(7 * DAY);
    }

    @Test
    void aPageThatWasEditedIsVisitedSooner() {
        named(1, NOW);
        fetch(1, "a#1", NOW);
        fetch(1, "a#2", NOW + 5 * HOUR);
        long calm = page(1).due;
        pages.cleaned(target(1), "a#2", null, NOW + 5 * HOUR);

        assertThat(page(1).edits).isEqualTo(1);
        assertThat(page(1).due).isLessThan(calm);
    }

    @Test
    void theWordThatATextChangedMayComeBeforeTheOutcome() {
        named(1, NOW);
        fetch(1, "a#1", NOW);
        assertThat(pages.cleaned(target(1), "a#2", null, NOW + 5 * HOUR)).isEmpty();
        fetch(1, "a#2", NOW + 5 * HOUR);
        assertThat(page(1).edits).isEqualTo(1);

        pages.cleaned(target(1), "a#2", null, NOW + 5 * HOUR); // and twice
        fetch(1, "a#3", NOW + 6 * HOUR);
        assertThat(page(1).edits).isEqualTo(1);
    }

    @Test
    void theWordOfAPageThatIsNotKnownIsNothing() {
        assertThat(pages.cleaned(target(1), "a#2", null, NOW)).isEmpty();
        assertThat(page(1)).isNull();
    }

    @Test
    void oneFetchOfEachPageIsNoMoreThanOne() {
        PageOutcomes once = new PageOutcomes(
                FrontierFixture.settings().toBuilder().fetchesPerPage(1).build(), fixture.stores, fixture);
        once.named(target(1), url(1), link(1), NOW);
        once.learn(
                target(1),
                FrontierFixture.fetched(request(1, "a#1"), "text", NOW).build(),
                NOW);

        assertThat(page(1).done).isTrue();
    }

    @Test
    void theLastVisitIsMadeUpForWhenTheServerFails() {
        named(1, NOW);
        fetch(1, "a#1", NOW);
        pages.learn(
                target(1),
                FrontierFixture.outcome(request(1, "a#2"), Result.DENIED, 503, NOW + 7 * DAY)
                        .build(),
                NOW + 7 * DAY);

        assertThat(page(1).done).isFalse();
        assertThat(page(1).due).isGreaterThan(NOW + 7 * DAY);
    }

    @Test
    void theMoreWasSpentTheMoreAVisitCosts() {
        VisitBudget budget = new VisitBudget();
        double start = budget.price(1);
        for (int i = 0; i < 1_000; i++) {
            budget.page();
            budget.visit();
            budget.visit();
        }

        assertThat(budget.price(1)).isGreaterThan(10 * start);
        assertThat(budget.price(4)).isLessThan(start);
    }

    @Test
    void whatIsLearnedSurvivesARestart() {
        visit(1, NOW, 2 * HOUR);
        PageOutcomes restarted = new PageOutcomes(FrontierFixture.settings(), fixture.stores, fixture);
        named(2, NOW + DAY);
        restarted.learn(
                target(2),
                FrontierFixture.fetched(request(2, "b#1"), "t", NOW + DAY).build(),
                NOW + DAY);
        long due = page(2).due;
        named(3, NOW + DAY);
        fetch(3, "c#1", NOW + DAY);

        assertThat(page(3).due).isEqualTo(due);
        assertThat(new String(fixture.sites.get("www.harbour.example"), StandardCharsets.UTF_8))
                .hasSizeLessThan(2_000);
    }

    /** Lives through the visits of one page; returns its ages at them. */
    private List<Long> visit(int number, long found, long editedAt) {
        named(number, found);
        List<Long> ages = new ArrayList<>();
        boolean edited = editedAt < 0;
        for (long now = found; !page(number).done; now = page(number).due) {
            String id = number + "#" + now;
            fetch(number, id, now);
            if (now > found) {
                ages.add(now - found);
            }
            if (!edited && now - found >= editedAt) {
                edited = true;
                pages.cleaned(target(number), id, null, now);
            }
        }
        return ages;
    }

    private void named(int number, long now) {
        pages.named(target(number), url(number), link(number), now);
    }

    private void fetch(int number, String id, long now) {
        pages.learn(
                target(number),
                FrontierFixture.fetched(request(number, id), "text", now).build(),
                now);
    }

    private PageState page(int number) {
        return fixture.stores.page(target(number));
    }

    private static FetchRequest request(int number, String id) {
        return FrontierFixture.request(id, url(number), FetchTarget.PAGE);
    }

    private static Link link(int number) {
        return Link.builder().url(url(number)).target(FetchTarget.PAGE).build();
    }

    private static String url(int number) {
        return HOST + "/news/" + number;
    }

    private static CrawlTarget.Page target(int number) {
        return new CrawlTarget.Page(url(number).replace("www.", ""));
    }
}
