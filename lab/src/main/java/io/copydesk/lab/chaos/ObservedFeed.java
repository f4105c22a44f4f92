package io.copydesk.lab.chaos;

import io.copydesk.enrich.EnrichApplication;
import io.copydesk.ingest.IngestApplication;
import io.copydesk.standalone.replay.PageFeed;
import io.copydesk.verify.check.SubscriberLog;
import io.copydesk.verify.state.UnprocessedRecords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.admin.Admin;

/** Puts a corpus into the topics of services in slices, with a subscriber that reads meanwhile. For one thread. */
final class ObservedFeed implements AutoCloseable {

    private static final Duration SETTLE = Duration.ofMinutes(5);
    private static final long PAUSE_MILLIS = 250;
    private static final int QUIET_LOOKS = 4;

    private static final List<String> GROUPS =
            List.of(IngestApplication.id(Deployment.PREFIX), EnrichApplication.id(Deployment.PREFIX));

    private final Properties clients;
    private final ChaosCorpus corpus;
    private final int slice;
    private final PageFeed feed;
    private final AtomicBoolean stop = new AtomicBoolean();
    private final CompletableFuture<Void> subscriber;
    private int fed;

    /**
     * Starts the subscriber.
     *
     * @param clients of topics that exist, or that the services are about to make
     * @param slices into which the corpus is divided
     * @param seen receives what the subscriber sees
     */
    ObservedFeed(Properties clients, ChaosCorpus corpus, int slices, Path seen) {
        this.clients = clients;
        this.corpus = corpus;
        this.slice = Math.max(1, corpus.pages().size() / slices);
        this.feed = new PageFeed(clients, Deployment.PREFIX);
        this.subscriber = CompletableFuture.runAsync(() -> subscribe(seen));
    }

    /** Puts in a slice, or what is left. */
    void next() throws IOException, InterruptedException {
        feed(Math.min(fed + slice, corpus.pages().size()));
    }

    /** Puts in what is left. */
    void rest() throws IOException, InterruptedException {
        feed(corpus.pages().size());
        feed.flush();
    }

    private void feed(int end) throws IOException, InterruptedException {
        for (; fed < end; fed++) {
            feed.page(corpus.pages().get(fed));
        }
    }

    /** What a wait does at each look. */
    interface Step {
        void run() throws IOException;
    }

    /**
     * Waits until nothing waits for the services, several times in a row: the subscriber has a moment to read the end.
     *
     * @throws IllegalStateException when that takes longer than five minutes
     */
    void settle(Step meanwhile) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        int quiet = 0;
        try (Admin admin = Admin.create(clients)) {
            UnprocessedRecords unprocessed = new UnprocessedRecords(admin, Deployment.PREFIX, GROUPS);
            while (quiet < QUIET_LOOKS) {
                meanwhile.run();
                quiet = unprocessed.count() == 0 ? quiet + 1 : 0;
                if (System.nanoTime() - begun > SETTLE.toNanos()) {
                    throw new IllegalStateException(
                            "not settled after " + SETTLE.toMinutes() + " min: " + unprocessed.byPartition());
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot list the offsets of the services", e);
        }
    }

    private void subscribe(Path seen) {
        try {
            Files.createDirectories(seen.toAbsolutePath().getParent());
            SubscriberLog.record(clients, Deployment.PREFIX, seen, stop::get);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops the subscriber, which then has written all that it saw. */
    @Override
    public void close() {
        stop.set(true);
        subscriber.join();
        feed.close();
    }
}
