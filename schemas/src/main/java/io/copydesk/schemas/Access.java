package io.copydesk.schemas;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether readers get the whole text, and how that is known.
 *
 * @param state free, metered or paywalled
 * @param bodyPartial whether {@code articleBody} is known to be cut
 * @param remainingPercent share of the article behind the wall in percent, 0–100; {@code null} when the page does not say
 * @param evidence what says so, strongest first, each for example {@code notice: There are 75% …} or
 *     {@code json-ld: isAccessibleForFree=false}
 */
public record Access(
        State state, boolean bodyPartial, @Nullable Integer remainingPercent, List<String> evidence) {

    /** Free to read, with nothing that says otherwise. */
    public static final Access FREE = new Access(State.FREE, false, null, List.of());

    public Access {
        evidence = evidence == null ? List.of() : List.copyOf(evidence);
    }

    /** How a reader gets to the text. */
    public enum State {
        @JsonProperty("free")
        FREE,
        @JsonProperty("metered")
        METERED,
        @JsonProperty("paywalled")
        PAYWALLED
    }
}
