package io.copydesk.verify.state;

import com.fasterxml.jackson.databind.JsonNode;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.Revision.Event;
import java.io.IOException;
import java.util.Locale;

/**
 * The row of a table of revisions that a record of {@code revisions} is about.
 *
 * @param key sorts by article and versions
 * @param holds whether the record is the row from now on; otherwise it takes an earlier one back
 */
public record RevisionRow(String key, boolean holds) {

    /**
     * Reads a record. A value without changes between a version and itself takes an earlier one back; so does the return of a page its
     * withdrawal.
     *
     * @param id the record's key
     * @throws IOException when the value is no JSON
     */
    public static RevisionRow of(String id, byte[] value) throws IOException {
        JsonNode json = Json.tree(value);
        int previous = json.path("previousVersion").asInt();
        int version = json.path("version").asInt();
        String versions = versions(id, previous, version);
        String event = json.path("event").asText();
        if (event.equals(Json.label(Event.WITHDRAWN)) || event.equals(Json.label(Event.RETURNED))) {
            return new RevisionRow(versions + " event", event.equals(Json.label(Event.WITHDRAWN)));
        }
        return new RevisionRow(
                versions, previous != version || !json.path("changes").isEmpty());
    }

    /** A key that sorts by versions, in the digits of no locale. */
    static String versions(String id, int previous, int version) {
        return String.format(Locale.ROOT, "%s\t%09d %09d", id, previous, version);
    }
}
