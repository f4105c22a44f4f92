package io.copydesk.ingest.feed;

import io.copydesk.ingest.feed.FeedResult.NotAFeed;
import io.copydesk.ingest.feed.FeedResult.Parsed;
import io.copydesk.ingest.xml.Xml;
import io.copydesk.ingest.xml.XmlElement;
import io.copydesk.ingest.xml.XmlVocabulary;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All feed formats in XML: one parse with what they declare, then the format that knows the root element. Immutable. */
final class XmlFormats implements FeedFormat {

    /** The most elements that are searched for a root element: anything may precede it. */
    private static final int MAX_SEARCHED = 1000;

    private final List<XmlFormat> formats;
    private final XmlVocabulary vocabulary;

    XmlFormats(List<XmlFormat> formats) {
        this.formats = List.copyOf(formats);
        FeedMarkup markup =
                FeedMarkup.union(formats.stream().map(XmlFormat::markup).toList());
        this.vocabulary = new XmlVocabulary(markup.namespaces(), markup.roots(), new FeedNesting(markup));
    }

    @Override
    public FeedResult read(String text, @Nullable String url) {
        XmlElement document = Xml.parse(text, vocabulary);
        if (!document.hasChildren()) {
            return new NotAFeed("The document is not XML");
        }
        Deque<XmlElement> waiting = new ArrayDeque<>(List.of(document));
        for (int searched = 0; searched < MAX_SEARCHED && !waiting.isEmpty(); searched++) {
            XmlElement parent = waiting.remove();
            List<XmlElement> children = parent.children();
            for (XmlElement child : children) {
                for (XmlFormat format : formats) {
                    if (format.isRoot(child)) {
                        return new Parsed(format.read(parent, child, url));
                    }
                }
            }
            waiting.addAll(children);
        }
        return new NotAFeed("The document's root element is not one of a feed format");
    }
}
