package io.copydesk.lab.live;

import io.copydesk.ingest.fetch.FetchSettings;
import io.copydesk.ingest.frontier.FrontierSettings;
import io.copydesk.schemas.Subscription;
import io.copydesk.schemas.Topics;
import io.copydesk.standalone.pipeline.LocalPipeline;
import io.copydesk.standalone.pipeline.PipelineOptions;
import io.copydesk.standalone.subscriptions.Subscriptions;
import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Memory, disk and time that very many subscriptions cost before anything is fetched. Sizes are bytes.
 *
 * @param subscriptions their number
 * @param loadSeconds until the frontier has processed them all
 * @param heapBefore in use after a collection, the whole pipeline and its broker running, without subscriptions
 * @param heapLoaded the same with them
 * @param heapRestarted the same after a restart
 * @param resident memory of the process then
 * @param state of the local stores
 * @param broker of all topics
 * @param restartSeconds from the start of the frontier until it runs, after a clean stop
 * @param restoreSeconds the same when the local state is lost and restored from the changelogs
 */
public record ManySubscriptions(
        int subscriptions,
        double loadSeconds,
        long heapBefore,
        long heapLoaded,
        long heapRestarted,
        long resident,
        long state,
        long broker,
        double restartSeconds,
        double restoreSeconds) {

    private static final int PARTITIONS = 4;
    private static final Duration FAR = Duration.ofDays(20);
    private static final Duration LIMIT = Duration.ofMinutes(10);

    /** Runs the trial on an empty folder, which is deleted afterwards. */
    public static ManySubscriptions measure(int subscriptions, Path folder) throws IOException, InterruptedException {
        PipelineOptions options = new PipelineOptions(null, folder, Topics.DEFAULT_PREFIX, PARTITIONS);
        long before;
        long loaded;
        double load;
        try (LocalPipeline pipeline = LocalPipeline.start(options)) {
            watch(pipeline);
            before = Sampler.heap();
            long begun = System.nanoTime();
            load(pipeline, subscriptions);
            load = seconds(begun);
            loaded = Sampler.heap();
        }
        long state = Sampler.size(folder.resolve("state"));
        long broker = Sampler.size(folder.resolve("broker"));
        double restart;
        long restarted;
        long resident;
        try (LocalPipeline pipeline = LocalPipeline.start(options)) {
            restart = watch(pipeline);
            restarted = Sampler.heap();
            resident = Sampler.resident();
        }
        delete(folder.resolve("state"));
        double restore;
        try (LocalPipeline pipeline = LocalPipeline.start(options)) {
            restore = watch(pipeline);
        }
        delete(folder);
        return new ManySubscriptions(
                subscriptions, load, before, loaded, restarted, resident, state, broker, restart, restore);
    }

    private static double watch(LocalPipeline pipeline) throws InterruptedException {
        FrontierSettings settings =
                FrontierSettings.defaults().toBuilder().firstPollSpacing(FAR).build();
        long begun = System.nanoTime();
        pipeline.watch(settings, FetchSettings.defaults(), host -> {
            throw new UnknownHostException(host);
        });
        return seconds(begun);
    }

    private static void load(LocalPipeline pipeline, int count) throws InterruptedException {
        try (Subscriptions subscriptions = new Subscriptions(pipeline.cluster(), pipeline.prefix(), PARTITIONS)) {
            for (int i = 0; i < count; i++) {
                subscriptions.add(
                        new Subscription("https://www.site" + i + ".example/news/feed.xml", "Site " + i, null, null));
            }
            subscriptions.flush();
        }
        long end = System.nanoTime() + LIMIT.toNanos();
        while (Sampler.end(pipeline.cluster().clients(), Topics.FEED_STATUS, pipeline.prefix()) < count) {
            pipeline.requireAlive();
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the frontier has not processed the subscriptions within " + LIMIT);
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
