package io.copydesk.ingest.feed;

import java.util.List;

/** The registry of feed formats: a new one is its class and a line here. */
final class FeedFormats {

    /** In the order in which they are tried on an element. */
    private static final List<XmlFormat> XML = List.of(new AtomFormat(), new RssFormat());

    /** In the order in which they are tried on a document. */
    static final List<FeedFormat> ALL = List.of(new JsonFormat(), new XmlFormats(XML));

    private FeedFormats() {}
}
