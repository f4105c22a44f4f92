package io.copydesk.ingest.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.copydesk.ingest.clean.CleanResult.Cleaned;
import io.copydesk.ingest.clean.CleanResult.Refused;
import io.copydesk.ingest.page.Page;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.LedgerEntry;
import io.copydesk.schemas.LedgerEntry.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private static final History NOTHING = history(List.of());

    private final Observation first = observed("a", "2026-03-01T10:00:00Z", "The bridge opens on Monday.");
    private final Observation again = observed("b", "2026-03-01T11:00:00Z", "The bridge opens on Monday.");
    private final Observation edited = observed("c", "2026-03-01T12:00:00Z", "The bridge opens on Tuesday.");

    @Test
    void numbersTextsByFetchTimeAndCountsARepeatedTextOnce() {
        History history = history(List.of(edited, again, first));

        assertThat(history.versions()).extracting(Article::version).containsExactly(1, 2);
        assertThat(history.versions())
                .extracting(Article::articleBody)
                .containsExactly("The bridge opens on Monday.", "The bridge opens on Tuesday.");
        assertThat(history.ledgerSince(NOTHING))
                .extracting(LedgerEntry::inputId, LedgerEntry::outcome, LedgerEntry::version)
                .containsExactlyInAnyOrder(
                        tuple("a", Outcome.ARTICLE, 1),
                        tuple("b", Outcome.UNCHANGED, 1),
                        tuple("c", Outcome.ARTICLE, 2));
    }

    @Test
    void aTextThatComesBackIsANewVersion() {
        Observation back = observed("d", "2026-03-01T13:00:00Z", "The bridge opens on Monday.");

        assertThat(history(List.of(first, edited, back)).versions()).hasSize(3);
    }

    @Test
    void issuesAllVersionsAgainFromWhereALateOneGoesIn() {
        History before = history(List.of(edited));
        History after = history(List.of(edited, first));

        assertThat(after.versionsSince(before))
                .extracting(Article::version, Article::articleBody)
                .containsExactly(tuple(1, "The bridge opens on Monday."), tuple(2, "The bridge opens on Tuesday."));
    }

    @Test
    void anEarlierSightOfTheSameTextTakesTheFirstOnesPlaceInTheLedger() {
        History before = history(List.of(again));
        History after = history(List.of(again, first));

        assertThat(after.ledgerSince(before))
                .extracting(LedgerEntry::inputId, LedgerEntry::outcome)
                .containsExactlyInAnyOrder(tuple("a", Outcome.ARTICLE), tuple("b", Outcome.UNCHANGED));
    }

    @Test
    void saysNothingWhenNothingChanged() {
        History history = history(List.of(first, edited));

        assertThat(history.versionsSince(history(List.of(edited, first)))).isEmpty();
        assertThat(history.ledgerSince(history(List.of(edited, first)))).isEmpty();
    }

    @Test
    void anArticleWithoutADateHappenedWhenItWasFirstSeen() {
        assertThat(history(List.of(edited, first)).versions())
                .extracting(a -> a.pipeline().eventTime())
                .containsOnly("2026-03-01T10:00:00Z");
    }

    @Test
    void givesTheSameForEveryOrderOfArrival() {
        List<Observation> all = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            all.add(observed("i" + i, "2026-03-01T10:%02d:00Z".formatted(i / 2), "Text " + i % 3));
        }
        History expected = history(all);
        Random random = new Random(11);
        for (int round = 0; round < 50; round++) {
            Collections.shuffle(all, random);
            assertThat(history(all).versions()).isEqualTo(expected.versions());
            assertThat(history(all).ledgerSince(expected)).isEmpty();
        }
    }

    private static History history(List<Observation> observations) {
        return new History(observations, List.of(), Observation::article, List.of());
    }

    private static Observation observed(String inputId, String fetched, String body) {
        String json = "{\"headline\":\"A bridge\",\"articleBody\":\"" + body + "\"}";
        Page page = Pages.document("bridge", json);
        Page seen = new Page(
                inputId,
                page.url(),
                Instant.parse(fetched),
                page.capture(),
                page.status(),
                page.headers(),
                page.mediaType(),
                page.charset(),
                page.body());
        return new Observation(((Cleaned) CleanDocument.read(seen, text -> new Refused("no-article", ""))).article());
    }
}
