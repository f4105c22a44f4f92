package io.copydesk.standalone.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Holds the cases that the sample was written for: revisions, copies, walls and broken pages. */
class SampleCasesTest {

    private static final String REVISED = "https://www.harbourledger.example/2026/03/03/port/ferry-aground-tolley-bank";
    private static final String REFETCHED =
            "https://www.harbourledger.example/2026/03/23/world/puerto-lirio-dockers-strike";

    @Test
    void revisesOneArticleTwice() {
        List<SampleGold> versions = golds(REVISED);
        assertThat(versions).hasSize(3);
        assertThat(versions).extracting(SampleGold::datePublished).containsOnly("2026-03-03T07:55:00Z");
        assertThat(versions.get(0).headline()).isEqualTo(versions.get(1).headline());
        assertThat(versions.get(1).headline()).isNotEqualTo(versions.get(2).headline());
        assertThat(versions).extracting(gold -> gold.paragraphs().size()).containsExactly(6, 7, 7);
        assertThat(versions.get(0).paragraphs()).anyMatch(text -> text.contains("eight people had been hurt"));
        assertThat(versions.get(1).paragraphs()).anyMatch(text -> text.contains("11 people had been hurt"));
        assertThat(versions.get(2).paragraphs()).anyMatch(text -> text.contains("14 people had been hurt"));
    }

    @Test
    void keepsSomeSentencesThroughAllRevisions() {
        List<SampleGold> versions = golds(REVISED);
        Set<String> kept = new HashSet<>(versions.get(0).paragraphs());
        kept.retainAll(versions.get(1).paragraphs());
        kept.retainAll(versions.get(2).paragraphs());
        assertThat(kept).isNotEmpty();
    }

    @Test
    void fetchesOneArticleAgainUnchanged() {
        List<SampleCapture> fetches = captures(REFETCHED);
        assertThat(fetches).hasSize(2);
        assertThat(fetches.get(0).body()).isEqualTo(fetches.get(1).body());
        assertThat(fetches.get(0).fetched()).isBefore(fetches.get(1).fetched());
    }

    @Test
    void servesThreeTextsUnderASecondUrl() {
        List<SampleRelation> copies = relations("exact");
        assertThat(copies).hasSize(3);
        assertThat(copies).allSatisfy(copy -> {
            assertThat(copy.url()).isNotEqualTo(copy.of());
            assertThat(paragraphs(copy.url())).isEqualTo(paragraphs(copy.of()));
        });
    }

    @Test
    void printsOneAgencyTextOnThreeSitesWithEdits() {
        List<SampleRelation> copies = relations("syndicated");
        assertThat(copies).hasSize(2);
        assertThat(copies)
                .extracting(SampleRelation::of)
                .containsOnly(copies.get(0).of());
        for (SampleRelation copy : copies) {
            List<String> shared = new ArrayList<>(paragraphs(copy.url()));
            assertThat(shared).isNotEqualTo(paragraphs(copy.of()));
            shared.retainAll(paragraphs(copy.of()));
            assertThat(shared).isNotEmpty();
            assertThat(golds(copy.url()).get(0).headline())
                    .isNotEqualTo(golds(copy.of()).get(0).headline());
            assertThat(SamplePage.html(captures(copy.url()).get(0))).contains("Sablewire");
        }
    }

    @Test
    void quotesOneParagraphOfAnotherSite() {
        List<SampleRelation> parts = relations("part");
        assertThat(parts).hasSize(1);
        List<String> shared = new ArrayList<>(paragraphs(parts.get(0).url()));
        shared.retainAll(paragraphs(parts.get(0).of()));
        assertThat(shared).hasSize(1);
    }

    @Test
    void repeatsNoParagraphExceptInRelatedArticles() {
        Set<String> relatives = new HashSet<>();
        SampleSites.relations().forEach(relation -> {
            relatives.add(relation.url());
            relatives.add(relation.of());
        });
        List<String> paragraphs = new ArrayList<>();
        for (SampleCapture capture : SampleSites.load()) {
            if (!relatives.contains(capture.url())
                    && !Set.of(REVISED, REFETCHED).contains(capture.url())) {
                capture.gold().ifPresent(gold -> paragraphs.addAll(gold.paragraphs()));
            }
        }
        assertThat(paragraphs).doesNotHaveDuplicates();
    }

    @Test
    void wallsOneArticleForMembers() {
        SampleCapture capture = SamplePage.only("why-the-mutual-ran-out-of-road");
        assertThat(SamplePage.html(capture)).contains("\"isAccessibleForFree\":false");
        assertThat(capture.gold().orElseThrow().boilerplate())
                .contains("Subscribe from 2 crowns a week to go on reading.");
    }

    @Test
    void metersOneArticle() {
        assertThat(SamplePage.only("the-last-keeper-of-gannet-head")
                        .gold()
                        .orElseThrow()
                        .boilerplate())
                .contains("75% of this article left to read.", "You have read 4 of your 5 free articles this month.");
    }

    @Test
    void cutsOnePageInsideATagAndMislabelsItsBytes() {
        SampleCapture capture = SamplePage.only("/news/4560.html");
        assertThat(capture.charset()).isEqualTo("utf-8");
        assertThatThrownBy(() -> StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(capture.body())))
                .isInstanceOf(CharacterCodingException.class);
        assertThat(SamplePage.html(capture)).endsWith("<a href").doesNotContain("</p>");
    }

    @Test
    void holdsOnePageWithoutAnArticle() {
        assertThat(SampleSites.load())
                .filteredOn(capture -> capture.gold().isEmpty())
                .singleElement()
                .satisfies(capture ->
                        assertThat(SamplePage.document(capture).select("h1, p")).isEmpty());
    }

    @Test
    void tellsNewsAboutSubscriptionsAndCookies() {
        assertThat(
                        String.join(
                                " ",
                                paragraphs(
                                        "https://www.harbourledger.example/2026/06/02/business/subscription-traps-and-cookie-walls-law")))
                .contains(
                        "accept cookies",
                        "sign up for a newsletter",
                        "already in use on another device",
                        "Subscribe today",
                        "log in");
    }

    @Test
    void putsTheSpanishDeviceNoticeUnderTheEnglishEdition() {
        List<SampleGold> english = SampleSites.load().stream()
                .filter(capture -> capture.url().contains("diariotorrevela.example/english/"))
                .map(capture -> capture.gold().orElseThrow())
                .toList();
        assertThat(english).hasSize(3).allSatisfy(gold -> {
            assertThat(gold.language()).isEqualTo("en");
            assertThat(gold.boilerplate()).contains("Tu cuenta está abierta en otro aparato");
        });
    }

    private static List<SampleCapture> captures(String url) {
        return SampleSites.load().stream()
                .filter(capture -> capture.url().equals(url))
                .toList();
    }

    private static List<SampleGold> golds(String url) {
        return captures(url).stream()
                .map(capture -> capture.gold().orElseThrow())
                .toList();
    }

    private static List<String> paragraphs(String url) {
        return golds(url).get(0).paragraphs();
    }

    private static List<SampleRelation> relations(String kind) {
        return SampleSites.relations().stream()
                .filter(relation -> relation.kind().equals(kind))
                .toList();
    }
}
