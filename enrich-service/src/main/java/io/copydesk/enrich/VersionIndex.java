package io.copydesk.enrich;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * Which version of an article is the newest, and where in {@code articles} the record of each is. Stored as text: the number of the
 * newest version, and for each version {@code number@offset@time}, with {@code r} behind it where the page returned. State of an earlier
 * release is the number alone, without places. Not thread-safe.
 */
final class VersionIndex {

    private static final char RETURNED = 'r';

    private final int newest;
    private final TreeMap<Integer, Place> places = new TreeMap<>();

    private VersionIndex(int newest) {
        this.newest = newest;
    }

    /**
     * Where the record of a version is.
     *
     * @param offset in the task's partition of {@code articles}
     * @param time of the record, in milliseconds since 1970
     * @param returned whether the version was withdrawn in that record and another one followed: its page came back
     */
    record Place(long offset, long time, boolean returned) {

        /** Tells this record and state of the version from any other. */
        String token() {
            return returned ? offset + "" + RETURNED : Long.toString(offset);
        }

        private static Place of(String[] parts) {
            String time = parts[2];
            boolean returned = time.charAt(time.length() - 1) == RETURNED;
            return new Place(
                    Long.parseLong(parts[1]),
                    Long.parseLong(returned ? time.substring(0, time.length() - 1) : time),
                    returned);
        }

        private String written(int number) {
            return number + "@" + offset + "@" + time + (returned ? RETURNED : "");
        }
    }

    /** The index of an article with one version. */
    static VersionIndex of(int number, Place place) {
        VersionIndex index = new VersionIndex(number);
        index.places.put(number, place);
        return index;
    }

    /** The index of an article whose versions an earlier release stored. */
    static VersionIndex withoutPlaces(int newest) {
        return new VersionIndex(newest);
    }

    /**
     * Reads what {@link #bytes} gave, or a number alone.
     *
     * @throws SerializationException when it is neither
     */
    static VersionIndex read(String id, byte[] stored) {
        try {
            String[] words = new String(stored, StandardCharsets.US_ASCII).split(" ");
            VersionIndex index = new VersionIndex(Integer.parseInt(words[0]));
            for (int i = 1; i < words.length; i++) {
                String[] parts = words[i].split("@", 3);
                index.places.put(Integer.valueOf(parts[0]), Place.of(parts));
            }
            return index;
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new SerializationException("the newest version of " + id + " cannot be read", e);
        }
    }

    /** This index with another newest version, and without the places whose records may have been compacted away by now. */
    VersionIndex with(int number, Place place, Duration kept) {
        VersionIndex changed = of(number, place);
        places.forEach(changed.places::putIfAbsent);
        changed.dropFollowedBefore(place.time() - kept.toMillis());
        return changed;
    }

    /** This index with another place of a version that is not the newest. */
    VersionIndex with(int number, Place place) {
        VersionIndex changed = new VersionIndex(newest);
        changed.places.putAll(places);
        changed.places.put(number, place);
        return changed;
    }

    /** A record is kept until the one that follows it is as old as the topic keeps all. */
    private void dropFollowedBefore(long time) {
        List<Map.Entry<Integer, Place>> byOffset = places.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getValue().offset()))
                .toList();
        for (int i = 0; i + 1 < byOffset.size(); i++) {
            if (byOffset.get(i + 1).getValue().time() < time) {
                places.remove(byOffset.get(i).getKey());
            }
        }
    }

    /** The number of the newest version. */
    int newest() {
        return newest;
    }

    /** Where a version is; {@code null} when it is not known, or stored by an earlier release. */
    @Nullable
    Place place(int number) {
        return places.get(number);
    }

    /** When the newest version came, in milliseconds since 1970; the beginning of time when it is stored by an earlier release. */
    long arrived() {
        Place place = places.get(newest);
        return place == null ? Long.MIN_VALUE : place.time();
    }

    /** What is stored of it. */
    byte[] bytes() {
        String written = places.entrySet().stream()
                .map(entry -> " " + entry.getValue().written(entry.getKey()))
                .collect(Collectors.joining("", Integer.toString(newest), ""));
        return written.getBytes(StandardCharsets.US_ASCII);
    }
}
