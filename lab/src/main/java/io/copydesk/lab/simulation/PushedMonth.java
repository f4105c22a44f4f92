package io.copydesk.lab.simulation;

import io.copydesk.ingest.frontier.FrontierSettings;
import io.copydesk.schemas.FetchOutcome;
import io.copydesk.schemas.FetchRequest;
import io.copydesk.schemas.FetchTarget;
import io.copydesk.schemas.Link;
import io.copydesk.schemas.Topics;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.LongConsumer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.test.TestRecord;

/**
 * A virtual month of feeds whose hub delivers, through the real topology: whether leases are renewed before they end, and what a hub that drops
 * messages costs.
 */
public final class PushedMonth {

    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final long STEP = 2_000;
    private static final long IDLE_STEP = 20_000;
    private static final long EXCHANGE = 300;

    private record Message(long at, String site, FetchOutcome outcome) implements Comparable<Message> {
        @Override
        public int compareTo(Message other) {
            return Long.compare(at, other.at);
        }
    }

    private final SimulatedHub hub;
    private final FrontierSettings settings;
    private final PriorityQueue<Message> underway = new PriorityQueue<>();
    private int polls;
    private int hubRequests;

    private PushedMonth(SimulatedHub hub, FrontierSettings settings) {
        this.hub = hub;
        this.settings = settings;
    }

    /**
     * Runs it.
     *
     * @param feeds whose items come at random, from one in two days to one in ten minutes
     * @param pushed whether the frontier has a callback
     * @param dropOneIn which message the hub drops
     * @param progress receives the elapsed virtual time, in milliseconds
     */
    public static PushedMonthReport run(
            int feeds, boolean pushed, int dropOneIn, long seed, Duration time, LongConsumer progress) {
        FrontierSettings.Builder settings =
                FrontierSettings.defaults().toBuilder().revisits(List.of());
        if (pushed) {
            settings.callback(URI.create("https://news.example/websub/"));
        }
        long start = START.toEpochMilli();
        SimulatedHub hub = new SimulatedHub(feeds, dropOneIn, seed, start, start + time.toMillis());
        PushedMonth month = new PushedMonth(hub, settings.build());
        month.run(progress);
        return hub.report(month.polls, month.hubRequests);
    }

    private void run(LongConsumer progress) {
        try (FrontierDriver driver = new FrontierDriver(settings, STEP, START.toEpochMilli())) {
            driver.subscribe(hub.feeds().stream());
            run(driver, progress);
        }
    }

    private void run(FrontierDriver driver, LongConsumer progress) {
        TestInputTopic<String, FetchOutcome> outcomes = driver.input(Topics.FETCH_OUTCOMES);
        TestOutputTopic<String, FetchRequest> requests = driver.output(Topics.FETCH_REQUESTS);
        TestOutputTopic<String, Link> links = driver.output(Topics.LINKS);
        long step = STEP;
        for (long now = START.toEpochMilli(); now < hub.end(); now += step) {
            step = underway.isEmpty() ? IDLE_STEP : STEP;
            driver.advance(step);
            long at = now + step;
            hub.deliver(at, (site, outcome) -> underway.add(new Message(outcome.at(), site, outcome)));
            while (!underway.isEmpty() && underway.peek().at <= at) {
                Message message = underway.poll();
                outcomes.pipeInput(message.site, message.outcome);
            }
            while (!requests.isEmpty()) {
                TestRecord<String, FetchRequest> request = requests.readRecord();
                answer(request.key(), request.value(), at);
            }
            while (!links.isEmpty()) {
                Link link = links.readValue();
                if (link.target() == FetchTarget.PAGE) {
                    hub.found(link.url(), at);
                }
            }
            driver.dropRest();
            progress.accept(now - START.toEpochMilli());
        }
    }

    private void answer(String site, FetchRequest request, long now) {
        if (request.form() != null) {
            hubRequests++;
            hub.request(
                    request.form(),
                    now,
                    (feedSite, outcome) -> underway.add(new Message(outcome.at(), feedSite, outcome)));
        }
        polls += request.target() == FetchTarget.FEED && request.form() == null ? 1 : 0;
        underway.add(new Message(now + EXCHANGE, site, hub.answer(request, now + EXCHANGE)));
    }
}
