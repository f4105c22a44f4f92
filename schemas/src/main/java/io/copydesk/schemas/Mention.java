package io.copydesk.schemas;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entity that an article names: a schema.org {@code Person}, {@code Organization} or {@code Place}.
 *
 * @param type one of the three
 * @param name the longest form in which the text has the name
 * @param geo where a place is, {@code null} when that is not known
 * @param sameAs the address of the place in Wikidata or GeoNames, a schema.org {@code sameAs}; {@code null} when that is not known
 * @param occurrences where {@code articleBody} has it, in order, also in shorter forms such as a surname; at most 50; {@code null} in
 *     records of before they were kept
 */
public record Mention(
        @JsonProperty("@type") @TextValues({Mention.PERSON, Mention.ORGANIZATION, Mention.PLACE})
        String type,

        String name,
        @Nullable Geo geo,
        @Nullable String sameAs,
        @Nullable List<Occurrence> occurrences) {

    public Mention {
        occurrences = occurrences == null ? null : List.copyOf(occurrences);
    }

    public static final String PERSON = "Person";
    public static final String ORGANIZATION = "Organization";
    public static final String PLACE = "Place";

    /**
     * One place of the text.
     *
     * @param start of the first character, in UTF-16 code units as in Java and JavaScript, from 0
     * @param end after the last character
     */
    public record Occurrence(int start, int end) {}

    /**
     * A schema.org {@code GeoCoordinates}.
     *
     * @param type the type
     * @param latitude in degrees, north positive
     * @param longitude in degrees, east positive
     * @param addressCountry ISO 3166-1 alpha-2
     */
    public record Geo(
            @JsonProperty("@type") @TextValues("GeoCoordinates")
            String type,

            double latitude,
            double longitude,
            String addressCountry) {

        /** The coordinates of a place. */
        public static Geo at(double latitude, double longitude, String addressCountry) {
            return new Geo("GeoCoordinates", latitude, longitude, addressCountry);
        }
    }
}
