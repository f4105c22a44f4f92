package io.copydesk.ingest.clean;

import io.copydesk.schemas.Announcement;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.Cause;
import io.copydesk.schemas.LedgerEntry;
import io.copydesk.schemas.LedgerEntry.Outcome;
import io.copydesk.schemas.Pipeline;
import io.copydesk.schemas.Withdrawal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All observations of one article in the order of their keys, and what follows from them: its versions and what became of
 * each input. A pure function of the set, so the same for every order of arrival.
 *
 * <p>Neighbours with the same content are one version; the first of them is the article, the others are unchanged. A version whose
 * page goes is issued again as withdrawn, and once more without that when its page comes back as it was.
 */
final class History {

    /**
     * A notice about an article.
     *
     * @param effective whether the page that it speaks of is where the article was seen last before
     */
    record KnownNotice(GoneNotice notice, boolean effective) {}

    /** The most observations of one article that are kept; more are refused. */
    static final int LIMIT = 1_000;

    private final Function<Observation, Article> cleaning;
    private final List<Announcement> announced;
    private final List<Observation> observations;
    private final List<Article> versions = new ArrayList<>();
    private final Map<String, LedgerEntry> ledger = new LinkedHashMap<>();

    /** The number of the newest version. */
    private int numbers;

    private @Nullable String digest;

    private @Nullable Observation newestObservation;

    /**
     * The history that {@code unordered} tell.
     *
     * @param notices what is known of the article's page being gone, in any order
     * @param cleaning gives an observation's article as it is published; what makes a version does not depend on it
     * @param announced by which feeds the article was announced, likewise
     */
    History(
            Collection<Observation> unordered,
            Collection<KnownNotice> notices,
            Function<Observation, Article> cleaning,
            List<Announcement> announced) {
        this.cleaning = cleaning;
        this.announced = announced;
        observations = unordered.stream()
                .sorted(Comparator.comparing(Observation::key))
                .toList();
        Deque<KnownNotice> later = notices.stream()
                .sorted(Comparator.comparing(
                                (KnownNotice known) -> known.notice().time())
                        .thenComparing(known -> known.notice().inputId()))
                .collect(Collectors.toCollection(ArrayDeque::new));
        for (Observation observation : observations) {
            while (!later.isEmpty() && later.getFirst().notice().time().compareTo(observation.time()) < 0) {
                note(later.removeFirst());
            }
            observe(observation);
        }
        later.forEach(this::note);
    }

    private void observe(Observation observation) {
        boolean changed = !observation.contentDigest().equals(digest);
        if (changed) {
            numbers++;
            versions.add(numbered(observation));
            digest = observation.contentDigest();
            newestObservation = observation;
        } else {
            restore();
        }
        Outcome outcome = changed ? Outcome.ARTICLE : Outcome.UNCHANGED;
        enter(observation.inputId(), outcome, null, observation.article().id());
    }

    private void note(KnownNotice known) {
        if (versions.isEmpty()) {
            return;
        }
        Article newest = newest();
        Withdrawal withdrawal = known.notice().withdrawal();
        if (known.effective() && withdrawal == null) {
            restore();
        } else if (known.effective() && newest.pipeline().withdrawn() == null) {
            versions.add(with(newest, withdrawal));
        }
        String reason = withdrawal == null ? LedgerEntry.RESTORED : LedgerEntry.WITHDRAWN;
        enter(known.notice().inputId(), Outcome.UNCHANGED, reason, newest.id());
    }

    private void restore() {
        if (newest().pipeline().withdrawn() != null) {
            versions.add(with(newest(), null));
        }
    }

    private static Article with(Article article, @Nullable Withdrawal withdrawal) {
        return article.toBuilder()
                .pipeline(article.pipeline().withdrawn(withdrawal))
                .build();
    }

    private Article newest() {
        return versions.get(versions.size() - 1);
    }

    /** The observation that the newest version is made of; {@code null} when there is no version. */
    @Nullable
    Observation newestObservation() {
        return newestObservation;
    }

    private void enter(String inputId, Outcome outcome, @Nullable String reason, String articleId) {
        ledger.put(inputId, new LedgerEntry(inputId, outcome, reason, articleId, numbers));
    }

    /** The versions, numbered from 1, in the order of their issue: one that was withdrawn, or came back, follows itself. */
    List<Article> versions() {
        return versions;
    }

    /**
     * The versions that differ from those of {@code earlier}, from the first that does to the newest; the newest alone when only
     * later ones are gone.
     */
    List<Article> versionsSince(History earlier) {
        int same = 0;
        while (same < Math.min(versions.size(), earlier.versions.size())
                && versions.get(same).equals(earlier.versions.get(same))) {
            same++;
        }
        boolean shortened = same == versions.size() && same > 0 && !newest().equals(earlier.newest());
        List<Article> issued = versions.subList(shortened ? same - 1 : same, versions.size());
        return earlier.versions.isEmpty() ? issued : withoutBriefReturns(issued, earlier.newest());
    }

    /** Leaves out a version that is withdrawn at once, as it was before: nothing came back. */
    private static List<Article> withoutBriefReturns(List<Article> issued, Article last) {
        Withdrawal stays = last.pipeline().withdrawn();
        if (stays == null) {
            return issued;
        }
        List<Article> needed = new ArrayList<>();
        for (int i = 0; i < issued.size(); i++) {
            Article next = i + 1 < issued.size() ? issued.get(i + 1) : null;
            boolean brief = next != null
                    && next.version() == issued.get(i).version()
                    && next.version() == last.version()
                    && stays.equals(next.pipeline().withdrawn());
            if (!brief) {
                needed.add(issued.get(i));
            }
        }
        return needed;
    }

    /** Why a version is issued that differs from what this history, the one before, has. */
    Cause causeOf(Article version) {
        return VersionCause.of(versions, version);
    }

    /** Whether an input is the newest version, and not the first one. */
    boolean isEditedIn(String inputId) {
        return numbers > 1 && newest().pipeline().inputId().equals(inputId);
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
                cleaning.apply(observation).toBuilder().version(numbers).build(),
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
