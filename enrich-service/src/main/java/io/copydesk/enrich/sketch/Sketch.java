package io.copydesk.enrich.sketch;

import org.jspecify.annotations.Nullable;

/**
 * The latest version of one article, as far as it is compared with others. Immutable.
 *
 * @param fingerprint what is compared to find copies
 * @param headline the headline
 * @param terms what is compared to find stories
 */
public record Sketch(Fingerprint fingerprint, @Nullable String headline, Terms terms) {

    /** Article id. */
    public String id() {
        return fingerprint.id();
    }

    /** Registrable domain. */
    public String site() {
        return fingerprint.site();
    }
}
