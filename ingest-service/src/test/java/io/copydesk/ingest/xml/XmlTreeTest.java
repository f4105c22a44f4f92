package io.copydesk.ingest.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XmlTreeTest {

    private static final Nesting LIST =
            (open, start) -> open.local().equals("item") && start.local().equals("item");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <a>1<b>2</b>3</a>                  | a(1 b(2) 3)
            <a><b/><b/></a>                    | a(b() b())
            <a><b><c>1</a>2                    | a(b(c(1))) 2
            <a>1</b>2</a>                      | a(1 2)
            <a><a>1</a>2</a>3                  | a(a(1) 2) 3
            <x:a>1</y:a>2</x:a>3               | ?:a(1 2) 3
            <item>1<item>2<b><item>3           | item(1) item(2 b(item(3)))
            <list><item>1</list><item>2        | list(item(1)) item(2)
            """)
    void endTagsCloseWhatIsOpenWithin(String xml, String tree) {
        assertThat(shown(Xml.parse(xml, new XmlVocabulary(List.of(), Map.of(), LIST))))
                .isEqualTo(tree);
    }

    @Test
    void takenElementsLeaveTheTreeAndTheirCountBehind() {
        List<String> taken = new ArrayList<>();
        XmlElement document = Xml.parse("<r><a>1</a><b>2</b><a>3<c/></a></r>", XmlVocabulary.NONE, element -> {
            boolean take = element.local().equals("a");
            if (take) {
                taken.add(shown(element));
            }
            return take;
        });

        assertThat(taken).containsExactly("1", "3 c()");
        assertThat(shown(document)).isEqualTo("r(b(2))");
    }

    @Test
    void anElementBelowTheDepthLimitIsNoLevelButItsTextIsKept() {
        String open = "<a>".repeat(Xml.MAX_DEPTH);

        assertThat(depth(Xml.parse(open, XmlVocabulary.NONE))).isEqualTo(Xml.MAX_DEPTH);
        XmlElement deeper = Xml.parse(open + "<b>x</b>y", XmlVocabulary.NONE);
        assertThat(depth(deeper)).isEqualTo(Xml.MAX_DEPTH);
        assertThat(deeper.text()).isEqualTo("xy");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <feed xmlns='http://atom.example/ns'/>           | atom:feed
            <rss xmlns='http://atom.example/ns'/>            | rss
            <rss xmlns='http://nowhere.example/'/>           | rss
            <rss xmlns='http://purl.org/dc/elements/1.1/'/>  | dc:rss
            <item xmlns='http://nowhere.example/'/>          | ?:item
            <q:rss/>                                         | rss
            <q:rss xmlns:q='http://nowhere.example/'/>       | ?:rss
            <q:item/>                                        | ?:item
            <at:item/>                                       | atom:item
            """)
    void rootsAreReadUnderForeignAndMissingNamespaces(String xml, String name) {
        XmlVocabulary vocabulary = new XmlVocabulary(
                List.of(new Namespace("atom", List.of("atom", "at"), List.of("atom.example/ns"))),
                Map.of("feed", "atom", "rss", ""),
                Nesting.AS_WRITTEN);

        assertThat(Xml.parse(xml, vocabulary).children().get(0).name()).isEqualTo(name);
    }

    private static int depth(XmlElement element) {
        return element.children().stream()
                .mapToInt(child -> 1 + depth(child))
                .max()
                .orElse(0);
    }

    /** The content: elements as {@code name(content)}, text as it is. */
    private static String shown(XmlElement element) {
        List<String> parts = new ArrayList<>();
        for (Object part : element.content()) {
            parts.add(part instanceof XmlElement child ? child.name() + "(" + shown(child) + ")" : part.toString());
        }
        return String.join(" ", parts);
    }
}
