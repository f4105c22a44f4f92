package io.copydesk.ingest.frontier;

import static io.copydesk.ingest.frontier.FrontierFixture.HOUR;
import static io.copydesk.ingest.frontier.FrontierFixture.NOW;
import static io.copydesk.ingest.frontier.PageBed.REQUEST;
import static io.copydesk.ingest.frontier.PageBed.TARGET;
import static io.copydesk.ingest.frontier.PageBed.URL;
import static io.copydesk.ingest.frontier.PageBed.announcedBy;
import static io.copydesk.ingest.frontier.PageBed.announcement;
import static io.copydesk.ingest.frontier.PageBed.builder;
import static io.copydesk.ingest.frontier.PageBed.fetched;
import static io.copydesk.ingest.frontier.PageBed.moved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.copydesk.ingest.frontier.FrontierFixture.Refusal;
import io.copydesk.ingest.page.PageAnnouncement;
import io.copydesk.schemas.FailureReason;
import io.copydesk.schemas.FetchOutcome;
import io.copydesk.schemas.FetchOutcome.Result;
import io.copydesk.schemas.FetchRequest;
import io.copydesk.schemas.FetchTarget;
import io.copydesk.schemas.Link;
import io.copydesk.schemas.SetCookie;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pages that redirect, and where they lead. */
class PageRedirectsTest {

    private final PageBed bed = new PageBed();
    private final FrontierFixture fixture = bed.fixture;
    private final PageOutcomes pages = bed.pages;

    @Test
    void whereAPageLeadsIsAnnouncedByItsFeedsAsWellTheLaterOnesIncluded() {
        pages.named(TARGET, URL, announcedBy("a"), NOW);
        String target = "https://www.quay.example/elsewhere";
        pages.learn(TARGET, redirect(target), NOW + 1);
        pages.named(TARGET, URL, announcedBy("b"), NOW + 2);
        pages.named(TARGET, URL, announcedBy("a"), NOW + 3);

        assertThat(fixture.links)
                .extracting(Link::url, Link::announced)
                .containsExactly(
                        tuple(target, announcedBy("a").announced()),
                        tuple(target, announcedBy("b").announced()));
        CrawlTarget.Page there = new CrawlTarget.Page("https://quay.example/elsewhere");
        fixture.announced.clear();
        fixture.links.forEach(link -> pages.named(there, target, link, NOW + 4));
        assertThat(fixture.announced)
                .containsExactly(
                        new PageAnnouncement(target, announcement("a").announcement()),
                        new PageAnnouncement(target, announcement("b").announcement()));
    }

    @Test
    void aRedirectToTheSamePageIsFollowedInPlaceUpToFiveTimes() {
        bed.named();
        fixture.stores.queue("www.harbour.example", NOW, TARGET, null);
        for (int hop = 1; hop <= 5; hop++) {
            String location = "http://harbour.example/news/1?utm_source=" + hop;
            assertThat(pages.learn(TARGET, moved(location), NOW + hop))
                    .hasValueSatisfying(page -> assertThat(page.url).isEqualTo(location));
            assertThat(bed.page().due).isEqualTo(NOW + hop);
        }
        assertThat(fixture.queued()).isEmpty();
        assertThat(pages.learn(TARGET, moved("http://harbour.example/news/1"), NOW))
                .isEmpty();

        assertThat(fixture.refused)
                .extracting(Refusal::reason, Refusal::detail)
                .containsExactly(tuple(FailureReason.TOO_MANY_REDIRECTS, "5 redirects in a row"));
        assertThat(bed.page().done).isTrue();
    }

    @Test
    void aRedirectToAnotherPageIsALinkToThatPage() {
        pages.named(TARGET, URL, builder().hops(2).build(), NOW);
        pages.learn(TARGET, moved("https://www.quay.example/a"), NOW);

        assertThat(fixture.links)
                .containsExactly(Link.builder()
                        .url("https://www.quay.example/a")
                        .target(FetchTarget.PAGE)
                        .source(URL)
                        .hops(3)
                        .build());
        assertThat(bed.page().done).isTrue();
    }

    @Test
    void aRedirectToThePageItselfIsFollowedWithItsCookies() {
        List<SetCookie> seen = List.of(new SetCookie(URL, "seen=1"));
        bed.named();
        pages.learn(TARGET, setting(seen, URL), NOW);
        assertThat(request().cookies()).isEqualTo(seen);

        pages.learn(TARGET, fetched("text"), NOW);
        assertThat(bed.page().cookies).as("the next visit begins without").isNull();
    }

