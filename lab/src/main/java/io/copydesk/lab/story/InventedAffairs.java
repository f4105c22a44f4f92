package io.copydesk.lab.story;

import io.copydesk.extraction.resource.ResourceLines;
import io.copydesk.lab.story.InventedEvents.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Reports of invented events on which nothing was chosen, with other sentences than {@link InventedEvents}: verdicts of one court, what
 * happens to one club, and disasters that develop over three days and are one event each. Each is a function of the seed. Immutable.
 */
public final class InventedAffairs {

    private static final Instant START = Instant.parse("2031-05-05T06:00:00Z");
    private static final int REPORTS = 4;

    private final String language;
    private final long seed;
    private final Map<String, Map<String, List<List<String>>>> sets;

    /** Reports in English. */
    public InventedAffairs(long seed) {
        this("en", seed);
    }

    /** @param language {@code en}, {@code ja} or {@code zh} */
    public InventedAffairs(String language, long seed) {
        this.language = language;
        this.seed = seed;
        sets = read("invented-affairs." + language + ".txt");
    }

    /** Forty matches of one league within four weeks, in which each club meets others; not in English, which {@link InventedEvents} has. */
    public List<Report> matches() {
        Random random = new Random(seed);
        List<Report> reports = new ArrayList<>();
        for (int event = 0; event < 40; event++) {
            Map<String, String> facts = facts(random, "");
            List<String> clubs = shuffled(names("clubs"), random);
            facts.put("%H", clubs.get(0));
            facts.put("%A", clubs.get(1));
            facts.put("%E", Integer.toString(2 + random.nextInt(4)));
            facts.put("%F", Integer.toString(random.nextInt(2)));
            Instant day = START.plus(Duration.ofDays(7L * (event / 10) + event % 2));
            report(reports, event, day, sentences("matches", "match"), facts, random);
        }
        return reports;
    }

    /** Thirty verdicts of one court within four weeks, each an event. */
    public List<Report> verdicts() {
        Random random = new Random(seed);
        List<Report> reports = new ArrayList<>();
        for (int event = 0; event < 30; event++) {
            Instant day = START.plus(Duration.ofDays(event * 28L / 30));
            report(reports, event, day, sentences("verdicts", "verdict"), facts(random, "Stavenmouth"), random);
        }
        return reports;
    }

    /** Sixteen events of one club, three days apart: people come and go, and a stand is closed. */
    public List<Report> club() {
        Random random = new Random(seed);
        List<Report> reports = new ArrayList<>();
        List<String> kinds = List.copyOf(sets.getOrDefault("club", Map.of()).keySet());
        for (int event = 0; event < 16; event++) {
            Instant day = START.plus(Duration.ofDays(3L * event));
            String kind = kinds.get(event % kinds.size());
            report(reports, event, day, sentences("club", kind), facts(random, "Brackmoor"), random);
        }
        return reports;
    }

    /** Eight sinkings of a ferry a week apart, of which new victims and then a denial are told on the following days: an event each. */
    public List<Report> ferries() {
        Random random = new Random(seed);
        List<Report> reports = new ArrayList<>();
        List<String> ships = names("subjects");
        for (int event = 0; event < ships.size(); event++) {
            Map<String, String> facts = facts(random, ships.get(event));
            int dead = 11 + random.nextInt(30);
            Instant day = START.plus(Duration.ofDays(7L * event));
            for (String phase : sets.getOrDefault("ferries", Map.of()).keySet()) {
                facts.put("%G", Integer.toString(dead));
                report(reports, event, day, sentences("ferries", phase), facts, random);
                dead += phase.equals("sunk") ? 3 + random.nextInt(20) : 0;
                day = day.plus(Duration.ofDays(1));
            }
        }
        return reports;
    }

    private List<List<String>> sentences(String set, String event) {
        return sets.getOrDefault(set, Map.of()).getOrDefault(event, List.of());
    }

    private Map<String, String> facts(Random random, String subject) {
        List<String> people = shuffled(names("people"), random);
        List<String> towns = shuffled(names("towns"), random);
        Map<String, String> facts = new HashMap<>();
        for (int i = 0; i < 3; i++) {
            facts.put("%" + (i + 1), people.get(i));
        }
        facts.put("%T", towns.get(0));
        facts.put("%U", towns.get(1));
        facts.put("%N", Integer.toString(12 + random.nextInt(80)));
        facts.put("%M", Integer.toString(1_100 + random.nextInt(8_000)));
        facts.put("%S", subject);
        return facts;
    }

    private List<String> names(String list) {
        return sentences("&", list).get(0);
    }

    private void report(
            List<Report> reports,
            int event,
            Instant day,
            List<List<String>> sentences,
            Map<String, String> facts,
            Random random) {
        for (int i = 0; i < REPORTS; i++) {
            String headline = told(sentences.get(0), facts, random);
            List<String> body = new ArrayList<>();
            for (List<String> wordings : sentences.subList(1, sentences.size())) {
                if (body.isEmpty() || random.nextInt(4) > 0) {
                    body.add(told(wordings, facts, random));
                }
            }
            Instant time = day.plus(Duration.ofMinutes(random.nextInt(24 * 60)));
            String id = "affair-" + event + "-" + reports.size();
            String site = "paper" + random.nextInt(40) + ".example";
            reports.add(new Report(event, InventedEvents.article(id, site, language, headline, body, time)));
        }
    }

    private static String told(List<String> wordings, Map<String, String> facts, Random random) {
        return told(wordings.get(random.nextInt(wordings.size())), facts);
    }

    /** A wording with facts in their places. */
    static String told(String wording, Map<String, String> facts) {
        String told = wording;
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            told = told.replace(fact.getKey(), fact.getValue());
        }
        return told;
    }

    private static List<String> shuffled(List<String> names, Random random) {
        List<String> shuffled = new ArrayList<>(names);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    /** By set and event, in the order of the file: for each sentence its wordings. */
    private static Map<String, Map<String, List<List<String>>>> read(String file) {
        Map<String, Map<String, List<List<String>>>> sets = new LinkedHashMap<>();
        Map<String, List<List<String>>> set = new LinkedHashMap<>();
        List<List<String>> event = new ArrayList<>();
        for (String line : ResourceLines.of(InventedAffairs.class, file)) {
            if (line.startsWith("& ")) {
                int end = line.indexOf(' ', 2);
                sets.computeIfAbsent("&", key -> new LinkedHashMap<>())
                        .put(line.substring(2, end), List.of(wordings(line.substring(end + 1))));
            } else if (line.startsWith("= ")) {
                set = new LinkedHashMap<>();
                sets.put(line.substring(2), set);
            } else if (line.startsWith("+ ")) {
                event = new ArrayList<>();
                set.put(line.substring(2), event);
            } else {
                event.add(wordings(line));
            }
        }
        return Collections.unmodifiableMap(sets);
    }

    private static List<String> wordings(String line) {
        return List.of(line.split(" \\| "));
    }
}
