package io.copydesk.lab.load;

import io.copydesk.enrich.EnrichApplication;
import io.copydesk.ingest.IngestApplication;
import io.copydesk.ingest.page.Page;
import io.copydesk.lab.bench.FlightRecorderWarmUp;
import io.copydesk.lab.load.LoadReport.Fed;
import io.copydesk.standalone.pipeline.LocalPipeline;
import io.copydesk.standalone.pipeline.PipelineOptions;
import io.copydesk.verify.state.UnprocessedRecords;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.jspecify.annotations.Nullable;

/**
 * Feeds inputs to all services in this process and measures what that costs. A finite corpus passes whole, again and again, each time
 * through new topics and empty stores; inputs without end pass one pipeline, whose memory grows as it would. The measurement begins and ends
 * with nothing on its way. For one thread.
 */
public final class Load {

    private static final Duration PAUSE = Duration.ofMillis(500);
    /** Inputs that wait before the feed waits too: enough to keep every stage busy. */
    private static final int BACKLOG = 2_000;

    /** Inputs between two looks at the backlog. */
    private static final int BURST = 100;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final LoadInputs inputs;
    private final LoadPlan plan;
    private final Consumer<String> progress;
    private final Map<ThreadRole, Long> used = new EnumMap<>(ThreadRole.class);
    private final Map<String, Integer> samples = new TreeMap<>();
    private final List<LoadReport.Stretch> stretches = new ArrayList<>();
    private Fed fed = Fed.NOTHING;
    private int passes;
    private LoadReport.@Nullable Summary toEnriched;
    private LoadReport.@Nullable Summary toStory;
    private @Nullable DiskUse disk;

    private Load(LoadInputs inputs, LoadPlan plan, Consumer<String> progress) {
        this.inputs = inputs;
        this.plan = plan;
        this.progress = progress;
    }

    /**
     * Measures.
     *
     * @param progress receives a line for people now and then
     * @throws IllegalStateException when a service stops by itself or the cluster refuses
     */
    public static LoadReport measure(LoadInputs inputs, LoadPlan plan, Consumer<String> progress)
            throws IOException, InterruptedException {
        FlightRecorderWarmUp.run();
        Load load = new Load(inputs, plan, progress);
        if (inputs instanceof InventedDocuments documents) {
            load.growth(documents);
        } else if (inputs.isFinite()) {
            load.passes();
        } else {
            load.stream();
        }
        progress.accept("parsing the same pages");
        return LoadReport.of(
                        load.fed,
                        load.passes,
                        load.used,
                        load.samples,
                        BareParse.millisAPage(inputs.sample()),
                        plan.rate(),
                        load.toEnriched,
                        load.toStory)
                .with(load.stretches, load.disk);
    }

    /** One pipeline grows; the warm-up has pipelines of its own. */
    private void growth(InventedDocuments documents) throws IOException, InterruptedException {
        double warmUp = 0;
        while (warmUp < plan.warmUp().toSeconds()) {
            try (Target target = new Target()) {
                while (warmUp < plan.warmUp().toSeconds() && documents.hasMore()) {
                    warmUp += target.feed(plan.warmUp(), 0, null).seconds();
                }
            }
        }
        try (Target target = new Target()) {
            while (documents.hasMore()) {
                measured(target, Duration.ZERO, documents);
            }
            passes = 1;
            measureDisk(target);
        }
    }

    private void passes() throws IOException, InterruptedException {
        double warmUp = 0;
        while (warmUp < plan.warmUp().toSeconds()) {
            try (Target target = new Target()) {
                warmUp += target.feed(Duration.ZERO, 0, null).seconds();
            }
        }
        do {
            try (Target target = new Target()) {
                measured(target, Duration.ZERO, null);
                measureDisk(target);
            }
        } while (plan.rate() == 0 && fed.seconds() < plan.duration().toSeconds());
    }

    private void stream() throws IOException, InterruptedException {
        try (Target target = new Target()) {
            if (!plan.warmUp().isZero()) {
                target.feed(plan.warmUp(), 0, null);
            }
            measured(target, plan.duration(), null);
            measureDisk(target);
        }
    }

    private void measureDisk(Target target) throws IOException, InterruptedException {
        if (plan.disk() && disk == null) {
            progress.accept("reading topics for their size");
            disk = target.disk();
        }
    }

