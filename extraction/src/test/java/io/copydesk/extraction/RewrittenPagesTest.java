package io.copydesk.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copydesk.extraction.resource.ResourceLines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The invented pages of {@link FurtherCasesTest}, written otherwise in ways that change nothing for a reader: what is read from them stays the same
 * (metamorphic testing). Pages in other charsets than UTF-8 are left out. {@code rewritten-open.txt} names the pages that are not right in a form
 * yet, which must fail, so that the list stays true.
 */
class RewrittenPagesTest {

    private static final String NO_TEXT = "head, script, style, template, textarea, pre, svg, math, noscript";

    private static final String MENUS = "<a class=\"skip-link\" href=\"#main\">Skip to main content</a>"
            + "<header class=\"site-header\"><nav><ul><li><a href=\"/\">Home</a></li><li><a href=\"/world\">World</a></li>"
            + "<li><a href=\"/sport\">Sport</a></li></ul></nav></header>";

    private static final String RIGHTS = "<footer class=\"site-footer\"><ul><li><a href=\"/about\">About us</a></li>"
            + "<li><a href=\"/terms\">Terms of use</a></li></ul><p>© 2026 The Publisher. All rights reserved.</p></footer>";

    private static final Map<String, Consumer<Document>> FORMS = new TreeMap<>(Map.of(
            "boxes", RewrittenPagesTest::putParagraphsInBoxes,
            "marks", RewrittenPagesTest::addWhatNobodySees,
            "menus", RewrittenPagesTest::addMenus));

    private final Extractor extractor = Extractor.create();

    @TestFactory
    Stream<DynamicTest> readsThemAsBefore() throws IOException {
        Set<String> open = lines("further/open.txt");
        Set<String> openHere = lines("further/rewritten-open.txt");
        Map<String, PageCase> cases = FurtherCasesTest.cases();
        assertThat(FORMS.keySet().stream()
                        .flatMap(form -> cases.keySet().stream().map(name -> form + " " + name)))
                .containsAll(openHere);
        return FORMS.keySet().stream()
                .flatMap(form -> cases.keySet().stream()
                        .filter(name -> !open.contains(name) && isUtf8(cases.get(name)))
                        .map(name -> form + " " + name)
                        .map(test -> DynamicTest.dynamicTest(
                                test,
                                () -> check(
                                        test,
                                        rewritten(cases.get(test.substring(form.length() + 1)), form),
                                        openHere.contains(test)))));
    }

    private static Set<String> lines(String resource) {
        return ResourceLines.of(FurtherCasesTest.class, resource).stream()
                .map(line -> line.split("\t")[0])
                .collect(Collectors.toSet());
    }

    private static boolean isUtf8(PageCase one) {
        return new String(one.page(), StandardCharsets.UTF_8).indexOf('\uFFFD') < 0;
    }

    private void check(String test, PageCase one, boolean open) {
        if (open) {
            assertThatThrownBy(() -> one.check(extractor)).as(test).isInstanceOf(AssertionError.class);
        } else {
            assertThatCode(() -> one.check(extractor)).as(test).doesNotThrowAnyException();
        }
    }

    private static PageCase rewritten(PageCase one, String form) {
        Document page = Jsoup.parse(new String(one.page(), StandardCharsets.UTF_8), one.url());
        page.outputSettings().prettyPrint(false);
        FORMS.get(form).accept(page);
        return new PageCase(
                one.url(), one.fetched(), page.outerHtml().getBytes(StandardCharsets.UTF_8), one.expected());
    }

    private static void putParagraphsInBoxes(Document page) {
        page.body().select("p").stream().filter(RewrittenPagesTest::isText).forEach(p -> p.wrap("<div></div>"));
    }

    private static void addMenus(Document page) {
        page.body().prepend(MENUS).append(RIGHTS);
    }

    /** Comments before elements and within texts, as React writes them, zero-width spaces around paragraphs, soft hyphens in long words. */
    private static void addWhatNobodySees(Document page) {
        List<Node> nodes = new ArrayList<>();
        NodeTraversor.traverse((node, depth) -> nodes.add(node), page.body());
        for (Node node : nodes.subList(1, nodes.size())) {
            if (node.parent() instanceof Element outer && isText(outer)) {
                if (node instanceof TextNode text && !text.isBlank()) {
                    part(text);
                } else if (node instanceof Element element) {
                    element.before(new Comment("$"));
                }
            }
        }
        page.body().select("p").stream()
                .filter(RewrittenPagesTest::isText)
                .forEach(p -> p.prependText("\u200B").appendText("\u200B"));
    }

    private static void part(TextNode text) {
        String whole = text.getWholeText().replaceAll("(?<=\\p{IsLatin}{6})(?=\\p{IsLatin}{3})", "\u00AD");
        int at = whole.indexOf(' ', whole.length() / 2);
        text.text(at < 0 ? whole : whole.substring(0, at));
        if (at >= 0) {
            text.after(new TextNode(whole.substring(at)));
            text.after(new Comment(" "));
        }
    }

    private static boolean isText(Element element) {
        return element.closest(NO_TEXT) == null;
    }
}
