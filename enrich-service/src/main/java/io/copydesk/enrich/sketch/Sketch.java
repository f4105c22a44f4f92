package io.copydesk.enrich.sketch;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import org.jspecify.annotations.Nullable;

/**
 * The latest version of one article, as far as it is compared with others. Immutable.
 *
 * @param fingerprint what is compared to find copies
 * @param headline the headline
 * @param terms what is compared to find stories
 * @param written midnight, UTC, of the day that the text gives for itself, in milliseconds since 1970; {@code null} for none
 * @param arrived when it came, in milliseconds since 1970, which takes the place of an event time that is not known; {@code null} when
 *     that is not known either
 * @param lead what its lead says; {@code null} in a sketch that was made before leads were kept
 */
public record Sketch(
        Fingerprint fingerprint,
        @Nullable String headline,
        Terms terms,
        @JsonInclude(Include.NON_NULL) @Nullable Long written,
        @JsonInclude(Include.NON_NULL) @Nullable Long arrived,
        @JsonInclude(Include.NON_NULL) @Nullable Lead lead) {

    /** A sketch of an article whose text gives no day and no lead. */
    public Sketch(Fingerprint fingerprint, @Nullable String headline, Terms terms) {
        this(fingerprint, headline, terms, null, null, null);
    }

    /** This sketch, of an article that came at {@code millis} since 1970. */
    public Sketch arrivedAt(long millis) {
        return new Sketch(fingerprint, headline, terms, written, millis, lead);
    }

    /** This sketch with {@code known} for its fingerprint where the two are equal, so that they are in memory once. */
    public Sketch sharing(Fingerprint known) {
        return fingerprint != known && fingerprint.equals(known)
                ? new Sketch(known, headline, terms, written, arrived, lead)
                : this;
    }

    /** Article id. */
    public String id() {
        return fingerprint.id();
    }

    /** Registrable domain. */
    public String site() {
        return fingerprint.site();
    }
}
