package io.copydesk.extraction.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.copydesk.extraction.Extraction;
import io.copydesk.extraction.Extractor;
import io.copydesk.extraction.SourceDocument;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** One article in the shapes that page programs keep it in; the page itself shows nothing. */
class PageDataTest {

    private static final String A =
            "The harbour of Lindhaven reopened on Tuesday after eleven weeks of repairs, and the first ferry to the islands left on time. Hundreds of people had come to see it off.";
    private static final String H = "What the quay cost";
    private static final String B =
            "Fishermen had waited since spring for the new quay, which the town built with stone from the old lighthouse after the storms. Many of them now pay less for their berths than they did before the winter.";
    private static final String C =
            "The mayor thanked the divers, who worked at night so that the trawlers could use the basin by day for most of the summer. The next winter will show whether the wall holds, said the engineer of the county.";
    private static final String OTHER =
            "The brass band of the islands plays on the market square next Sunday, as it does every year since the roof of the hall fell in.";
    private static final String HEADLINE = "Lindhaven harbour open again";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Extractor extractor = Extractor.create();

    @TestFactory
    Stream<DynamicTest> readsTheArticleInEveryShape() {
        Map<String, String> shapes = new LinkedHashMap<>();
        shapes.put("one string of HTML", object("body", html()));
        shapes.put("one string of lines", object("content", A + "\n\n" + B + "\n\n" + C));
        shapes.put("an array of strings", object("paragraphs", List.of(A, B, C)));
        shapes.put(
                "an array of HTML strings",
                object("body", List.of("<p>" + A + "</p>", "<p>" + B + "</p>", "<p>" + C + "</p>")));
        shapes.put(
                "blocks with a type and content",
                object(
                        "content_elements",
                        List.of(
                                Map.of("type", "text", "content", A),
                                Map.of("type", "image", "caption", "The quay on its first day, seen from the ferry."),
                                Map.of("type", "header", "content", H),
                                Map.of(
                                        "type",
                                        "text",
                                        "content",
                                        "Fishermen had <a href=\"/x\">waited</a>" + B.substring(20)),
                                Map.of("type", "text", "content", C))));
        shapes.put(
                "an editor's document",
                object(
                        "body",
                        Map.of(
                                "type",
                                "doc",
                                "content",
                                List.of(
                                        paragraph("paragraph", "content", "text", A),
                                        paragraph("heading", "content", "text", H),
                                        paragraph("paragraph", "content", "text", B),
                                        paragraph("paragraph", "content", "text", C)))));
        shapes.put(
                "a rich text tree",
                object(
                        "richText",
                        Map.of(
                                "json",
                                Map.of(
                                        "nodeType",
                                        "document",
                                        "content",
                                        List.of(
                                                paragraph("paragraph", "content", "value", A),
                                                paragraph("heading-2", "content", "value", H),
                                                paragraph("paragraph", "content", "value", B),
                                                paragraph("paragraph", "content", "value", C))))));
        shapes.put(
                "blocks of spans",
                object("body", List.of(span("normal", A), span("h2", H), span("normal", B), span("normal", C))));
        shapes.put(
                "a draft's blocks",
                object(
                        "content",
                        Map.of(
                                "blocks",
                                List.of(
                                        Map.of("key", "a1", "type", "unstyled", "text", A),
                                        Map.of("key", "a2", "type", "header-two", "text", H),
                                        Map.of("key", "a3", "type", "unstyled", "text", B),
                                        Map.of("key", "a4", "type", "unstyled", "text", C)),
                                "entityMap",
                                Map.of())));
        shapes.put(
                "an editor's blocks with data",
                object(
                        "content",
                        Map.of(
                                "time",
                                1,
                                "blocks",
                                List.of(
                                        Map.of("type", "paragraph", "data", Map.of("text", A)),
                                        Map.of("type", "header", "data", Map.of("text", H, "level", 2)),
                                        Map.of("type", "paragraph", "data", Map.of("text", B)),
                                        Map.of("type", "paragraph", "data", Map.of("text", C))))));
        shapes.put(
                "JSON in a string",
                object(
                        "content",
                        json(Map.of(
                                "blocks",
                                List.of(
                                        Map.of("type", "unstyled", "text", A),
                                        Map.of("type", "unstyled", "text", B),
                                        Map.of("type", "unstyled", "text", C))))));
        return shapes.entrySet().stream()
                .map(shape -> DynamicTest.dynamicTest(shape.getKey(), () -> {
                    String script = "<script id=__NEXT_DATA__ type=application/json>" + shape.getValue() + "</script>";
                    assertThat(body(script))
                            .startsWith(A)
                            .endsWith(C)
                            .contains("\n\n" + B + "\n\n")
                            .doesNotContain("brass", "first day", "unstyled");
                    boolean hasHeading = shape.getValue().contains("What the");
                    assertThat(body(script).contains("\n\n" + H + "\n\n")).isEqualTo(hasHeading);
                }));
    }

