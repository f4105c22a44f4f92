package io.copydesk.enrich.features;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The latest version of one article, as far as it is compared with others. Immutable.
 *
 * @param id article id
 * @param site registrable domain
 * @param eventMillis event time in milliseconds since 1970, {@code null} when unknown
 * @param headline the headline
 * @param language BCP 47 tag
 * @param textDigest digest of the normalised text, {@code null} when there is no text
 * @param words number of words of the text
 * @param agency whether the text credits a news agency
 * @param shingles sample of its word sequences
 * @param lead word pairs of its beginning
 * @param terms what it is about
 */
public record Sketch(
        String id,
        String site,
        @Nullable Long eventMillis,
        @Nullable String headline,
        @Nullable String language,
        @Nullable String textDigest,
        int words,
        boolean agency,
        Shingles shingles,
        Shingles lead,
        Terms terms) {

    /** Earlier first; an unknown time comes last; then by id. A total order over articles. */
    public static final Comparator<Sketch> ORDER = Comparator.comparing(
                    Sketch::eventMillis, Comparator.nullsLast(Comparator.<Long>naturalOrder()))
            .thenComparing(Sketch::id);

    /** Texts with the same key are the same text. An article without text is like no other. */
    public String textKey() {
        return textDigest == null ? "article " + id : textDigest;
    }

    /** ISO 8601 instant, {@code null} when unknown. */
    public @Nullable String eventTime() {
        return eventMillis == null ? null : Instant.ofEpochMilli(eventMillis).toString();
    }

    /** Milliseconds between the two event times; 0 when either is unknown, which is not held against them. */
    public long gapTo(Sketch other) {
        return eventMillis == null || other.eventMillis == null ? 0 : Math.abs(eventMillis - other.eventMillis);
    }
}
