package io.copydesk.extraction.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.extraction.Extractor;
import io.copydesk.extraction.RejectionReason;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages on which a notice stands in place of the article, and pages that speak of withdrawals. */
class WithdrawnPagesTest {

    private static final Extractor EXTRACTOR = Extractor.create();

    private static final String NEWS = "<p>The journal took the study back on Tuesday after two of its authors had said"
            + " that they never saw the data. The university of Eastmere opened an inquiry, and the ministry, which had"
            + " cited the figures in its plan for the ferries, said that it would calculate them again by the spring.</p>"
            + "<p>Readers of the paper had asked for the numbers since October, when a harbour master found that more"
            + " boats had been counted than the quay has places for. The editors said they regretted the delay.</p>";

    @ParameterizedTest
    @CsvFileSource(resources = "withdrawn.csv", delimiter = '|')
    void aNoticeInPlaceOfTheTextIsKnownInEveryLanguage(String language, String sign, String sentence) {
        assertThat(reason(page("<h1>Bridge to open in May</h1><p>" + sentence + "</p>")))
                .as(language)
                .isEqualTo(RejectionReason.valueOf(sign.toUpperCase(java.util.Locale.ROOT)));
    }

    @Test
    void everyLanguageOfThePacksHasOne() {
        Set<String> known =
                io.copydesk.extraction.resource.ResourceLines.of(WithdrawnPages.class, "withdrawn.txt").stream()
                        .map(line -> line.split(" ")[0])
                        .collect(Collectors.toSet());
        assertThat(known).containsExactlyInAnyOrderElementsOf(NoticeLanguages.ALL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<h1>This article has been removed</h1>",
                "<div class=message>This story was withdrawn by the publisher.<br>We apologise to our readers.</div>",
                "<h1>Bridge to open in May</h1><p>Editor's note: This article has been retracted. It did not meet our"
                        + " standards. <a href=/corrections>Read more about corrections</a></p>",
                "<p>[This page has been taken down.]</p><p>Return to the front page or search the archive.</p>",
                "<h1>Retraction</h1><p>The Harbour Post has retracted this article after a review found that quotes"
                        + " could not be verified. The editors regret the error.</p>"
            })
    void howeverItIsSetAndWhateverApologyFollows(String html) {
        assertThat(reason(page(html))).isEqualTo(RejectionReason.WITHDRAWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // News about withdrawals.
                "<h1>Journal retracts study of ferries</h1>" + NEWS,
                "<h1>Article withdrawn after complaint</h1>" + NEWS,
                "<h1>Recall of heaters</h1><p>The maker has withdrawn all heaters of this type and asks owners to return"
                        + " them. This product has been removed from the shelves of forty shops in Eastmere.</p>"
                        + NEWS,
                "<h1>Law withdrawn</h1><p>This bill has been withdrawn, the minister of transport said on Friday, as"
                        + " there was no majority for it in the chamber.</p>",
                "<h1>Statement deleted</h1><p>The mayor has deleted the post, her office said. The article was removed"
                        + " from the site of the party on Friday, and a new one was published in its place.</p>",
                "<p>The article was withdrawn by the journal on Friday after complaints by two of its authors.</p>",
                // Corrections of articles that are there.
                "<h1>Bridge to open in May</h1>" + NEWS
                        + "<p>Correction: a quote in this article has been removed, as it could not be verified.</p>",
                "<h1>Bridge to open in May</h1>" + NEWS + NEWS + "<p>This article has been removed from the list.</p>",
                // Refusals that say nothing of the article.
                "<h1>Bridge to open in May</h1><p>This content is no longer available in your country.</p>",
                "<p>This video is not available.</p>",
                "<p>Please enable scripts to read this article.</p>"
            })
    void newsAboutWithdrawalsIsNone(String html) {
        assertThat(reason(page(html))).isNotIn(RejectionReason.WITHDRAWN, RejectionReason.GONE);
    }

    @ParameterizedTest
    @CsvSource({
        "This article has been removed., true",
        "This article is about a law that has been removed., false",
        "The article has been removed., false",
        "Article removed, true",
        "This article has been removed by our editors and replaced., true"
    })
    void aSentenceSpeaksOfItsOwnPage(String sentence, boolean expected) {
        assertThat(WithdrawnPages.load().find(List.of(sentence), null) != null).isEqualTo(expected);
    }

    @Test
    void theNoticeIsTold() {
        WithdrawnPages.Notice notice = WithdrawnPages.load()
                .find(
                        List.of("Bridge to open in May", "This page has been deleted. " + "Sorry. ".repeat(60)),
                        "Bridge to open in May");

        assertThat(notice).isNotNull();
        assertThat(notice.text()).startsWith("This page has been deleted.").hasSize(300);
    }

    private static @Nullable RejectionReason reason(String html) {
        return EXTRACTOR
                .extract(html, "https://www.harbourpost.example/news/1.html")
                .fold(extracted -> null, rejected -> rejected.reason());
    }

    private static String page(String content) {
        return "<!doctype html><html><head><title>Harbour Post</title></head><body><header><a href=/>Harbour Post</a>"
                + "</header><nav><ul><li><a href=/news>News</a><li><a href=/sport>Sport</a></ul></nav><main><article>"
                + content
                + "</article></main><aside><h2>More</h2><ul><li><a href=/news/2>Ferries to run until night</a>"
                + "<li><a href=/news/3>Council votes on the quay</a></ul></aside>"
                + "<footer><p>© 2026 Harbour Post. All rights reserved.</p></footer></body></html>";
    }
}
