package io.copydesk.schemas;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What no standard names about an article: where it came from, what was taken out, and what was decided about it.
 *
 * <p>Holds nothing that depends on when or where the pipeline ran, so that a replay yields the same bytes.
 *
 * @param inputId the input this version was first seen in
 * @param site registrable domain of the URL; the partitioning unit up to {@code articles}
 * @param fetched ISO 8601 instant of the original fetch, {@code null} when unknown
 * @param eventTime when it happened as far as known: publication, else fetch; {@code null} when neither is known
 * @param datePrecision {@code instant}, {@code day} or {@code null} without a date
 * @param textDigest SHA-256 (hex) of the normalised main text
 * @param contentDigest SHA-256 (hex) of all that makes a version: headline and text
 * @param extractor name and version of the cleaning that made this record
 * @param removed every stripped block, in document order
 * @param access whether the text is whole and free, with evidence
 * @param decision what enrich-service decided; {@code null} before
 */
public record Pipeline(
        String inputId,
        String site,
        @Nullable String fetched,
        @Nullable String eventTime,
        @Nullable DatePrecision datePrecision,
        String textDigest,
        String contentDigest,
        String extractor,
        List<Removed> removed,
        Access access,
        @Nullable Decision decision) {

    public Pipeline {
        removed = removed == null ? List.of() : List.copyOf(removed);
    }

    /** The same object with what enrich-service decided. */
    public Pipeline withDecision(@Nullable Decision made) {
        return with(eventTime, made);
    }

    /** The same object with another event time. */
    public Pipeline withEventTime(@Nullable String instant) {
        return with(instant, decision);
    }

    private Pipeline with(@Nullable String instant, @Nullable Decision made) {
        return new Pipeline(
                inputId,
                site,
                fetched,
                instant,
                datePrecision,
                textDigest,
                contentDigest,
                extractor,
                removed,
                access,
                made);
    }
}
