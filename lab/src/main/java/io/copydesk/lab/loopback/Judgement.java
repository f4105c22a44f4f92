package io.copydesk.lab.loopback;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which of a crawler's requests broke a rule of politeness, and which were needless. A request that repeats one whose outcome
 * may have been lost when the crawler was killed is neither; it is counted separately. For one thread.
 */
public final class Judgement {

    private static final long TOLERANCE = Duration.ofMillis(5).toNanos();

    /** An outcome is committed within this time, in nanoseconds. */
    private static final long UNSETTLED = Duration.ofSeconds(3).toNanos();

    /** What has said that it is gone is not asked again within this time, in nanoseconds. */
    private static final long LEFT_ALONE = Duration.ofHours(12).toNanos();

    private final Map<String, Integer> broken = new LinkedHashMap<>();
    private final List<String> examples = new ArrayList<>();
    private final List<Long> kills;
    private int needless;
    private int afterKills;

    private Judgement(List<Long> kills) {
        this.kills = kills;
        List.of("one-in-flight", "pause", "retry-after", "robots", "410", "301").forEach(rule -> broken.put(rule, 0));
    }

    /**
     * Judges the requests of one run.
     *
     * @param hostDelay the least time between the end of an exchange and the start of the next with the same host
     * @param crawlDelay the {@code Crawl-delay} of each host's robots.txt, zero without one
     * @param kills when the crawler was killed, by {@link System#nanoTime}
     */
    public static Judgement of(
            List<Visit> visits, Duration hostDelay, Function<String, Duration> crawlDelay, List<Long> kills) {
        Judgement judgement = new Judgement(kills);
        Map<String, List<Visit>> byHost = new HashMap<>();
        visits.forEach(visit -> byHost.computeIfAbsent(visit.authority(), unused -> new ArrayList<>())
                .add(visit));
        byHost.forEach((host, ofHost) -> {
            ofHost.sort(Comparator.comparingLong(Visit::start));
            judgement.host(ofHost, hostDelay.toNanos(), crawlDelay.apply(host).toNanos());
        });
        return judgement;
    }

    private void host(List<Visit> visits, long hostDelay, long crawlDelay) {
        Map<String, Visit> latest = new HashMap<>();
        Moves moves = new Moves();
        long delay = hostDelay;
        long end = Long.MIN_VALUE;
        long notBefore = Long.MIN_VALUE;
        for (Visit visit : visits) {
            if (end != Long.MIN_VALUE && visit.start() < end) {
                breach("one-in-flight", visit);
            } else if (end != Long.MIN_VALUE && visit.start() - end < delay - TOLERANCE) {
                breach("pause", visit);
            }
            if (notBefore != Long.MIN_VALUE && visit.start() < notBefore - TOLERANCE) {
                breach("retry-after", visit);
            }
            if (visit.path().startsWith("/private/")) {
                breach("robots", visit);
            }
            again(visit, latest.put(visit.path(), visit));
            Visit skipped = moves.skipped(visit);
            if (skipped != null) {
                repeated(visit, skipped, () -> breach("301", visit));
            }
            if (visit.path().equals("/robots.txt") && visit.status() == 200) {
                delay = Math.max(hostDelay, crawlDelay);
            }
            end = Math.max(end, visit.end());
            notBefore = visit.notBefore() > visit.start() ? visit.notBefore() : notBefore;
        }
    }

    /** @param before the request before it with the same path, {@code null} for the first */
    private void again(Visit visit, @Nullable Visit before) {
        if (before == null) {
            return;
        }
        if (before.status() == 410) {
            if (visit.start() - before.end() < LEFT_ALONE) {
                repeated(visit, before, () -> breach("410", visit));
            }
        } else if (before.status() / 100 < 4 && !before.path().endsWith(".xml")) {
            repeated(visit, before, () -> {
                needless++;
                examples.add("again " + visit.authority() + visit.path());
            });
        }
    }

    /** A request that repeats {@code before}: counted as what a kill explains, or else as {@code fault}. */
    private void repeated(Visit visit, Visit before, Runnable fault) {
        if (kills.stream()
                .anyMatch(kill -> before.start() < kill && kill < visit.start() && kill - before.end() < UNSETTLED)) {
            afterKills++;
        } else {
            fault.run();
        }
    }

    /** A permanent redirect of a feed is a rumour for weeks: its target is asked only when the old address leads there again. */
    private static final class Moves {
        private boolean moved;
        private boolean led;
        private @Nullable Visit target;

        /** The request for the target that this one repeats without having asked the old address, {@code null} without one. */
        @Nullable
        Visit skipped(Visit visit) {
            if (visit.status() == 301) {
                moved = true;
                led = true;
                return null;
            }
            if (!moved || !visit.path().endsWith(".xml")) {
                return null;
            }
            Visit before = led ? null : target;
            led = false;
            target = visit;
            return before;
        }
    }

    private void breach(String rule, Visit visit) {
        broken.merge(rule, 1, Integer::sum);
        examples.add(rule + " " + visit.authority() + visit.path());
    }

    /** How often each rule was broken. */
    public Map<String, Integer> broken() {
        return broken;
    }

    /** How often any rule was broken. */
    public int rulesBroken() {
        return broken.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Requests for a page or a robots.txt that the crawler had fetched and cannot have lost. */
    public int needless() {
        return needless;
    }

    /** Repeated requests whose first outcome may have been lost in a kill. */
    public int afterKills() {
        return afterKills;
    }

    /** One line for each request that was counted. */
    public List<String> examples() {
        return examples;
    }
}
