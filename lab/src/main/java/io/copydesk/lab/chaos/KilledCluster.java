package io.copydesk.lab.chaos;

import io.copydesk.enrich.EnrichMain;
import io.copydesk.ingest.IngestMain;
import io.copydesk.kit.streams.KafkaSettings;
import io.copydesk.verify.check.Findings;
import io.copydesk.verify.check.Reference;
import io.copydesk.verify.check.Truth;
import io.copydesk.verify.check.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Runs a corpus through a cluster of brokers and several instances of each role, each a process, and kills one after the other
 * (SIGKILL); each is started again. A subscriber reads meanwhile, and at the end all topics are verified against an undisturbed run on
 * the embedded broker. Of the corpus, one article has 1.6 MB and one page 5 MB. For one thread.
 */
public final class KilledCluster implements AutoCloseable {

    private static final Duration STOP = Duration.ofSeconds(40);
    private static final int RANDOM_MILLIS = 4_000;
    private static final int DOWN_MILLIS = 12_000;
    private static final int SPARE_SLICES = 2;

    /**
     * How much of it.
     *
     * @param brokers how many, each with all partitions up to three
     * @param instances of each role
     * @param kills in turn of brokers and of each role
     * @param partitions of the topics
     * @param pages of the corpus, at least
     * @param folder for data and logs
     */
    public record Plan(int brokers, int instances, int kills, int partitions, int pages, long seed, Path folder) {}

    /**
     * What came of it.
     *
     * @param pages of the corpus
     * @param kills how many
     * @param ended processes that ended although they were neither killed nor stopped
     * @param took from the first page to the last output
     * @param findings of the verification
     */
    public record Result(int pages, int kills, int ended, Duration took, Findings findings) {}

    private final Plan plan;
    private final Consumer<String> progress;
    private final Random random;
    private final BrokerCluster brokers;
    private final List<List<Member>> kinds = new ArrayList<>();
    private int ended;

    private KilledCluster(Plan plan, Consumer<String> progress) throws IOException, InterruptedException {
        this.plan = plan;
        this.progress = progress;
        this.random = new Random(plan.seed());
        this.brokers = new BrokerCluster(plan.folder(), plan.brokers());
        kinds.add(brokers.members());
        kinds.add(services("clean", IngestMain.class, "clean", "frontier", "fetch"));
        kinds.add(services("enrich", EnrichMain.class, "enrich"));
    }

    private List<Member> services(String name, Class<?> main, String... roles) throws IOException {
        List<Member> services = new ArrayList<>();
        for (int i = 1; i <= plan.instances(); i++) {
            List<String> arguments = new ArrayList<>(List.of(roles));
            arguments.addAll(List.of(
                    "--kafka.bootstrap.servers=" + brokers.bootstrapServers(),
                    "--topics.prefix=" + Deployment.PREFIX,
                    "--topics.partitions=" + plan.partitions(),
                    "--streams.state-dir=" + plan.folder().resolve("state-" + name + "-" + i),
                    "--health.port=0"));
            if (name.equals("enrich")) {
                arguments.add("--enrich.retention=0s");
            }
            services.add(new Member(name + "-" + i, main, arguments, plan.folder()));
        }
        return services;
    }

    /**
     * Runs it.
     *
     * @param progress receives a line for each kill
     */
    public static Result run(Plan plan, Consumer<String> progress) throws IOException, InterruptedException {
        Files.createDirectories(plan.folder());
        ChaosCorpus corpus = ChaosCorpus.inventWithLarge(
                plan.seed(), plan.pages(), plan.folder().resolve("corpus.warc"));
        Path reference = plan.folder().resolve("reference");
        Duration undisturbed =
                new KilledReplays(corpus, reference, plan.partitions(), plan.seed(), plan.folder()).undisturbed();
        progress.accept("undisturbed: " + corpus.pages().size() + " pages in " + undisturbed.toMillis() + " ms");
        try (KilledCluster cluster = new KilledCluster(plan, progress)) {
            return cluster.run(corpus, reference);
        }
    }

    private Result run(ChaosCorpus corpus, Path reference) throws IOException, InterruptedException {
        brokers.start();
        for (Member service : services()) {
            service.start();
        }
        for (Member service : services()) {
            service.awaitRunning();
        }
        progress.accept(plan.brokers() + " brokers and " + services().size() + " services run");
        Path seen = plan.folder().resolve("seen.tsv");
        long begun = System.nanoTime();
        try (ObservedFeed feed = new ObservedFeed(clients(), corpus, plan.kills() + SPARE_SLICES, seen)) {
            feed.next();
            for (int i = 0; i < plan.kills(); i++) {
                feed.next();
                kill(i);
                reviveAll();
            }
            feed.rest();
            feed.settle(this::reviveAll);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        Truth truth = new Truth(corpus.inputIds(), Reference.deadLetters(reference), reference, seen, false);
        Findings findings = Verification.of(clients(), Deployment.PREFIX, truth, Verification.PATIENCE);
        for (Member service : services()) {
            service.stop(STOP);
        }
        return new Result(corpus.pages().size(), plan.kills(), ended, took, findings);
    }

    /** One of each kind in turn, and of a kind one after the other. */
    private void kill(int number) throws IOException, InterruptedException {
        List<Member> kind = kinds.get(number % kinds.size());
        Member victim = kind.get(number / kinds.size() % kind.size());
        TimeUnit.MILLISECONDS.sleep(random.nextInt(RANDOM_MILLIS));
        victim.kill();
        int down = random.nextInt(DOWN_MILLIS);
        TimeUnit.MILLISECONDS.sleep(down);
        victim.start();
        victim.awaitRunning();
        progress.accept((number + 1) + " of " + plan.kills() + ": " + victim.name() + " was killed, and away for "
                + down + " ms");
    }

    private void reviveAll() throws IOException {
        for (List<Member> kind : kinds) {
            for (Member member : kind) {
                ended += member.revive() ? 1 : 0;
            }
        }
    }

    private List<Member> services() {
        return kinds.subList(1, kinds.size()).stream().flatMap(List::stream).toList();
    }

    private Properties clients() {
        return KafkaSettings.of(brokers.bootstrapServers()).admin();
    }

    @Override
    public void close() {
        services().forEach(Member::close);
        brokers.close();
    }
}
