package io.copydesk.lab.loopback;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What of a visitor's requests was against the rules, and what was needless. A request that repeats one whose outcome may have
 * been lost when the visitor was killed is neither; it is counted by itself. For one thread.
 */
public final class Judgement {

    private static final long TOLERANCE = Duration.ofMillis(5).toNanos();

    /** An outcome is written down for good within this time. */
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
     * Judges.
     *
     * @param hostDelay between the end of an exchange and the start of the next with the same host
     * @param crawlDelay what each host's robots.txt asks for, zero for nothing
     * @param kills when the visitor was killed, by {@link System#nanoTime}
     */
    public static Judgement of(
            List<Visit> visits, Duration hostDelay, Function<String, Duration> crawlDelay, List<Long> kills) {
        Judgement judgement = new Judgement(kills);
        Map<String, List<Visit>> byHost = new HashMap<>();
        visits.forEach(visit -> byHost.computeIfAbsent(visit.authority(), unused -> new ArrayList<>())
                .add(visit));
        byHost.forEach((host, its) -> {
            its.sort(Comparator.comparingLong(Visit::start));
            judgement.host(its, hostDelay.toNanos(), crawlDelay.apply(host).toNanos());
        });
        return judgement;
    }

    private void host(List<Visit> visits, long hostDelay, long crawlDelay) {
        Map<String, Visit> had = new HashMap<>();
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
            again(visit, had.put(visit.path(), visit), followed.remove(visit.path()));
            if (visit.status() == 200 && visit.path().endsWith(".xml")) {
                had.values().stream()
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
     * @param followed the first answer from where {@code before} had moved to: only then is a move believed
     */
    private void again(Visit visit, Visit before, Visit followed) {
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

    /** Requests for a page or a robots.txt that the visitor had and cannot have lost. */
    public int needless() {
        return needless;
    }

    /** Repeated requests whose first outcome may have been lost in a kill. */
    public int afterKills() {
        return afterKills;
    }

    /** What was counted, one line each. */
    public List<String> examples() {
        return examples;
    }
}
