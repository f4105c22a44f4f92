package io.copydesk.enrich.decide;

import io.copydesk.enrich.dedup.Members;
import io.copydesk.enrich.sketch.Fingerprint;
import io.copydesk.enrich.sketch.HeldSketch;
import io.copydesk.schemas.Story;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Composes the record of a story from its works. */
final class Stories {

    private Stories() {}

    /**
     * The story with this id; a pure function of its works.
     *
     * @param members the articles of all works
     * @param originals the sketches of the works' originals
     * @param central the one of them that gives the headline
     * @param terms {@link StoryTerms} of them
     * @param about the affair that it belongs to with other stories, {@code null} for none
     */
    static Story story(
            String id,
            Members members,
            List<HeldSketch> originals,
            HeldSketch central,
            List<String> terms,
            @Nullable String about) {
        boolean timed = members.earliest() <= members.latest();
        return Story.builder()
                .id(id)
                .headline(SiteNames.without(
                        central.headline(), central.fingerprint().site()))
                .workCount(originals.size())
                .works(listed(originals))
                .memberCount(members.count())
                .members(members.listed())
                .languages(List.copyOf(members.languages()))
                .firstEventTime(timed ? text(members.earliest()) : null)
                .lastEventTime(timed ? text(members.latest()) : null)
                .terms(terms)
                .about(about)
                .build();
    }

    private static String text(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }

    private static List<String> listed(List<HeldSketch> originals) {
        return originals.stream()
                .map(HeldSketch::fingerprint)
                .sorted(Fingerprint.BY_ID)
                .limit(Story.MOST_LISTED)
                .map(Fingerprint::id)
                .toList();
    }
}
