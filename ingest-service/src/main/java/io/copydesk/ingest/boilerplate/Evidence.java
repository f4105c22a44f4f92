package io.copydesk.ingest.boilerplate;

import io.copydesk.ingest.boilerplate.Candidate.Place;
import io.copydesk.ingest.boilerplate.PageLines.Line;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * Decides which lines of a sample of pages are boilerplate. A pure function of the sample, with no list of phrases.
 *
 * <p>A line is boilerplate anywhere when it occurs on {@value #LEAST} or more distinct articles, on a tenth of them or more,
 * and is not about their subjects. What may be a heading must occur on half of them. A line on a twentieth of the
 * articles is boilerplate where it occurs beside boilerplate, or as a label at an end of the text.
 */
final class Evidence {

    static final int LEAST = 4;
    private static final double SHARE = 0.1;
    private static final double HALF = 0.5;
    private static final double SHARE_BESIDE = 0.05;
    private static final double CLOSE = 0.5;
    private static final double CLOSE_ON_HALF = 0.8;

    private final List<PageLines> pages;
    private final Wordings wordings;
    private final List<Candidate> candidates;
    private final Set<Long> repeated;
    private final PageTopics topics;
    private final Map<Candidate, Boolean> anywhere = new LinkedHashMap<>();

    private Evidence(List<PageLines> pages) {
        this.pages = pages;
        wordings = new Wordings(pages);
        candidates = wordings.repeated(LEAST);
        repeated = candidates.stream().map(c -> c.key().whole()).collect(Collectors.toSet());
        topics = new PageTopics(pages, line -> line.key().words() == 0 || isRepeated(line.key()));
        decideAnywhere();
        decideBeside();
    }

    /**
     * What {@code sample} teaches.
     *
     * @param text reads a line of a page of the sample, by their numbers
     */
    static LearnedSet learn(List<PageLines> sample, BiFunction<Integer, Integer, String> text) {
        List<Integer> distinct = Copies.distinct(sample);
        if (distinct.size() < LEAST) {
            return LearnedSet.NOTHING;
        }
        Evidence evidence = new Evidence(distinct.stream().map(sample::get).toList());
        return evidence.learned((page, line) -> text.apply(distinct.get(page), line));
    }

    private boolean isRepeated(LineKey key) {
        return repeated.contains(key.whole()) || wordings.exact(key) > 1;
    }

    private void decideAnywhere() {
        for (Candidate candidate : candidates) {
            if (candidate.mayBeHeading()
                    ? share(candidate) >= HALF
                    : share(candidate) >= SHARE && isOffTopic(candidate)) {
                anywhere.put(candidate, true);
            }
        }
    }

    /** Grows from what is boilerplate anywhere, until nothing is added; the order of the candidates does not matter. */
    private void decideBeside() {
        List<Candidate> open = candidates.stream()
                .filter(c -> !anywhere.containsKey(c) && share(c) >= SHARE_BESIDE && isOffTopic(c))
                .toList();
        List<Candidate> added;
        do {
            Set<Long> boilerplate =
                    anywhere.keySet().stream().map(c -> c.key().whole()).collect(Collectors.toCollection(HashSet::new));
            added = open.stream()
                    .filter(c -> !anywhere.containsKey(c) && isBeside(c, boilerplate))
                    .toList();
            added.forEach(c -> anywhere.put(c, false));
        } while (!added.isEmpty());
    }

    /** What may be a heading must be among the boilerplate that a text begins or ends with, or nearly always beside some. */
    private boolean isBeside(Candidate candidate, Set<Long> boilerplate) {
        int beside = 0;
        int atEnds = 0;
        for (Place place : candidate.places()) {
            List<Line> lines = pages.get(place.page()).lines();
            int before = place.line() - 1;
            while (before >= 0 && isOf(boilerplate, lines.get(before))) {
                before--;
            }
            int after = place.line() + 1;
            while (after < lines.size() && isOf(boilerplate, lines.get(after))) {
                after++;
            }
            atEnds += before < 0 || after == lines.size() ? 1 : 0;
            beside += before < place.line() - 1 || after > place.line() + 1 ? 1 : 0;
        }
        int places = candidate.places().size();
        return candidate.mayBeHeading()
                ? 2 * atEnds >= places || candidate.support() >= 2 * LEAST && 10 * beside >= 9 * places
                : 2 * beside >= places;
    }

    private static boolean isOf(Set<Long> boilerplate, Line line) {
        return boilerplate.contains(line.key().whole());
    }

    private boolean isOffTopic(Candidate candidate) {
        return topics.closeness(candidate) < (share(candidate) < HALF ? CLOSE : CLOSE_ON_HALF);
    }

    private double share(Candidate candidate) {
        return (double) candidate.support() / pages.size();
    }

    /** One line for all variants that one of them recognises. */
    private LearnedSet learned(BiFunction<Integer, Integer, String> text) {
        List<LearnedLine> lines = new ArrayList<>();
        LineIndex learnedAnywhere = new LineIndex(List.of());
        LineIndex learnedBeside = new LineIndex(List.of());
        anywhere.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Candidate, Boolean> e) -> !e.getValue())
                        .thenComparing(e -> -e.getKey().support())
                        .thenComparing(e -> -wordings.exact(e.getKey().key()))
                        .thenComparing(e -> e.getKey().key().whole()))
                .forEach(entry -> {
                    Candidate candidate = entry.getKey();
                    LineIndex same = entry.getValue() ? learnedAnywhere : learnedBeside;
                    if (lines.size() < LearnedSet.MOST
                            && same.find(candidate.key()).isEmpty()) {
                        Place place = candidate.places().get(0);
                        LearnedLine line = new LearnedLine(
                                shortened(text.apply(place.page(), place.line())),
                                candidate.key(),
                                entry.getValue(),
                                candidate.support(),
                                wordings.exact(candidate.key()));
                        lines.add(line);
                        same.add(line);
                    }
                });
        List<LearnedPlace> places = PlaceEvidence.find(pages, this::isRepeated).stream()
                .limit(LearnedSet.MOST_PLACES)
                .map(candidate -> place(candidate, text))
                .toList();
        return lines.isEmpty() && places.isEmpty() ? LearnedSet.NOTHING : new LearnedSet(pages.size(), lines, places);
    }

    private LearnedPlace place(Candidate candidate, BiFunction<Integer, Integer, String> text) {
        Place first = candidate.places().get(0);
        return new LearnedPlace(
                pages.get(first.page()).lines().get(first.line()).place(),
                shortened(text.apply(first.page(), first.line())),
                candidate.support());
    }

    private static String shortened(String text) {
        if (text.length() <= LearnedLine.MAX_TEXT) {
            return text;
        }
        int end = LearnedLine.MAX_TEXT - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