    @Test
    void aPageThatItsRedirectsLeadBackToIsFetchedAgainWithTheirCookies() {
        String check = "https://www.harbour.example/check?back=/news/1";
        CrawlTarget.Page there = new CrawlTarget.Page("https://harbour.example/check?back=/news/1");
        List<SetCookie> seen = List.of(new SetCookie(check, "seen=1; Path=/"));
        pages.named(TARGET, URL, announcedBy("a"), NOW);
        pages.learn(TARGET, moved(check), NOW);
        pages.named(there, check, fixture.links.get(0), NOW);
        pages.learn(there, setting(seen, URL), NOW);
        Link back = fixture.links.get(1);

        assertThat(pages.named(TARGET, URL, back, NOW + 1))
                .hasValueSatisfying(page -> assertThat(page.due).isEqualTo(NOW + 1));
        assertThat(bed.page().done).isFalse();
        assertThat(request().cookies()).isEqualTo(seen);
        assertThat(bed.page().announced).isEqualTo(announcedBy("a").announced());
        assertThat(fixture.announced).as("announced once").hasSize(2);
    }

    @Test
    void aCircleOfTwoPagesWithoutCookiesComesToAnEnd() {
        String other = "https://www.harbour.example/news/2";
        CrawlTarget.Page there = new CrawlTarget.Page("https://harbour.example/news/2");
        bed.named();
        pages.learn(TARGET, moved(other), NOW);
        for (int link = 0; link < fixture.links.size(); link++) {
            boolean back = link % 2 == 1;
            pages.named(back ? TARGET : there, back ? URL : other, fixture.links.get(link), NOW);
            pages.learn(back ? TARGET : there, moved(back ? other : URL), NOW);
        }

        assertThat(fixture.links).hasSize(5);
        assertThat(fixture.refused).extracting(Refusal::reason).containsExactly(FailureReason.TOO_MANY_REDIRECTS);
    }

    @Test
    void aPageThatRedirectedOnceIsNotFetchedForEachThatLeadsToIt() {
        bed.named();
        pages.learn(TARGET, moved("https://www.harbour.example/news/2"), NOW);

        assertThat(pages.named(
                        TARGET,
                        URL,
                        builder()
                                .source("https://www.harbour.example/news/3")
                                .hops(1)
                                .build(),
                        NOW + 1))
                .isEmpty();
    }

    @Test
    void aPageThatLeadsToALoginIsRefusedTheSecondTimeAndTheLoginIsNotFetched() {
        String login = "https://www.harbour.example/login?next=/news/1";
        bed.named();
        pages.learn(TARGET, moved(login), NOW);
        assertThat(fixture.refused).isEmpty();
        pages.learn(TARGET, moved(login), NOW + HOUR);

        assertThat(fixture.links).isEmpty();
        assertThat(fixture.refused)
                .singleElement()
                .extracting(Refusal::reason, Refusal::detail)
                .containsExactly(FailureReason.HTTP_STATUS, "HTTP 301, which leads to a login: " + login);
        assertThat(bed.page().done).isTrue();
    }

    @Test
    void aPageThatWasThereAndLeadsToALoginIsVisitedAsBefore() {
        bed.named();
        pages.learn(TARGET, fetched("text"), NOW);
        pages.learn(TARGET, moved("https://www.harbour.example/login"), NOW + HOUR);

        assertThat(bed.page().due).isEqualTo(NOW + 6 * HOUR);
        assertThat(fixture.links).isEmpty();
        assertThat(fixture.refused).isEmpty();
    }

    @Test
    void anAnsweredPageCountsRedirectsFromZero() {
        bed.named();
        pages.learn(TARGET, moved("http://harbour.example/news/1"), NOW);
        pages.learn(TARGET, fetched("text"), NOW);

        assertThat(bed.page().hops).isZero();
    }

    @Test
    void aRedirectWithoutALocationIsAFailure() {
        bed.named();
        pages.learn(TARGET, moved(null), NOW);

        assertThat(bed.page().failures).isEqualTo(1);
    }

    private static FetchOutcome redirect(String target) {
        return FrontierFixture.outcome(REQUEST, Result.MOVED, 302, NOW)
                .location(target)
                .build();
    }

    private FetchRequest request() {
        return pages.candidate(TARGET, bed.page().due, NOW).orElseThrow().request("id", 5, NOW);
    }

    private static FetchOutcome setting(List<SetCookie> cookies, String location) {
        return FrontierFixture.outcome(REQUEST, Result.MOVED, 302, NOW)
                .location(location)
                .cookies(cookies)
                .build();
    }
}
