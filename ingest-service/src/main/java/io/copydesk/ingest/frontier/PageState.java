package io.copydesk.ingest.frontier;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import io.copydesk.schemas.Hop;

/**
 * What the frontier knows of one page, or of one redirect's target that another request waits for. Times are epoch
 * milliseconds, 0 for never. Mutable, for one thread.
 */
@JsonAutoDetect(
        fieldVisibility = Visibility.ANY,
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE)
final class PageState {

    String url;
    String source;
    long due;

    /** When it was fetched first. */
    long first;

    /** Fetches that brought a page or confirmed it. */
    int visits;

    /** Fetches in a row that brought none. */
    int failures;

    /** When a feed named it last. */
    long named;

    /** When it was published, as the feed says; 0 when it does not. */
    long published;

    int hops;
    String etag;
    String lastModified;
    String digest;

    /** True when it will not be fetched again, unless a feed says that it changed. */
    boolean done;

    /** Of a redirect's target: who waits for it. */
    Hop hop;
}