    @Test
    void readsStateAssignedToVariables() {
        assertThat(body("<script>var a={b:1};window.__INITIAL_STATE__ = " + object("body", html())
                        + ";window.next={\"x\":[1]};</script>"))
                .isEqualTo(text());
        assertThat(body("<script>window.__PRELOADED_STATE__=JSON.parse(" + json(object("body", html()))
                        + ");</script>"))
                .isEqualTo(text());
        assertThat(body("<script>window.__NUXT__=(function(a,b){return {data:[{post:{title:" + json(HEADLINE)
                        + ",slug:a,body:" + json(html()) + "}}],x:b}}(1,2));</script>"))
                .isEqualTo(text());
    }

    @Test
    void readsListsOfRecordsThatReferToEachOther() {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put(
                "Post:1",
                Map.of("__typename", "Post", "title", HEADLINE, "paragraphs", List.of(Map.of("__ref", "Paragraph:1"))));
        int n = 0;
        for (String paragraph : List.of(A, B, C)) {
            state.put("Paragraph:" + n++, Map.of("__typename", "Paragraph", "text", paragraph, "type", "P"));
        }
        assertThat(body("<script>window.__APOLLO_STATE__ = " + json(state) + "</script>"))
                .isEqualTo(text());
    }

    @Test
    void readsTextPushedInPieces() {
        String stream = "1:[\"$\",\"div\",null,{}]\n2:T" + Integer.toHexString(html().length()) + "," + html()
                + "3:{\"a\":1}\n";
        String first = stream.substring(0, 200);
        String second = stream.substring(200);
        assertThat(body("<script>self.__next_f.push([1," + json(first) + "])</script><script>self.__next_f.push([1,"
                        + json(second) + "])</script>"))
                .isEqualTo(text());
    }

    @Test
    void choosesTheObjectThatHasThePagesHeadline() {
        String others = json(List.of(
                Map.of("title", "Band plays on Sunday", "slug", "b", "body", ("<p>" + OTHER + "</p>").repeat(9)),
                Map.of("title", HEADLINE, "slug", "a", "body", html())));
        assertThat(body("<script type=application/json>{\"stories\":" + others + "}</script>"))
                .isEqualTo(text());
    }

    @Test
    void choosesTheTextThatHoldsWhatThePageShows() {
        String teaser = "<div id=app><p>" + A + "</p></div>";
        assertThat(body(teaser + "<script type=application/json>{\"a\":{\"body\":" + json(html()) + "},\"b\":{\"body\":"
                        + json(("<p>" + OTHER + "</p>").repeat(9)) + "}}</script>"))
                .isEqualTo(text());
    }

    @Test
    void leavesTheDataAloneWhenThePageShowsItsText() {
        String shown = ("<p>" + A + "</p><p>" + B + "</p><p>" + C + "</p>");
        String data =
                "<script type=application/json>" + object("body", ("<p>" + OTHER + "</p>").repeat(9)) + "</script>";
        assertThat(body("<article>" + shown + "</article>" + data)).isEqualTo(A + "\n\n" + B + "\n\n" + C);
    }

