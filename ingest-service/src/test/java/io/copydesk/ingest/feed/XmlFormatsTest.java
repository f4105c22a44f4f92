package io.copydesk.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.ingest.feed.FeedDocument.Item;
import io.copydesk.ingest.feed.FeedMarkup.Role;
import io.copydesk.ingest.xml.Namespace;
import io.copydesk.ingest.xml.XmlElement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What one class and its line in the registry give a feed format. */
class XmlFormatsTest {

    private final XmlFormats formats =
            new XmlFormats(List.of(new AtomFormat(), new RssFormat(), new TideTableFormat()));

    @Test
    void aFormatIsRecognisedByItsRootUnderItsNamespaceOrUsualPrefix() {
        assertThat(titles("<tides xmlns='http://tides.example/ns'><tide><name>High</name></tide></tides>"))
                .containsExactly("High");
        assertThat(titles("<junk><t:tides xmlns:t='HTTPS://TIDES.example/ns/'><t:tide><t:name>High</t:name>"))
                .containsExactly("High");
        assertThat(titles("<tide:tides><tide:tide><tide:name>High</tide:name></tide:tide></tide:tides>"))
                .containsExactly("High");
    }

    @Test
    void elementsWithoutEndTagsEndAsTheFormatDeclares() {
        assertThat(titles("<tides xmlns='http://tides.example/ns'><tide><name>High<tide><name>Low")) //
                .containsExactly("High", "Low");
    }

    @Test
    void otherFormatsAreReadAsBefore() {
        assertThat(titles("<rss><channel><item><title>One<link>https://quay.example/1<item><title>Two"))
                .containsExactly("One", "Two");
        assertThat(titles("<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>One<entry><title>Two"))
                .containsExactly("One", "Two");
    }

    @Test
    void aDocumentOfNoFormatGivesTheReason() {
        assertThat(formats.read("<timetable><train/></timetable>", null))
                .isEqualTo(new FeedResult.NotAFeed("The document's root element is not one of a feed format"));
        assertThat(formats.read("no markup", null)).isEqualTo(new FeedResult.NotAFeed("The document is not XML"));
    }

    private List<String> titles(String xml) {
        return formats.read(xml, null)
                .fold(feed -> feed.items().stream().map(Item::title).toList(), List::of);
    }

    /** A format that exists here only. */
    private static final class TideTableFormat implements XmlFormat {

        @Override
        public FeedMarkup markup() {
            return FeedMarkup.of(Namespace.of("tide", "tides.example/ns"), "tides")
                    .with(Role.ITEM, "tide")
                    .with(Role.VALUE, "name");
        }

        @Override
        public boolean isRoot(XmlElement element) {
            return element.name().equals("tide:tides");
        }

        @Override
        public FeedDocument read(XmlElement parent, XmlElement root, String url) {
            return new FeedDocument(
                    null,
                    null,
                    Fields.of(root, "tide").all("tide").stream()
                            .map(Fields::of)
                            .map(tide -> tide.text("tide:name"))
                            .map(name -> new Item(name, null, name, null, null, List.of(), null))
                            .toList());
        }
    }
}
