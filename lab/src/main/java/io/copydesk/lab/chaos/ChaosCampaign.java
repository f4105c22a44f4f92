package io.copydesk.lab.chaos;

import io.copydesk.lab.chaos.DisturbedRun.Outcome;
import io.copydesk.lab.chaos.KilledReplays.Kill;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One corpus, run through broker and services that are killed in many ways. */
public final class ChaosCampaign {

    private ChaosCampaign() {}

    /**
     * How much of it.
     *
     * @param preparedKills kills of a replay while a transaction is decided and not completed
     * @param randomKills kills of a replay at random moments
     * @param disturbances of a deployment of broker and services
     * @param fullDisk whether a replay runs on a disk that is too small, which needs the right to mount
     * @param previous home of another version's distribution, which runs beside the present one; {@code null} for none
     * @param partitions of the topics
     * @param pages of the corpus, at least
     * @param folder for data and logs
     */
    public record Plan(
            int preparedKills,
            int randomKills,
            int disturbances,
            boolean fullDisk,
            @Nullable Path previous,
            int partitions,
            int pages,
            long seed,
            Path folder) {}

    /**
     * What came of it.
     *
     * @param undisturbed duration of an undisturbed replay
     * @param prepared a row for each kill while a transaction was decided
     * @param random a row for each kill at a random moment
     * @param fullDisk the second run of a replay whose disk was full; {@code null} when that was not asked for
     * @param mixed whether two versions were asked for
     * @param deployment {@code null} when nothing was asked of it
     */
    public record Result(
            Duration undisturbed,
            List<Kill> prepared,
            List<Kill> random,
            @Nullable Kill fullDisk,
            boolean mixed,
            @Nullable Outcome deployment) {

        /** The kills that left something wrong. */
        public long unsound() {
            return kills().stream().filter(kill -> !kill.isSound()).count();
        }

        /** All kills of replays. */
        public List<Kill> kills() {
            List<Kill> all = new ArrayList<>(prepared);
            all.addAll(random);
            if (fullDisk != null) {
                all.add(fullDisk);
            }
            return all;
        }

        /** The rare states that a run with every kind of disturbance did not reach. */
        public Set<RareState> missed() {
            Set<RareState> missed = EnumSet.noneOf(RareState.class);
            if (deployment != null && deployment.disturbances() >= Kind.values().length) {
                missed.addAll(EnumSet.allOf(RareState.class));
                if (!mixed) {
                    missed.remove(RareState.VERSIONS_MIXED);
                }
                missed.removeAll(deployment.reached());
            }
            return missed;
        }
    }

    /**
     * Runs it.
     *
     * @param progress receives a line for each kill and disturbance
     */
    public static Result run(Plan plan, Consumer<String> progress) throws IOException, InterruptedException {
        Files.createDirectories(plan.folder());
        ChaosCorpus corpus =
                ChaosCorpus.invent(plan.seed(), plan.pages(), plan.folder().resolve("corpus.warc"));
        Path reference = plan.folder().resolve("reference");
        KilledReplays replays = new KilledReplays(corpus, reference, plan.partitions(), plan.seed(), plan.folder());
        Duration undisturbed = replays.undisturbed();
        progress.accept("undisturbed: " + corpus.pages().size() + " pages in " + undisturbed.toMillis() + " ms");
        List<Kill> prepared = replays.run(plan.preparedKills(), true, undisturbed, kill -> progress.accept(line(kill)));
        List<Kill> random = replays.run(plan.randomKills(), false, undisturbed, kill -> progress.accept(line(kill)));
        Kill fullDisk = plan.fullDisk() ? replays.onFullDisk() : null;
        if (fullDisk != null) {
            progress.accept("full disk: " + line(fullDisk));
        }
        Outcome deployment = plan.disturbances() == 0
                ? null
                : DisturbedRun.of(
                        corpus,
                        plan.disturbances(),
                        plan.partitions(),
                        plan.seed(),
                        plan.previous(),
                        reference,
                        plan.folder().resolve("deployment"),
                        progress);
        return new Result(undisturbed, prepared, random, fullDisk, plan.previous() != null, deployment);
    }

    private static String line(Kill kill) {
        return "replay killed after " + kill.afterMillis() + " ms" + (kill.prepared() ? ", prepared" : "")
                + "; again: running after " + kill.restartMillis() + " ms, done after " + kill.totalMillis()
                + " ms, exit code " + kill.exitCode() + ", findings "
                + kill.findings().count();
    }
}