    @Test
    void takesNoTextThatMayBeAnotherArticles() {
        String list = json(List.of(
                Map.of("title", "Band plays on Sunday", "slug", "b", "body", ("<p>" + OTHER + "</p>").repeat(4)),
                Map.of("title", "Ferry fares rise", "slug", "c", "body", ("<p>" + B + "</p>").repeat(4))));
        assertThat(extract("<script type=application/json>{\"stories\":" + list + "}</script>"))
                .isInstanceOf(Extraction.Rejected.class);
    }

    @Test
    void answersDataThatIsBrokenDeepOrEndless() {
        String deep = "[".repeat(50_000);
        String many = "{\"text\":\"a\",".repeat(50_000);
        String flat = "[" + "{\"text\":\"a b\"},".repeat(50_000) + "]";
        String fields = "{" + "\"text\":\"a\",".repeat(50_000) + "\"b\":1}";
        String cut = object("body", html());
        for (String data : List.of(
                deep, many, flat, fields, cut.substring(0, cut.length() - 40), "{\"a\":\"" + "\\u00".repeat(9999))) {
            assertThat(extract("<script type=application/json>" + data + "</script>"))
                    .isNotNull();
            assertThat(extract("<script>window.a=" + data + "</script>")).isNotNull();
        }
        for (String tag : List.of("<noscript>", "<template>", "<figcaption>", "<noframes>")) {
            assertThat(extract((tag + A).repeat(4000))).isNotNull();
        }
        assertThat(extract("<script>" + "a={".repeat(50_000) + "</script>")).isNotNull();
        assertThat(extract("<script>" + "self.__next_f.push([".repeat(10_000) + "</script>"))
                .isNotNull();
    }

    private static Map<String, Object> paragraph(String type, String children, String field, String text) {
        int middle = text.indexOf(' ', text.length() / 2) + 1;
        String key = field.equals("value") ? "nodeType" : "type";
        return Map.of(
                key,
                type,
                children,
                List.of(
                        Map.of(key, "text", field, text.substring(0, middle)),
                        Map.of(key, "text", field, text.substring(middle))));
    }

    private static Map<String, Object> span(String style, String text) {
        int middle = text.indexOf(' ', text.length() / 2);
        return Map.of(
                "_type",
                "block",
                "style",
                style,
                "children",
                List.of(
                        Map.of("_type", "span", "text", text.substring(0, middle)),
                        Map.of("_type", "span", "marks", List.of("em"), "text", text.substring(middle))));
    }

    /** The state of a page with a menu, a story about something else, and the article with {@code value} as its {@code field}. */
    private static String object(String field, Object value) {
        Map<String, Object> article = new LinkedHashMap<>();
        article.put("id", 17);
        article.put("headline", HEADLINE);
        article.put(field, value);
        article.put("caption", "The quay on its first day, seen from the ferry to the islands in the morning.");
        return json(Map.of(
                "props",
                Map.of(
                        "menu",
                                List.of(
                                        Map.of("title", "News", "url", "/news"),
                                        Map.of("title", "Sport", "url", "/sport")),
                        "related", List.of(Map.of("title", "Band plays", "url", "/b", "text", OTHER)),
                        "pageProps", Map.of("article", article))));
    }

    private static String html() {
        return "<p>" + A + "</p><p>" + B + "</p><p>" + C + "</p>";
    }

    private static String text() {
        return A + "\n\n" + B + "\n\n" + C;
    }

    private String body(String html) {
        assertThat(extract(html)).isInstanceOf(Extraction.Extracted.class);
        return ((Extraction.Extracted) extract(html)).article().body();
    }

    private Extraction extract(String html) {
        String page = "<html lang=en><head><title>" + HEADLINE + "</title></head><body><div id=root>Loading</div>"
                + html + "</body></html>";
        return extractor.extract(new SourceDocument(
                "https://www.herald.example/1", "text/html", "utf-8", page.getBytes(StandardCharsets.UTF_8), null));
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
