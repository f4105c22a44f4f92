package io.copydesk.ingest.boilerplate;

import org.jspecify.annotations.Nullable;

/**
 * A page of an article as it was seen once.
 *
 * @param site registrable domain
 * @param period when it was seen
 * @param key the observation's key: begins with the article's id, a digest, and a space; sorts by time
 * @param headline {@code null} when there is none
 * @param body the text that the first two layers of cleaning left
 */
public record SeenPage(
        String site, Period period, String key, @Nullable String headline, String body) {}
