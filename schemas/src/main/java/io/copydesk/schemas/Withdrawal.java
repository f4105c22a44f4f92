package io.copydesk.schemas;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That the page of an article is gone, and by what that is known.
 *
 * @param at ISO 8601 instant from which it holds: that of the last evidence
 * @param evidence what was seen, in order; answers at least an hour apart, or one word of a person
 */
public record Withdrawal(@TextFormat(TextFormat.DATE_TIME) String at, List<Evidence> evidence) {

    public Withdrawal {
        evidence = evidence == null ? List.of() : List.copyOf(evidence);
    }

    /** What says that a page is gone. */
    public enum Sign {
        /** The server answered 404 or, with {@code notice}, the page says that its article is not there any more. */
        @JsonProperty("not-found")
        NOT_FOUND,
        /** The server answered 410 or, with {@code notice}, the page says that its article was withdrawn. */
        @JsonProperty("gone")
        GONE,
        /** The server redirected to the front page of the site. */
        @JsonProperty("front-page")
        FRONT_PAGE,
        /** The command {@code articles withdraw} said so. */
        @JsonProperty("by-hand")
        BY_HAND
    }

    /**
     * One piece of evidence.
     *
     * @param at ISO 8601 instant at which it was seen
     * @param sign what it was
     * @param location where a redirect led; {@code null} without one
     * @param notice what the page said in place of its text, its first 300 characters; {@code null} when the sign is an answer of the server
     */
    public record Evidence(
            @TextFormat(TextFormat.DATE_TIME) String at,
            Sign sign,
            @Nullable String location,
            @Nullable String notice) {

        /** Evidence that is no notice. */
        public Evidence(String at, Sign sign, @Nullable String location) {
            this(at, sign, location, null);
        }
    }
}
