package io.copydesk.lab.simulation;

import io.copydesk.ingest.frontier.FrontierSettings;
import io.copydesk.schemas.FetchOutcome;
import io.copydesk.schemas.FetchRequest;
import io.copydesk.schemas.Topics;
import java.util.PriorityQueue;
import java.util.function.LongConsumer;
import java.util.function.ObjLongConsumer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;

/** Runs the real frontier topology against a simulated web under a virtual clock. */
final class FrontierTrial {

    private static final long STEP = 2_000;

    /** The same while no request is in flight; what becomes due meanwhile is requested at its end. */
    private static final long IDLE_STEP = 10_000;

    private record Answer(long at, String site, FetchOutcome outcome) implements Comparable<Answer> {
        @Override
        public int compareTo(Answer other) {
            return Long.compare(at, other.at);
        }
    }

    private final SimulatedWeb web;
    private final SimulatedServer server;
    private final FrontierSettings settings;
    private final ObjLongConsumer<byte[]> observer;

    FrontierTrial(SimulatedWeb web, FrontierSettings settings) {
        this(web, settings, (status, at) -> {});
    }

    /** @param observer receives each record of {@code feed-status} and when it came, epoch milliseconds */
    FrontierTrial(SimulatedWeb web, FrontierSettings settings, ObjLongConsumer<byte[]> observer) {
        this.observer = observer;
        this.web = web;
        this.server = new SimulatedServer(web);
        this.settings = settings;
    }

    /** Runs from the web's start to its end; {@code progress} receives the elapsed virtual time, in milliseconds. */
    SimulatedServer run(LongConsumer progress) {
        try (FrontierDriver driver = new FrontierDriver(settings, STEP, web.start)) {
            driver.subscribe(web.feeds.stream().map(feed -> feed.url));
            run(driver, progress);
        }
        return server;
    }

    private void run(FrontierDriver driver, LongConsumer progress) {
        TestInputTopic<String, FetchOutcome> outcomes = driver.input(Topics.FETCH_OUTCOMES);
        TestOutputTopic<String, FetchRequest> requests = driver.output(Topics.FETCH_REQUESTS);
        TestOutputTopic<String, byte[]> status = driver.bytes(Topics.FEED_STATUS);
        PriorityQueue<Answer> underway = new PriorityQueue<>();
        long step = STEP;
        for (long now = web.start; now < web.end; now += step) {
            step = underway.isEmpty() ? IDLE_STEP : STEP;
            driver.advance(step);
            while (!underway.isEmpty() && underway.peek().at <= now + step) {
                Answer answer = underway.poll();
                outcomes.pipeInput(answer.site, answer.outcome);
            }
            while (!requests.isEmpty()) {
                var record = requests.readRecord();
                FetchOutcome outcome = server.answer(record.value(), now + step);
                underway.add(new Answer(outcome.at(), record.key(), outcome));
            }
            while (!status.isEmpty()) {
                observer.accept(status.readValue(), now + step);
            }
            driver.dropRest();
            progress.accept(now - web.start);
        }
    }
}
