package io.copydesk.ingest.feed;

import io.copydesk.ingest.xml.XmlElement;
import org.jspecify.annotations.Nullable;

/** A feed format in XML, registered in {@link FeedFormats}. Implementations are pure and never throw. */
interface XmlFormat {

    /** What the format declares about its elements. */
    FeedMarkup markup();

    /** Whether a document with this element is one of the format. */
    boolean isRoot(XmlElement element);

    /**
     * Reads a feed.
     *
     * @param parent holds {@code root}, and in broken documents items beside it
     * @param root the first element for which {@link #isRoot} is true
     * @param url where the feed was fetched from, {@code null} when unknown
     */
    FeedDocument read(XmlElement parent, XmlElement root, @Nullable String url);
}
