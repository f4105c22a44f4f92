package io.copydesk.ingest.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events are written as {@code <name a=b>}, {@code <name/>}, {@code </name>} and {@code "text"}. */
class XmlScannerTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <A:b C='d' e="f>g" h=i>        | <a:b c=d e=f>g h=i>
            <a/>                           | <a/>
            <a b=c/>                       | <a b=c/>
            <a b=c/d>                      | <a b=c/d>
            <a b = 'c'  >                  | <a b=c>
            <a b='1 &lt; 2 &amp; 3'>       | <a b=1 < 2 & 3>
            <a b='c' d>                    | <a b=c>
            <_a>                           | <_a>
            <é>                            | <é>
            <a><b                          | <a>
            </a>                           | </a>
            </A junk>                      | </a>
            </a<b>                         | </a> <b>
            </>x                           | "x"
            """)
    void tags(String xml, String events) {
        assertThat(events(xml)).isEqualTo(events);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            1 < 2                          | "1 " "<" " 2"
            x <3                           | "x " "<" "3"
            <a>x <y and z</a>              | <a> "x " "<" "y and z" </a>
            a & b &amp; c                  | "a & b & c"
            a &undeclared; b               | "a &undeclared; b"
            """)
    void whatCannotBeMarkupIsText(String xml, String events) {
        assertThat(events(xml)).isEqualTo(events);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a<!-- <b> -->c                 | "a" "c"
            a<!-- b>c                      | "a" "c"
            <![CDATA[<b> & ]]]>c           | "<b> & ]" "c"
            <![cdata[b]]>c                 | "b" "c"
            <![CDATA[b]] >c                | "b" "c"
            <![CDATA[b</a>                 | "b" </a>
            <?xml version="1.0"?>a         | "a"
            <?xml version="1.0"><a>?></a>  | <a> "?>" </a>
            <?b <c> ?>d                    | "d"
            <!DOCTYPE a>b                  | "b"
            <!DOCTYPE a [<!ENTITY b "c">] >&b; | "c"
            <!ELEMENT a>b                  | "b"
            """)
    void sectionsEndAtTheirEndOrWhereItWasMeant(String xml, String events) {
        assertThat(events(xml)).isEqualTo(events);
    }

    @Test
    void aMissingQuoteEndsAtTheTagsEndUnlessItFollowsLater() {
        assertThat(events("<a b=\"c><d>e</d>")).isEqualTo("<a b=c> <d> \"e\" </d>");
        assertThat(events("<a b='c/><d>")).isEqualTo("<a b=c/> <d>");
        assertThat(events("<a b=\"c > d\">e")).isEqualTo("<a b=c > d> \"e\"");
    }

    @Test
    void charactersThatXmlForbidsAreDropped() {
        assertThat(events("a\0b\u001f\ufeff\uffffc\td\ne")).isEqualTo("\"abc\td\ne\"");
        assertThat(events("<![CDATA[a\0b]]>")).isEqualTo("\"ab\"");
        assertThat(events("<a b='c\u0001d'>")).isEqualTo("<a b=cd>");
    }

    @Test
    void scanningStopsWhenTheSinkIsFull() {
        Events events = new Events(2);
        new XmlScanner("<a><b><c><d>").scan(events);

        assertThat(events.list).containsExactly("<a>", "<b>");
    }

    private static String events(String xml) {
        Events events = new Events(Integer.MAX_VALUE);
        new XmlScanner(xml).scan(events);
        return String.join(" ", events.list);
    }

    private static final class Events implements XmlScanner.Sink {

        private final List<String> list = new ArrayList<>();
        private final int limit;

        Events(int limit) {
            this.limit = limit;
        }

        @Override
        public void start(String name, List<String> attributes, boolean closed) {
            StringBuilder tag = new StringBuilder("<").append(name);
            for (int i = 0; i < attributes.size(); i += 2) {
                tag.append(' ').append(attributes.get(i)).append('=').append(attributes.get(i + 1));
            }
            list.add(tag.append(closed ? "/>" : ">").toString());
        }

        @Override
        public void end(String name) {
            list.add("</" + name + ">");
        }

        @Override
        public void text(String text) {
            list.add('"' + text + '"');
        }

        @Override
        public boolean full() {
            return list.size() >= limit;
        }
    }
}
