package io.copydesk.lab.simulation;

import io.copydesk.ingest.frontier.FrontierSettings;
import io.copydesk.schemas.FeedStatus;
import io.copydesk.schemas.JsonSerde;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongConsumer;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * What the frontier tells of feeds that fall silent: a real year in which nothing happens to them, for the false alarms, and the same year with each feed cut
 * off once, for the time until that is told.
 *
 * @param feeds of the trace
 * @param alarms false ones, in the year in which each feed goes on
 * @param cut feeds that were cut off with {@value #LEAST} items or more before
 * @param told of these, how many were told before the end of the year
 * @param hours from a feed's last item until its end was told, the median; infinite when fewer than half were told
 * @param overGap the median of the same over the feed's usual gap before, for each meaning of that
 * @param overGapFromEnd the same, from the moment at which a feed was cut off
 * @param hindsight the median over the same feeds of the second longest gap of their whole year, over the usual gap: no fixed time for each feed, even if the
 *     year were known, tells sooner and gives one false alarm at the most
 */
public record SilenceBench(
        int feeds,
        FalseAlarms alarms,
        int cut,
        int told,
        double hours,
        Map<UsualGap, Double> overGap,
        Map<UsualGap, Double> overGapFromEnd,
        Map<UsualGap, Double> hindsight) {

    /**
     * False alarms.
     *
     * @param all of them
     * @param severalFeeds feeds with more than one
     * @param besidePauses those before which a feed was not silent in one of the times in which nothing at all was observed
     * @param severalBesidePauses feeds with more than one of these
     */
    public record FalseAlarms(int all, int severalFeeds, int besidePauses, int severalBesidePauses) {}

    /** Items that a feed must have before it is cut off. */
    static final int LEAST = 12;

    private static final int WINDOW = 30;
    private static final Deserializer<FeedStatus> STATUS =
            JsonSerde.of(FeedStatus.class).deserializer();

    /**
     * Runs both years through the real topology, without pages.
     *
     * @param pauses times in which nothing at all was observed, of whatever feed
     */
    public static SilenceBench run(FeedTrace trace, List<FeedTrace.Pause> pauses, long seed, LongConsumer progress) {
        Alarms whole = Alarms.of(trace, seed, progress);
        FeedTrace cut = trace.cut(seed, LEAST);
        Alarms ended = Alarms.of(cut, seed, progress);
        List<Double> waits = new ArrayList<>();
        Map<UsualGap, List<Double>> over = lists();
        Map<UsualGap, List<Double>> fromEnd = lists();
        Map<UsualGap, List<Double>> hindsight = lists();
        Map<String, Long> ends = trace.ends(seed);
        int number = 0;
        for (Map.Entry<String, long[]> feed : cut.feeds().entrySet()) {
            long[] times = feed.getValue();
            List<Long> alarms = ended.of(number++);
            long[] year = Objects.requireNonNull(trace.feeds().get(feed.getKey()));
            if (times.length == year.length) {
                continue;
            }
            long last = times[times.length - 1];
            double wait = alarms.stream()
                    .filter(at -> at > last)
                    .findFirst()
                    .map(at -> (double) (at - last))
                    .orElse(Double.POSITIVE_INFINITY);
            double[] gaps = UsualGap.gaps(year);
            waits.add(wait / 3_600_000);
            double late = wait - (Objects.requireNonNull(ends.get(feed.getKey())) - last);
            fromEnd.forEach((gap, values) -> values.add(late / gap.of(times)));
            over.forEach((gap, values) -> values.add(wait / gap.of(times)));
            hindsight.forEach((gap, values) -> values.add(gaps[gaps.length - 2] / gap.of(times)));
        }
        return new SilenceBench(
                trace.feeds().size(),
                whole.judged(trace, pauses),
                waits.size(),
                (int) waits.stream().filter(Double::isFinite).count(),
                median(waits),
                medians(over),
                medians(fromEnd),
                medians(hindsight));
    }

    private static Map<UsualGap, List<Double>> lists() {
        Map<UsualGap, List<Double>> lists = new EnumMap<>(UsualGap.class);
        for (UsualGap gap : UsualGap.values()) {
            lists.put(gap, new ArrayList<>());
        }
        return lists;
    }

    private static Map<UsualGap, Double> medians(Map<UsualGap, List<Double>> lists) {
        Map<UsualGap, Double> medians = new EnumMap<>(UsualGap.class);
        lists.forEach((gap, values) -> medians.put(gap, median(values)));
        return medians;
    }

    private static double median(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
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

        /** Judges them as those of feeds that go on. */
        FalseAlarms judged(FeedTrace trace, List<FeedTrace.Pause> pauses) {
            List<Long> counts = new ArrayList<>();
            List<Long> beside = new ArrayList<>();
            int number = 0;
            for (long[] times : trace.feeds().values()) {
                List<Long> alarms = of(number++);
                counts.add((long) alarms.size());
                beside.add(alarms.stream()
                        .filter(at -> pauses.stream().noneMatch(pause -> silentIn(pause, times, at)))
                        .count());
            }
            return new FalseAlarms(sum(counts), several(counts), sum(beside), several(beside));
        }

        /** Whether a pause of all feeds lies between an alarm and the feed's last item before. */
        private static boolean silentIn(FeedTrace.Pause pause, long[] times, long alarm) {
            int next = Arrays.binarySearch(times, alarm);
            int last = next < 0 ? -next - 2 : next;
            return last >= 0 && pause.from() < alarm && pause.to() > times[last];
        }

        private static int sum(List<Long> counts) {
            return (int) counts.stream().mapToLong(Long::longValue).sum();
        }

        private static int several(List<Long> counts) {
            return (int) counts.stream().filter(count -> count > 1).count();
        }
    }
}
