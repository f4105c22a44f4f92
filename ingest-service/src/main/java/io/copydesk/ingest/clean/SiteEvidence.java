package io.copydesk.ingest.clean;

import io.copydesk.ingest.boilerplate.LearnedLine;
import io.copydesk.ingest.boilerplate.LearnedSet;
import io.copydesk.schemas.SiteBoilerplate;
import io.copydesk.schemas.SiteBoilerplate.Key;
import io.copydesk.schemas.SiteBoilerplate.Line;
import io.copydesk.schemas.SiteBoilerplate.Place;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Puts what was learned of a site into the record that consumers see. */
final class SiteEvidence {

    /** How many quarters a record holds; the earlier ones still count for their pages. */
    static final int PERIODS = 8;

    private SiteEvidence() {}

    /** The record, or {@code null}, a tombstone, when nothing is learned. */
    static @Nullable SiteBoilerplate of(String site, SortedMap<String, LearnedSet> learned) {
        List<SiteBoilerplate.Period> periods = learned.entrySet().stream()
                .skip(Math.max(0, learned.size() - PERIODS))
                .map(entry -> new SiteBoilerplate.Period(
                        entry.getKey(),
                        entry.getValue().articles(),
                        entry.getValue().lines().stream()
                                .map(SiteEvidence::line)
                                .toList(),
                        entry.getValue().places().stream()
                                .map(place -> new SiteBoilerplate.Block(place.text(), place.articles()))
                                .toList()))
                .toList();
        return periods.isEmpty() ? null : new SiteBoilerplate(site, LearnedSet.RULE, periods);
    }

    private static Line line(LearnedLine line) {
        return new Line(
                line.text(),
                line.exact() == line.articles() ? Key.LINE : Key.NEAR_LINE,
                line.anywhere() ? Place.ANYWHERE : Place.BESIDE,
                line.articles(),
                line.exact());
    }
}
