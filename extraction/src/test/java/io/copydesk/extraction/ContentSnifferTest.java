package io.copydesk.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a document is, by its bytes and by what is said about it. */
class ContentSnifferTest {

    private static final String TEXT =
            "The harbour of Lindhaven reopened on Tuesday after eleven weeks of repairs, and the first ferry left on time.";

    private final Extractor extractor = Extractor.create();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<?xml version='1.0'?><rss version='2.0'><channel><item><description>" + TEXT
                        + "</description></item></channel></rss>",
                "<?xml version='1.0'?><!-- feed --><feed xmlns='http://www.w3.org/2005/Atom'><title>" + TEXT
                        + "</title></feed>",
                "<rdf:RDF xmlns:rdf='x'><item>" + TEXT + "</item></rdf:RDF>",
                "<?xml version='1.0'?>\n<?xml-stylesheet href='a'?>\n<urlset><url><loc>https://a.example</loc></url></urlset>",
                "{\"headline\":\"Harbour\",\"articleBody\":\"" + TEXT + "\"}",
                "[{\"text\":\"" + TEXT + "\"}]\n",
            })
    void rejectsFeedsSitemapsAndJsonWithAReason(String document) {
        for (String mediaType : new String[] {null, "text/html", "text/plain", "application/xml", "application/json"}) {
            assertThat(extract(document, mediaType)).isInstanceOfSatisfying(Extraction.Rejected.class, rejected -> {
                assertThat(rejected.reason()).isEqualTo(RejectionReason.NO_ARTICLE);
                assertThat(rejected.detail()).endsWith("no page.");
            });
        }
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain, '<!DOCTYPE html><html><body>'",
        "text/plain, '<!-- made by hand --><html><body>'",
        "text/plain, '<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"x\" \"y\"><html xmlns=\"z\"><body>'",
        "application/xhtml+xml, '<html xmlns=\"z\"><body>'",
        "text/xml, '<html xmlns=\"z\"><body>'",
        "application/json, '<html><body>'",
        "application/octet-stream, '<html><body>'",
        ", '<div>'"
    })
    void readsPagesUnderOtherMediaTypes(String mediaType, String before) {
        assertThat(body(before + "<p>" + TEXT + "</p><p>" + TEXT.replace("Tuesday", "Monday") + "</p>", mediaType))
                .isEqualTo(TEXT + "\n\n" + TEXT.replace("Tuesday", "Monday"));
    }

    @Test
    void readsXhtmlWhoseElementsCloseThemselves() {
        String page =
                "<html xmlns='http://www.w3.org/1999/xhtml'><head><title/><script src='a.js'/></head><body><a id='top'/><div class='x'/><p>"
                        + TEXT + "<br/></p><iframe src='b'/><p>" + TEXT.replace("Tuesday", "Monday")
                        + "</p></body></html>";
        assertThat(body(page, "application/xhtml+xml")).contains(TEXT).contains("on Monday");
    }

    @Test
    void readsTextThatSpeaksOfTags() {
        assertThat(body("The <html> tag\n\n" + TEXT + " Then came <br>.", "text/plain"))
                .contains("<br>");
        assertThat(body("{ what a start! }\n\n" + TEXT, null)).contains(TEXT);
    }

    @Test
    void readsUtf16WithoutAMark() {
        byte[] bytes = ("<html><body><p>" + TEXT + "</p></body></html>").getBytes(StandardCharsets.UTF_16LE);
        assertThat(extractor.extract(new SourceDocument(null, "text/html", null, bytes, null)))
                .isInstanceOf(Extraction.Extracted.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<meta http-equiv=refresh content='0; url=/new'><p>If you are not taken to the new address, follow the link.</p>",
                "<meta http-equiv='Refresh' content='3;URL=https://new.example/'><body>We have moved! Please note our new address.",
                "<frameset cols='20%,80%'><frame src=menu.html><frame src=text.html></frameset>",
            })
    void rejectsPagesThatOnlyLeadElsewhere(String page) {
        assertThat(extract("<html>" + page, "text/html")).isInstanceOf(Extraction.Rejected.class);
    }

    @Test
    void readsPagesThatReloadThemselves() {
        String page = "<html><head><meta http-equiv=refresh content='300; url=/live'></head><p>" + TEXT + "</p>";
        assertThat(body(page, "text/html")).isEqualTo(TEXT);
    }

    private String body(String document, String mediaType) {
        Extraction extraction = extract(document, mediaType);
        assertThat(extraction).isInstanceOf(Extraction.Extracted.class);
        return ((Extraction.Extracted) extraction).article().body();
    }

    private Extraction extract(String document, String mediaType) {
        return extractor.extract(
                new SourceDocument(null, mediaType, "utf-8", document.getBytes(StandardCharsets.UTF_8), null));
    }
}
