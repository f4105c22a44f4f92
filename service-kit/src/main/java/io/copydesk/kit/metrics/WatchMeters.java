package io.copydesk.kit.metrics;

import io.copydesk.schemas.FeedStatus.Health;
import io.copydesk.schemas.Json;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;

/**
 * What one task of the frontier watches: feeds by health, hosts that give no answer, and how late polls are. Changes come from the
 * task's thread; others may read them.
 */
public final class WatchMeters implements AutoCloseable {

    private final Map<Health, AtomicInteger> feeds = new EnumMap<>(Health.class);
    private final AtomicInteger silentFeeds = new AtomicInteger();
    private final AtomicInteger pushedFeeds = new AtomicInteger();
    private final AtomicInteger feedsOfFailingPages = new AtomicInteger();
    private final AtomicInteger silentHosts = new AtomicInteger();
    private final List<Meter> gauges = new ArrayList<>();
    private final @Nullable MeterRegistry registry;
    private final @Nullable Timer delay;

    /** @param registry {@code null} to show nothing */
    WatchMeters(@Nullable MeterRegistry registry, String task) {
        this.registry = registry;
        for (Health health : Health.values()) {
            feeds.put(health, new AtomicInteger());
        }
        if (registry == null) {
            delay = null;
            return;
        }
        delay = TopicMeters.timer(registry, "copydesk.poll.delay", "Planned time of a feed's poll to its request");
        feeds.forEach((health, count) -> gauges.add(Gauge.builder("copydesk.feeds", count::get)
                .description("Feeds that are watched, by health")
                .tag("health", Json.label(health))
                .tag("task", task)
                .register(registry)));
        gauges.add(Gauge.builder("copydesk.feeds.silent", silentFeeds::get)
                .description("Feeds that answer but should have published since their last item")
                .tag("task", task)
                .register(registry));
        gauges.add(Gauge.builder("copydesk.feeds.pushed", pushedFeeds::get)
                .description("Feeds with a lease at a WebSub hub")
                .tag("task", task)
                .register(registry));
        gauges.add(Gauge.builder("copydesk.feeds.pages.failing", feedsOfFailingPages::get)
                .description("Feeds of whose pages none could be fetched")
                .tag("task", task)
                .register(registry));
        gauges.add(Gauge.builder("copydesk.hosts.silent", silentHosts::get)
                .description("Hosts whose last exchange had no response")
                .tag("task", task)
                .register(registry));
    }

    /** Those of a task, in the registry of its application; of an application {@linkplain MeteredProducer without one} nothing is shown. */
    public static WatchMeters of(ProcessorContext<?, ?> context) {
        TopicMeters meters = MeteredProducer.metersOf(context.appConfigs());
        return new WatchMeters(
                meters == null ? null : meters.registry(), context.taskId().toString());
    }

    /** Whether anything is done with what is counted. */
    public boolean areShown() {
        return registry != null;
    }

    /**
     * The health of a feed changed.
     *
     * @param before {@code null} for a feed that was not watched
     * @param after {@code null} for one that is not watched any more
     */
    public void feed(@Nullable Health before, @Nullable Health after) {
        add(before, -1);
        add(after, 1);
    }

    private void add(@Nullable Health health, int change) {
        AtomicInteger count = health == null ? null : feeds.get(health);
        if (count != null) {
            count.addAndGet(change);
        }
    }

    /** A feed was silent or not, and is now or not. */
    public void silentFeed(boolean silentBefore, boolean silentNow) {
        silentFeeds.addAndGet((silentNow ? 1 : 0) - (silentBefore ? 1 : 0));
    }

    /** A feed had a lease at a hub or not, and has one now or not. */
    public void pushedFeed(boolean pushedBefore, boolean pushedNow) {
        pushedFeeds.addAndGet((pushedNow ? 1 : 0) - (pushedBefore ? 1 : 0));
    }

    /** The pages of a feed failed or not, and do now or not. */
    public void feedOfFailingPages(boolean failingBefore, boolean failingNow) {
        feedsOfFailingPages.addAndGet((failingNow ? 1 : 0) - (failingBefore ? 1 : 0));
    }

    /** A host gave its answers before or not, and gives them now or not. */
    public void host(boolean silentBefore, boolean silentNow) {
        silentHosts.addAndGet((silentNow ? 1 : 0) - (silentBefore ? 1 : 0));
    }

    /**
     * A feed is asked for.
     *
     * @param late milliseconds after the time that was planned
     */
    public void polled(long late) {
        if (delay != null) {
            delay.record(Duration.ofMillis(Math.max(0, late)));
        }
    }

    /** The task is another's from now on: its feeds and hosts are not counted here any more. */
    @Override
    public void close() {
        if (registry != null) {
            gauges.forEach(registry::remove);
        }
    }
}
