package io.copydesk.ingest.boilerplate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of an article as it was seen once.
 *
 * @param site registrable domain
 * @param period when it was seen
 * @param key the observation's key: begins with the article's id, a digest, and a space; sorts by time
 * @param headline {@code null} when there is none
 * @param body the text that the first two layers of cleaning left
 * @param places for each paragraph of it where it stands on the site's pages; empty when that is not known
 */
public record SeenPage(
        String site, Period period, String key, @Nullable String headline, String body, List<Integer> places) {

    public SeenPage {
        places = List.copyOf(places);
    }

    /** The same with what is known of the places of its paragraphs. */
    public SeenPage at(List<Integer> known) {
        return new SeenPage(site, period, key, headline, body, known);
    }
}
