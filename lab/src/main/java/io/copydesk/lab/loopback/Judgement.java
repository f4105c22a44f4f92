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
        Map<String, Visit> followed = new HashMap<>();
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
            again(visit, latest.put(visit.path(), visit), followed.remove(visit.path()));
            if (visit.status() == 200 && visit.path().endsWith(".xml")) {
                latest.values().stream()
                        .filter(moved -> moved.status() == 301)
                        .forEach(moved -> followed.putIfAbsent(moved.path(), visit));
            }
            if (visit.path().equals("/robots.txt") && visit.status() == 200) {
                delay = Math.max(hostDelay, crawlDelay);
            }
            end = Math.max(end, visit.end());
            notBefore = visit.notBefore() > visit.start() ? visit.notBefore() : notBefore;
        }
    }

    /**
     * @param before the request before it with the same path, {@code null} for the first
     * @param followed the first response of the URL that {@code before} redirected to, {@code null} without one: a permanent
     *     redirect is obeyed only after that
     */
    private void again(Visit visit, @Nullable Visit before, @Nullable Visit followed) {
        if (before == null) {
            return;
        }
        boolean once = before.status() == 410
                || before.status() == 301
                || before.status() / 100 < 4 && !before.path().endsWith(".xml");
        if (!once) {
            return;
        }
        long known = before.status() != 301 ? before.end() : followed == null ? visit.start() : followed.end();
        if (kills.stream()
                .anyMatch(kill -> before.start() < kill && kill < visit.start() && kill - known < UNSETTLED)) {
            afterKills++;
        } else if (before.status() == 410 || before.status() == 301) {
            breach(Integer.toString(before.status()), visit);
        } else {
            needless++;
            examples.add("again " + visit.authority() + visit.path());
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
