package io.copydesk.ingest.frontier;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.copydesk.schemas.Hop;
import io.copydesk.schemas.SetCookie;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One URL on the way of a redirected request, or a hub that is asked. Its JSON is persisted. */
@PersistedFields
final class HopState {

    final String url;

    /** When it is due, epoch milliseconds. */
    final long due;

    /** Redirects that were followed to get here. */
    final int hops;

    /** The request that waits for the answer. */
    final Hop hop;

    /** Those that the redirects which led here have set; {@code null} for none. */
    final @Nullable List<SetCookie> cookies;

    @JsonCreator
    HopState(
            @JsonProperty(value = "url", required = true) String url,
            @JsonProperty("due") long due,
            @JsonProperty("hops") int hops,
            @JsonProperty(value = "hop", required = true) Hop hop,
            @JsonProperty("cookies") @Nullable List<SetCookie> cookies) {
        this.url = url;
        this.due = due;
        this.hops = hops;
        this.hop = hop;
        this.cookies = cookies;
    }
}
