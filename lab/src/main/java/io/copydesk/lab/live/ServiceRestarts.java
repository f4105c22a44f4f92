package io.copydesk.lab.live;

import io.copydesk.enrich.EnrichApplication;
import io.copydesk.enrich.EnrichMain;
import io.copydesk.kit.launch.ClassPathLoader;
import io.copydesk.lab.process.Folders;
import io.copydesk.lab.process.JvmProcess;
import io.copydesk.lab.process.ProcessLog;
import io.copydesk.schemas.TopicProvisioner;
import io.copydesk.schemas.Topics;
import io.copydesk.standalone.pipeline.Cluster;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/**
 * Fills the state of an enrich service, kills it (SIGKILL) while articles arrive, and takes the time from its next start to its
 * next output. The service runs in a JVM of its own, as its image runs it (see {@link #asInImage}). Its state is kept, or lost where
 * the plan says so; the broker is in this process. For one thread.
 */
public final class ServiceRestarts implements AutoCloseable {

    /** Sent at once while the state is filled. */
    private static final int BATCH = 1_000;

    /** Sent at most ahead of what has arrived while the state is filled: more would be a backlog that the kill leaves behind. */
    private static final int AHEAD = 10_000;

    /** Sent with each look at the output while a kill is measured: some hundred a second. */
    private static final int TRICKLE = 2;

    /** With all tiers of the compiler, the collector and the heap of a service that is deployed with 2 GB (docker/java.options). */
    private static final List<String> OPTIONS = List.of(
            "-XX:TieredStopAtLevel=4",
            "-XX:-UseSerialGC",
            "-XX:+UseParallelGC",
            "-Xms1g",
            "-Xmx1g",
            "-XX:MetaspaceSize=128m",
            "-Xlog:disable",
            "-Xlog:all=error:stderr");

    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Duration UNDER_LOAD = Duration.ofSeconds(3);
    private static final Duration STANDSTILL = Duration.ofMinutes(5);
    private static final Duration STOP = Duration.ofSeconds(40);
    private static final Duration ARCHIVING = Duration.ofMinutes(5);

    private final RestartPlan plan;
    private final Consumer<String> progress;
    private final Cluster cluster;
    private final Path log;
    private final ArticleFlow flow;
    private final List<String> options = new ArrayList<>(OPTIONS);
    private String classPath = System.getProperty("java.class.path");
    private @Nullable JvmProcess service;

    private ServiceRestarts(RestartPlan plan, Consumer<String> progress) throws IOException {
        this.plan = plan;
        this.progress = progress;
        this.cluster = Cluster.open(null, plan.folder());
        this.log = plan.folder().resolve("enrich-service.log");
        this.options.addAll(ProcessLog.options(plan.folder()));
        try (Admin admin = Admin.create(cluster.clients())) {
            int partitions = new TopicProvisioner(admin, Topics.DEFAULT_PREFIX).provision(plan.partitions());
            this.flow = new ArticleFlow(cluster.clients(), partitions, plan.seed());
        }
    }

    /**
     * Runs the trial.
     *
     * @param out receives each measurement
     * @param progress receives a line now and then
     */
    public static void measure(RestartPlan plan, Consumer<RestartTime> out, Consumer<String> progress)
            throws IOException, InterruptedException {
        try (ServiceRestarts restarts = new ServiceRestarts(plan, progress)) {
            restarts.run(out);
        }
    }

