package io.copydesk.extraction.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copydesk.extraction.Extraction;
import io.copydesk.extraction.Extractor;
import io.copydesk.extraction.ExtractorOptions;
import io.copydesk.extraction.Layer;
import io.copydesk.extraction.RejectionReason;
import io.copydesk.extraction.SourceDocument;
import io.copydesk.schemas.PageKind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KindClassifierTest {

    private static final String URL = "https://www.coastpost.example/2026/lighthouse-lit-again.html";
    private static final String ARTICLE = page(
            "<p>The lighthouse at Corran, dark since 1998, will be lit again in"
                    + " September, the harbour trust said on Thursday.</p><p>Two retired engineers found the missing gear in a school museum.</p>");
    private static final String FRONT = page(teasers(9));

    private static String page(String body) {
        return "<!DOCTYPE html><html lang=en><title>Coast</title><body><main><h1>Coast</h1>" + body
                + "</main></body></html>";
    }

    private static String teasers(int n) {
        StringBuilder html = new StringBuilder();
        for (int i = 0; i < n; i++) {
            html.append("<div class=card><h2><a href=/")
                    .append(i)
                    .append(">Headline of story number ")
                    .append(i)
                    .append("</a></h2><p>What it is about, in a line.</p></div>");
        }
        return html.toString();
    }

    @Test
    void theKindsWithAnEnsembleCompeteAndTheArticleWinsATie() {
        KindSheet sheet = sheet(ARTICLE);
        assertThat(parse("leaf 4", "leaf 0").judge(sheet).assessment().kind()).isEqualTo(PageKind.ARTICLE);
        assertThat(parse("leaf -4", "leaf 0").judge(sheet).assessment().kind()).isEqualTo(PageKind.FORUM);
        assertThat(parse("leaf -4", "leaf 0").judge(sheet).assessment().likelihood())
                .isEqualTo(0.982);
        assertThat(parse("leaf 0", "leaf 0").judge(sheet).assessment().kind()).isEqualTo(PageKind.ARTICLE);
        assertThat(parse("leaf 0", "leaf 0").judge(sheet).article()).isEqualTo(0.5);
    }

    @Test
    void aModelWithoutArticlesIsRefused() {
        assertThatThrownBy(() -> KindClassifier.parse(List.of("kind forum", "tree", "leaf 0")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theThresholdIsLowerForListingsAndHigherForShopsAndForums() {
        assertThat(PageKinds.isRefused(PageKind.SERVICE, 0.04, 0.05)).isTrue();
        assertThat(PageKinds.isRefused(PageKind.SERVICE, 0.06, 0.05)).isFalse();
        assertThat(PageKinds.isRefused(PageKind.FORUM, 0.09, 0.05)).isTrue();
        assertThat(PageKinds.isRefused(PageKind.LISTING, 0.04, 0.05)).isFalse();
        assertThat(PageKinds.isRefused(PageKind.ARTICLE, 0, 0.05)).isFalse();
    }

    @Test
    void theWordsOfTheLayoutAreScored() {
        KindSheet sheet = sheet(ARTICLE);
        String word = String.format("%08x 2", sheet.words()[0]);
        KindClassifier classifier = KindClassifier.parse(
                List.of("words", "1", word, "kind article", "tree", "WORDS 2 2", "leaf -4", "leaf 4"));
        assertThat(classifier.judge(sheet).article()).isGreaterThan(0.9);
        assertThat(sheet.row(WordScores.of(1, Map.of()))).contains(1f);
    }

    @Test
    void aPageWithoutDateAndAuthorIsOfTheKindThatItsAddressNames() {
        assertThat(Extractor.create().extract(ARTICLE, "https://docs.coastpost.example/en/latest/lamp.html"))
                .isInstanceOf(Extraction.Rejected.class);
        assertThat(Extractor.create().extract(ARTICLE, "https://www.coastpost.example/shop/lamp"))
                .isInstanceOf(Extraction.Rejected.class);
        assertThat(Extractor.create().extract(ARTICLE, "https://shop.example/lamp"))
                .isInstanceOf(Extraction.Extracted.class);
    }

    @Test
    void aFrontPageIsRefusedUnlessItsKindIsKept() {
        assertThat(reason(ExtractorOptions.DEFAULT)).isEqualTo(RejectionReason.NOT_AN_ARTICLE);
        assertThat(reason(ExtractorOptions.DEFAULT.keeping(Set.of(PageKind.LISTING))))
                .isNull();
        assertThat(reason(ExtractorOptions.DEFAULT.keeping(Set.of(PageKind.FORUM))))
                .isEqualTo(RejectionReason.NOT_AN_ARTICLE);
        assertThat(reason(ExtractorOptions.DEFAULT.without(Layer.KINDS))).isNull();
    }

    private static RejectionReason reason(ExtractorOptions options) {
        Extraction extraction = Extractor.create(options).extract(FRONT, URL);
        return extraction.fold(extracted -> null, rejected -> rejected.reason());
    }

    private static KindClassifier parse(String article, String forum) {
        return KindClassifier.parse(List.of("kind article", "tree", article, "kind forum", "tree", forum));
    }

    private static KindSheet sheet(String html) {
        return Extractor.create()
                .kindSheet(new SourceDocument(URL, "text/html", "utf-8", html.getBytes(StandardCharsets.UTF_8), null))
                .orElseThrow();
    }
}