    private void measured(Target target, Duration duration, @Nullable InventedDocuments documents)
            throws IOException, InterruptedException {
        ResultReader results = plan.rate() == 0 ? null : target.results();
        try (StackParts stacks = new StackParts()) {
            stacks.start();
            CpuTimes start = CpuTimes.now();
            Fed more = target.feed(duration, plan.rate(), results);
            Map<ThreadRole, Long> times = CpuTimes.now().since(start);
            stacks.stop();
            // This thread does both: it makes pages, which is none of the pipeline's work, and sends them.
            times.merge(ThreadRole.OTHER, -more.threadNanos(), Long::sum);
            times.merge(ThreadRole.OBSERVER, more.threadNanos() - more.feedNanos(), Long::sum);
            times.merge(ThreadRole.FEED, more.feedNanos(), Long::sum);
            times.forEach((role, nanos) -> used.merge(role, nanos, Long::sum));
            stacks.samples().forEach((part, count) -> samples.merge(part, count, Integer::sum));
            if (documents != null) {
                stretches.add(new LoadReport.Stretch(
                        documents.given(), CpuParts.millisAPage(times, stacks.samples(), Math.max(1, more.pages()))));
            }
            fed = fed.and(more);
            passes++;
            if (results != null) {
                toEnriched = results.toEnriched().summary();
                toStory = results.toStory().summary();
            }
        } finally {
            if (results != null) {
                results.close();
            }
        }
    }

    /** A pipeline with empty topics and stores. */
    private final class Target implements AutoCloseable {

        private final String prefix = "load-" + UUID.randomUUID().toString().substring(0, 8) + ".";
        private final LocalPipeline pipeline;
        private final Properties client = new Properties();
        private final Admin admin;
        private final UnprocessedRecords unprocessed;

        Target() throws InterruptedException {
            inputs.restart();
            pipeline =
                    LocalPipeline.start(new PipelineOptions(plan.bootstrapServers(), null, prefix, plan.partitions()));
            client.putAll(pipeline.cluster().clients());
            Properties observer = new Properties();
            observer.putAll(client);
            observer.put(AdminClientConfig.CLIENT_ID_CONFIG, ThreadRole.OBSERVER.label());
            admin = Admin.create(observer);
            unprocessed = new UnprocessedRecords(
                    admin, prefix, List.of(IngestApplication.id(prefix), EnrichApplication.id(prefix)));
        }

        DiskUse disk() throws IOException, InterruptedException {
            return DiskUse.of(
                    admin, pipeline.reader(), prefix, pipeline.cluster().state());
        }

        ResultReader results() {
            return new ResultReader(client, prefix, pipeline.partitions());
        }

        /**
         * Feeds until the duration is over or there are no more inputs, and waits until all have passed.
         *
         * @param duration zero for all inputs
         * @param rate zero for as many as the pipeline takes
         * @param results told of each planned arrival
         */
        Fed feed(Duration duration, double rate, @Nullable ResultReader results) throws InterruptedException {
            long start = System.nanoTime();
            long startMillis = System.currentTimeMillis();
            long thread = THREADS.getCurrentThreadCpuTime();
            long feeding = 0;
            long pages = 0;
            long bytes = 0;
            try (LoadFeed feed = new LoadFeed(client, prefix)) {
                while (duration.isZero() || System.nanoTime() - start < duration.toNanos()) {
                    Page page = inputs.next();
                    if (page == null) {
                        break;
                    }
                    long planned = rate == 0 ? System.currentTimeMillis() : planned(startMillis, rate, pages, results);
                    long before = THREADS.getCurrentThreadCpuTime();
                    if (feed.put(page, planned)) {
                        pages++;
                        bytes += page.body().length;
                    }
                    feeding += THREADS.getCurrentThreadCpuTime() - before;
                    if (rate == 0 && pages % BURST == 0) {
                        awaitBacklog(BACKLOG, pages);
                    }
                }
                feed.flush();
                awaitBacklog(0, pages);
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            return new Fed(pages, bytes, seconds, feeding, THREADS.getCurrentThreadCpuTime() - thread);
        }

        private long planned(long start, double rate, long number, @Nullable ResultReader results)
                throws InterruptedException {
            long planned = start + Math.round(number * 1000 / rate);
            if (results != null) {
                results.toEnriched().planned(planned);
                results.toStory().planned(planned);
            }
            TimeUnit.MILLISECONDS.sleep(planned - System.currentTimeMillis());
            return planned;
        }

        private void awaitBacklog(int most, long pages) throws InterruptedException {
            try {
                for (long open = unprocessed.count(); open > most; open = unprocessed.count()) {
                    progress.accept(pages + " pages fed, " + open + " records on their way");
                    pipeline.requireAlive();
                    TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
                }
            } catch (ExecutionException e) {
                throw new IllegalStateException("the cluster does not say how far the services are", e);
            }
        }

        @Override
        public void close() {
            try {
                pipeline.close();
            } finally {
                admin.close();
            }
        }
    }
}
