package io.copydesk.ingest.frontier;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import io.copydesk.schemas.FeedStatus.Health;

/** What the frontier knows of one subscription. Times are epoch milliseconds, 0 for never. Mutable, for one thread. */
@JsonAutoDetect(
        fieldVisibility = Visibility.ANY,
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE)
final class FeedState {

    String url;
    String title;
    String category;
    Health health = Health.NEW;
    String why = "never asked";

    long due;
    long lastPoll;
    long lastNew;
    long items;
    long polls;

    String etag;
    String lastModified;
    String digest;

    /** When a body was received last; what came before is known. */
    long lastBody;

    /** Up to when the rhythm was observed. */
    long observed;

    /** Answers in a row that said "not modified". */
    int unverified;

    /** Probes that found the server's "not modified" to have been true. */
    int confirmed;

    /** True while it is asked without validators to see whether "not modified" was true. */
    boolean probing;

    /** Since when "not modified" is not believed, 0 while it is. */
    long distrustedSince;

    /** Bodies that made "not modified" look wrong, without proof. */
    int doubts;

    Rhythm rhythm = new Rhythm();
    int window;
    byte[] seen;

    /** For how long the feed asks to be left alone (ttl, sy:updatePeriod), in milliseconds. */
    long asked;

    int quietHours;
    int quietDays;

    /** Until when the last answer may be held for fresh. */
    long freshUntil;

    int status;
    int failures;
    long failingSince;

    /** The request whose redirect is being followed, {@code null} when none is. */
    String following;
}
