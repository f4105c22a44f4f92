package io.copydesk.schemas;

import java.util.List;
import java.util.stream.Stream;
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
 * @param contentDigest SHA-256 (hex) of all that makes a version: headline and text, learned boilerplate of the site
 *     included, so that what is learned later makes no version
 * @param extractor name and version of the cleaning that made this record
 * @param removed every stripped block, in document order, learned boilerplate of the site last
 * @param access whether the text is whole and free, with evidence
 * @param decision what enrich-service decided; {@code null} before
 * @param siteRule name and version of the rule by which learned boilerplate of the site was taken out of the text;
 *     {@code null} when none was. A record with the version and {@code contentDigest} of an earlier one and another text
 *     is a cleaning revision
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
        @Nullable Decision decision,
        @Nullable String siteRule) {

    public Pipeline {
        removed = removed == null ? List.of() : List.copyOf(removed);
    }

    /** The same object with what enrich-service decided. */
    public Pipeline withDecision(@Nullable Decision made) {
        return with(eventTime, textDigest, removed, made, siteRule);
    }

    /** The same object with another event time. */
    public Pipeline withEventTime(@Nullable String instant) {
        return with(instant, textDigest, removed, decision, siteRule);
    }

    /**
     * The same object for the text without learned boilerplate.
     *
     * @param digest the text digest of what is left
     * @param boilerplate what was taken out
     * @param rule by which rule
     */
    public Pipeline withoutBoilerplate(String digest, List<Removed> boilerplate, String rule) {
        List<Removed> all =
                Stream.concat(removed.stream(), boilerplate.stream()).toList();
        return with(eventTime, digest, all, decision, rule);
    }

    private Pipeline with(
            @Nullable String instant,
            String digest,
            List<Removed> blocks,
            @Nullable Decision made,
            @Nullable String rule) {
        return new Pipeline(
                inputId,
                site,
                fetched,
                instant,
                datePrecision,
                digest,
                contentDigest,
                extractor,
                blocks,
                access,
                made,
                rule);
    }
}
