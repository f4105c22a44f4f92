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
 * Reports of invented verdicts in Chinese and in English, two of each verdict in each language, whose people have Chinese names. Nothing was chosen on them.
 * A function of the seed. Immutable.
 */
public final class InventedTrials {

    private static final Instant START = Instant.parse("2031-05-05T06:00:00Z");
    private static final int VERDICTS = 20;
    private static final int REPORTS = 2;

    /** In characters, and spelled. */
    private final List<List<String>> people = new ArrayList<>();

    /** By language: for each sentence its wordings. */
    private final Map<String, List<List<String>>> sentences = new LinkedHashMap<>();

    private final long seed;

    /** Reports that the seed alone decides. */
    public InventedTrials(long seed) {
        this.seed = seed;
        List<List<String>> language = new ArrayList<>();
        for (String line : ResourceLines.of(InventedTrials.class, "invented-trials.txt")) {
            if (line.startsWith("& ")) {
                people.add(List.of(line.substring(2).split(" ", 2)));
            } else if (line.startsWith("= ")) {
                language = new ArrayList<>();
                sentences.put(line.substring(2), language);
            } else {
                language.add(List.of(line.split(" \\| ")));
            }
        }
    }

    /** Twenty verdicts within four weeks, each an event. */
    public List<Report> verdicts() {
        Random random = new Random(seed);
        List<Report> reports = new ArrayList<>();
        for (int event = 0; event < VERDICTS; event++) {
            List<List<String>> drawn = new ArrayList<>(people);
            Collections.shuffle(drawn, random);
            int months = 12 + random.nextInt(80);
            int loot = 1_100 + random.nextInt(8_000);
            int spelling = 0;
            for (String language : sentences.keySet()) {
                Map<String, String> facts = new HashMap<>();
                facts.put("%1", drawn.get(0).get(spelling));
                facts.put("%2", drawn.get(1).get(spelling));
                facts.put("%N", Integer.toString(months));
                facts.put("%M", Integer.toString(loot));
                for (int i = 0; i < REPORTS; i++) {
                    reports.add(report(event, language, facts, random));
                }
                spelling++;
            }
        }
        return reports;
    }

    private Report report(int event, String language, Map<String, String> facts, Random random) {
        List<String> told = new ArrayList<>();
        for (List<String> wordings : sentences.getOrDefault(language, List.of())) {
            boolean always = wordings.get(0).startsWith("!");
            String wording = wordings.get(random.nextInt(wordings.size()));
            if (always || random.nextInt(4) > 0) {
                told.add(InventedAffairs.told(wording.replace("!", ""), facts));
            }
        }
        Instant time = START.plus(Duration.ofHours(event * 28L * 24 / VERDICTS + random.nextInt(24)));
        String id = "trial-" + event + "-" + random.nextInt(Integer.MAX_VALUE);
        String site = "paper" + random.nextInt(40) + ".example";
        return new Report(
                event, InventedEvents.article(id, site, language, told.get(0), told.subList(1, told.size()), time));
    }
}
