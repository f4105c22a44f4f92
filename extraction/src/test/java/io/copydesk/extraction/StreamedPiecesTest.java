package io.copydesk.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class StreamedPiecesTest {

    @Test
    void aPieceReplacesItsPlaceholder() {
        assertThat(placed("""
                        <main><p>First.</p><!--$?--><template id="B:0"></template><p>Loading</p><!--$--><i>.</i><!--/$--><!--/$--><p>Third.</p></main>
                        <div hidden id="S:0"><p>Second.</p></div>""")).isEqualTo("First. Second. Third.");
    }

    @Test
    void aPieceInsideAPieceIsPlacedToo() {
        assertThat(placed("""
                        <main><p>First.</p><!--$?--><template id="B:0"></template><!--/$--><p>Fourth.</p></main>
                        <div hidden id="S:0"><p>Second.</p><template id="P:1"></template></div>
                        <div hidden id="S:1"><p>Third.</p></div>""")).isEqualTo("First. Second. Third. Fourth.");
    }

    @Test
    void aBoundaryWithoutAnEndLosesNothing() {
        assertThat(placed("""
                        <main><!--$?--><template id="B:0"></template><p>Second.</p></main><div hidden id="S:0"><p>First.</p></div>""")).isEqualTo("First. Second.");
    }

    @Test
    void aPieceWithoutAPlaceOrWithAPlaceInItselfStaysWhereItIs() {
        assertThat(placed("""
                        <main><p>First.</p></main><div hidden id="S:0"><p>Second.</p></div>
                        <div hidden id="S:1"><template id="B:1"></template><p>Third.</p></div>""")).isEqualTo("First. Second. Third.");
    }

    @Test
    void theTextOfAStreamedArticleIsInTheOrderOfReading() {
        String html = """
                <!doctype html><html lang="en"><title>Ferry returns to Ternquay</title><body><article><h1>Ferry returns to Ternquay</h1>
                <p>The ferry between Ternquay and the outer islands sails again from Monday, the harbour board said after its meeting in the old customs house.</p>
                <!--$?--><template id="B:0"></template><p>Loading the rest</p><!--/$-->
                <p>Tickets are sold at the quay and in the post offices of the three largest islands, where the timetable is on the door.</p></article>
                <div hidden id="S:0"><p>Two crossings a day are planned until the end of the winter, and a third one on Saturdays when the market is open.</p></div>
                <script>$RC("B:0","S:0")</script></body></html>""";

        Extraction extraction = Extractor.create().extract(html, "https://ternquay-courier.example/ferry");

        String body = extraction.fold(extracted -> extracted.article().body(), rejected -> rejected.detail());
        assertThat(body.split("\n\n")).hasSize(3);
        assertThat(body)
                .containsSubsequence("The ferry between", "Two crossings a day", "Tickets are sold")
                .doesNotContain("Loading");
    }

    private static String placed(String html) {
        Document document = Jsoup.parse(html);
        StreamedPieces.place(document, html);
        return document.body().text();
    }
}
