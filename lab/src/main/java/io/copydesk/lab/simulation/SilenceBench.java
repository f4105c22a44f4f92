package io.copydesk.lab.simulation;

import io.copydesk.ingest.frontier.FrontierSettings;
import io.copydesk.schemas.FeedStatus;
import io.copydesk.schemas.JsonSerde;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.LongConsumer;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * What the frontier tells of feeds that fall silent: a real year in which nothing happens to them, for the false alarms, and the same year with each feed cut
 * off once, for the time until that is told.
 *
 * @param feeds of the trace
 * @param falseAlarms in the year in which each feed goes on; the outages of who observed them included
 * @param feedsWithSeveral feeds with more than one of these
 * @param cut feeds that were cut off with {@value #LEAST} items or more before
 * @param told of these, how many were told before the end of the year
 * @param overUsualGap the median of the time from the last item until it was told, over the feed's 90th percentile of the time between two items
 * @param overMeanGap the same over the mean
 */
public record SilenceBench(
        int feeds,
        int falseAlarms,
        int feedsWithSeveral,
        int cut,
        int told,
        OptionalDouble overUsualGap,
        OptionalDouble overMeanGap) {

    /** Items that a feed must have before it is cut off. */
    static final int LEAST = 12;

    private static final double USUAL = 0.9;
    private static final int WINDOW = 30;
    private static final Deserializer<FeedStatus> STATUS =
            JsonSerde.of(FeedStatus.class).deserializer();

    /** Runs both years through the real topology, without pages. */
    public static SilenceBench run(FeedTrace trace, long seed, LongConsumer progress) {
        Alarms whole = Alarms.of(trace, seed, progress);
        FeedTrace cut = trace.cut(seed, LEAST);
        Alarms ended = Alarms.of(cut, seed, progress);
        List<Double> usual = new ArrayList<>();
        List<Double> mean = new ArrayList<>();
        int cutFeeds = 0;
        int number = 0;
        for (Map.Entry<String, long[]> feed : cut.feeds().entrySet()) {
            long[] times = feed.getValue();
            List<Long> alarms = ended.of(number++);
            if (times.length == Objects.requireNonNull(trace.feeds().get(feed.getKey())).length) {
                continue;
            }
            cutFeeds++;
            long last = times[times.length - 1];
            alarms.stream().filter(at -> at > last).findFirst().ifPresent(at -> {
                double[] gaps = gaps(times);
                usual.add((at - last) / Math.max(1, gaps[(int) (gaps.length * USUAL)]));
                mean.add((at - last) / ((double) (last - times[0]) / gaps.length));
            });
        }
        return new SilenceBench(
                trace.feeds().size(),
                whole.byFeed.values().stream().mapToInt(List::size).sum(),
                (int) whole.byFeed.values().stream()
                        .filter(alarms -> alarms.size() > 1)
                        .count(),
                cutFeeds,
                usual.size(),
                median(usual),
                median(mean));
    }

    private static double[] gaps(long[] times) {
        double[] gaps = new double[times.length - 1];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = times[i + 1] - times[i];
        }
        Arrays.sort(gaps);
        return gaps;
    }

    private static OptionalDouble median(List<Double> values) {
        Collections.sort(values);
        return values.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(values.get(values.size() / 2));
    }

    /** When each feed was told to be silent, by its URL. */
    private record Alarms(List<String> urls, Map<String, List<Long>> byFeed) {

        static Alarms of(FeedTrace trace, long seed, LongConsumer progress) {
            SimulatedWeb web = SimulatedWeb.ofTrace(trace, seed, WINDOW, false);
            Map<String, List<Long>> alarms = new HashMap<>();
            Set<String> silent = new HashSet<>();
            new FrontierTrial(web, FrontierSettings.defaults(), (record, at) -> {
                        FeedStatus status = STATUS.deserialize("feed-status", record);
                        if (status.silentSince() == null) {
                            silent.remove(status.url());
                        } else if (silent.add(status.url())) {
                            alarms.computeIfAbsent(status.url(), url -> new ArrayList<>())
                                    .add(at);
                        }
                    })
                    .run(progress);
            return new Alarms(web.feeds.stream().map(feed -> feed.url).toList(), alarms);
        }

        List<Long> of(int number) {
            return byFeed.getOrDefault(urls.get(number), List.of());
        }
    }
}
