package io.copydesk.lab.chaos;

import io.copydesk.verify.check.Findings;
import io.copydesk.verify.check.Reference;
import io.copydesk.verify.check.Truth;
import io.copydesk.verify.check.Verification;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Runs a corpus once through a deployment that is disturbed again and again, with a subscriber that reads meanwhile, and verifies
 * the topics when everything has come through.
 */
public final class DisturbedRun {

    private static final Duration STOP = Duration.ofSeconds(40);

    /** A disturbance whose moment did not come is tried again with the next pages: on a fast machine a commit is soon over. */
    private static final int ATTEMPTS = 3;

    /** Slices of the corpus for what is tried again and for after the last disturbance. */
    private static final int SPARE_SLICES = 4;

    private static final Pattern CHANGELOG_END = Pattern.compile("the changelog tells what was written");

    /**
     * What came of it.
     *
     * @param disturbances how many
     * @param ended processes that ended although they were neither killed nor stopped, and were started again
     * @param reached the rare states that it was in
     * @param findings of the verification
     */
    public record Outcome(int disturbances, int ended, Set<RareState> reached, Findings findings) {}

    private final Deployment deployment;
    private final Disturbances disturbances;
    private final @Nullable Path previous;
    private final Consumer<String> progress;
    private int ended;

    private DisturbedRun(
            Deployment deployment, Disturbances disturbances, @Nullable Path previous, Consumer<String> progress) {
        this.previous = previous;
        this.deployment = deployment;
        this.disturbances = disturbances;
        this.progress = progress;
    }

    /**
     * Runs it.
     *
     * @param times how many disturbances; the first are one of each kind, the others kills at random
     * @param previous home of another version's distribution, which some services run in the first two thirds; {@code null} for none
     * @param reference final state of an undisturbed run over the corpus
     * @param progress receives a line for each disturbance
     */
    static Outcome of(
            ChaosCorpus corpus,
            int times,
            int partitions,
            long seed,
            @Nullable Path previous,
            Path reference,
            Path folder,
            Consumer<String> progress)
            throws IOException, InterruptedException {
        try (Deployment deployment = new Deployment(folder, partitions)) {
            Disturbances disturbances = new Disturbances(deployment, seed);
            Path seen = folder.resolve("seen.tsv");
            Set<RareState> reached = EnumSet.noneOf(RareState.class);
            DisturbedRun run = new DisturbedRun(deployment, disturbances, previous, progress);
            run.feed(corpus, times, seen, reached);
            Truth truth = new Truth(corpus.inputIds(), Reference.deadLetters(reference), reference, seen, false);
            Findings findings = Verification.of(deployment.clients(), Deployment.PREFIX, truth, Verification.PATIENCE);
            for (Member member : deployment.all()) {
                member.stop(STOP);
            }
            return new Outcome(times, run.ended, reached, findings);
        }
    }

    private void feed(ChaosCorpus corpus, int times, Path seen, Set<RareState> reached)
            throws IOException, InterruptedException {
        disturbances.duringTopicCreation().ifPresent(reached::add);
        deployment.startAll();
        try (ObservedFeed feed = new ObservedFeed(deployment.clients(), corpus, times + SPARE_SLICES, seen)) {
            int attempts = 0;
            for (int i = 0; i < times; ) {
                feed.next();
                if (attempts == 0) {
                    mixVersions(i, times, reached);
                }
                Kind kind = i < Kind.values().length ? Kind.values()[i] : Kind.KILL;
                Set<RareState> states = disturbances.disturb(kind);
                reached.addAll(states);
                progress.accept((i + 1) + " of " + times + ": " + kind.label()
                        + (states.isEmpty() ? ", whose moment did not come" : ""));
                ended += deployment.reviveAll();
                deployment.startAll();
                for (Member service : deployment.enrich()) {
                    if (!reached.contains(RareState.CHANGELOG_END_READ) && service.hasLogged(CHANGELOG_END)) {
                        reached.add(RareState.CHANGELOG_END_READ);
                    }
                }
                attempts++;
                if (!states.isEmpty() || attempts == ATTEMPTS) {
                    attempts = 0;
                    i++;
                }
            }
            feed.rest();
            feed.settle(() -> ended += deployment.reviveAll());
        }
    }

    /** Before disturbance number {@code i}: two versions in the first two thirds, which change places after the first. */
    private void mixVersions(int i, int times, Set<RareState> reached) throws IOException, InterruptedException {
        if (previous == null) {
            return;
        }
        if (i == 0 || i == times / 3) {
            disturbances.mixVersions(previous, i > 0);
            progress.accept("two versions" + (i > 0 ? ", which have changed places" : ""));
        } else if (i == 2 * times / 3) {
            disturbances.presentVersion();
            reached.add(RareState.VERSIONS_MIXED);
            progress.accept("one version");
        }
    }
}
