package io.copydesk.ingest.clean;

import io.copydesk.schemas.Announcement;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.LedgerEntry;
import io.copydesk.schemas.LedgerEntry.Outcome;
import io.copydesk.schemas.Pipeline;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * All observations of one article in the order of their keys, and what follows from them: its versions and what became of
 * each input. A pure function of the set, so the same for every order of arrival.
 *
 * <p>Neighbours with the same content are one version; the first of them is the article, the others are unchanged.
 */
final class History {

    /** The most observations of one article that are kept; more are refused. */
    static final int LIMIT = 1_000;

    private final Function<Observation, Article> cleaning;
    private final List<Announcement> announced;
    private final List<Observation> observations;
    private final List<Article> versions = new ArrayList<>();
    private final Map<String, LedgerEntry> ledger = new LinkedHashMap<>();

    /**
     * The history that {@code unordered} tell.
     *
     * @param cleaning gives an observation's article as it is published; what makes a version does not depend on it
     * @param announced by which feeds the article was announced, likewise
     */
    History(Collection<Observation> unordered, Function<Observation, Article> cleaning, List<Announcement> announced) {
        this.cleaning = cleaning;
        this.announced = announced;
        observations = unordered.stream()
                .sorted(Comparator.comparing(Observation::key))
                .toList();
        String digest = null;
        for (Observation observation : observations) {
            boolean changed = !observation.contentDigest().equals(digest);
            if (changed) {
                versions.add(numbered(observation));
                digest = observation.contentDigest();
            }
            ledger.put(
                    observation.inputId(),
                    new LedgerEntry(
                            observation.inputId(),
                            changed ? Outcome.ARTICLE : Outcome.UNCHANGED,
                            null,
                            observation.article().id(),
                            versions.size()));
        }
    }

    /** The versions, numbered from 1. */
    List<Article> versions() {
        return versions;
    }

    /** The versions that differ from those of {@code earlier}, from the first that does to the newest. */
    List<Article> versionsSince(History earlier) {
        int same = 0;
        while (same < Math.min(versions.size(), earlier.versions.size())
                && versions.get(same).equals(earlier.versions.get(same))) {
            same++;
        }
        return versions.subList(same, versions.size());
    }

    /** What became of each input, where that differs from {@code earlier}. */
    List<LedgerEntry> ledgerSince(History earlier) {
        return ledger.values().stream()
                .filter(entry -> !entry.equals(earlier.ledger.get(entry.inputId())))
                .toList();
    }

    /** An article without a date of its own happened when it was first seen. */
    private Article numbered(Observation observation) {
        Pipeline first = observations.get(0).article().pipeline();
        Article article = FeedFields.added(
                cleaning.apply(observation).toBuilder()
                        .version(versions.size() + 1)
                        .build(),
                announced,
                EventTimes.instant(first.fetched()));
        if (EventTimes.instant(article.datePublished()) != null) {
            return article;
        }
        return article.toBuilder()
                .pipeline(article.pipeline().toBuilder()
                        .eventTime(first.fetched())
                        .build())
                .build();
    }
}