    private void run(Consumer<RestartTime> out) throws IOException, InterruptedException {
        asInImage();
        JvmProcess running = start();
        for (int articles : plan.articles()) {
            fill(articles, running);
            for (int kill = 0; kill < plan.times(); kill++) {
                Instant end = Instant.now().plus(UNDER_LOAD);
                await(running, () -> trickle() && Instant.now().isAfter(end));
                running.kill();
                if (plan.lost()) {
                    Folders.remove(cluster.state().resolve(EnrichApplication.id(Topics.DEFAULT_PREFIX)));
                }
                int first = flow.next();
                int line = lines().size();
                Instant begun = Instant.now();
                running = start();
                await(running, () -> trickle() && flow.hasArrivedFrom(first));
                Instant output = Instant.now();
                List<String> lines = lines();
                out.accept(new RestartTime(
                        articles,
                        Duration.between(begun, output),
                        StartPhases.of(lines.subList(line, lines.size()), begun, output)));
            }
        }
        running.stop(STOP);
    }

    /**
     * Takes the class path of the image, which is what the build leaves in the service's own folder, and a class-data archive of it
     * (docker/class-data). Where the classes of this process are not archives in the folder of a build, as in tests, the service gets
     * the class path of this process and no archive.
     */
    private void asInImage() throws IOException, InterruptedException {
        Path service = Path.of(URI.create(EnrichMain.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()));
        Path built = service.resolve("../../../../enrich-service/target").normalize();
        if (!Files.isRegularFile(service) || !Files.isDirectory(built.resolve("lib"))) {
            progress.accept("not the class path of the image, and no class-data archive");
            return;
        }
        List<Path> archives = new ArrayList<>();
        try (Stream<Path> libraries = Files.list(built.resolve("lib"))) {
            libraries.sorted().forEach(archives::add);
        }
        archives.add(built.resolve(service.getFileName()));
        classPath = archives.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        progress.accept("archiving classes");
        Path archive = plan.folder().resolve("classes.jsa");
        List<String> archiving = new ArrayList<>(OPTIONS);
        archiving.add("-XX:ArchiveClassesAtExit=" + archive);
        try (JvmProcess loader =
                JvmProcess.start(log, classPath, ClassPathLoader.class.getName(), archiving, List.of())) {
            if (loader.await(ARCHIVING) != 0 || !Files.exists(archive)) {
                throw new IllegalStateException("no class-data archive was made; see " + log);
            }
        }
        options.add("-XX:SharedArchiveFile=" + archive);
    }

    private JvmProcess start() throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "--kafka.bootstrap.servers=" + cluster.kafka().bootstrapServers(),
                "--topics.partitions=" + plan.partitions(),
                "--streams.state-dir=" + cluster.state(),
                "--health.port=0"));
        plan.settings().forEach(setting -> arguments.add("--" + setting));
        service = JvmProcess.start(log, classPath, EnrichMain.class.getName(), options, arguments);
        return service;
    }

    /** Sends articles until there are so many, and waits until all have passed the service. */
    private void fill(int articles, JvmProcess running) {
        await(running, () -> {
            int missing = articles - flow.next();
            if (missing > 0 && flow.next() - flow.arrived() < AHEAD) {
                flow.send(Math.min(missing, BATCH));
            }
            flow.poll(LOOK);
            progress.accept("enriched " + flow.arrived() + " of " + articles + " articles");
            return flow.arrived() >= articles;
        });
    }

    /** Sends a few articles and looks at what has arrived. */
    private boolean trickle() {
        flow.send(TRICKLE);
        flow.poll(LOOK);
        return true;
    }

    private void await(JvmProcess running, BooleanSupplier step) {
        int arrived = flow.arrived();
        Instant moved = Instant.now();
        while (!step.getAsBoolean()) {
            if (!running.isAlive()) {
                throw new IllegalStateException("the enrich service has ended by itself; see " + log);
            }
            if (flow.arrived() != arrived) {
                arrived = flow.arrived();
                moved = Instant.now();
            } else if (Duration.between(moved, Instant.now()).compareTo(STANDSTILL) > 0) {
                throw new IllegalStateException(
                        "no article was enriched for " + STANDSTILL.toMinutes() + " minutes; see " + log);
            }
        }
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(log);
    }

    @Override
    public void close() {
        if (service != null) {
            service.close();
        }
        flow.close();
        cluster.close();
    }
}
