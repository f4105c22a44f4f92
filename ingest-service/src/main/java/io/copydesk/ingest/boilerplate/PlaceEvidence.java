package io.copydesk.ingest.boilerplate;

import io.copydesk.ingest.boilerplate.Candidate.Place;
import io.copydesk.ingest.boilerplate.PageLines.Line;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Decides which places of a site's pages hold boilerplate, also when it reads differently on each page: lists of other articles, notes on authors,
 * changing pitches. A pure function of the sample.
 *
 * <p>Most of the text of a site stands in one place, its main one. Another place holds boilerplate when it has text on {@value Evidence#LEAST} or more distinct
 * articles and on a fifth of them or more, never much of an article's text, and what it says is not about the subjects of the articles as their main
 * text tells them. Leads, quotes and boxes with facts stand in places of their own as well, but speak of the subject.
 */
final class PlaceEvidence {

    private static final double SHARE = 0.2;
    /** Least share of the words that the main place holds. */
    private static final double MAIN = 0.5;
    /** Of an article's words, no more are in a place of boilerplate. */
    private static final double MUCH = 0.34;
    /** Share of the articles with the place that may have more in it. */
    private static final double EXCEPTIONS = 0.1;

    /** {@link PageTopics#relevance} from which on a place speaks of the subject. */
    private static final double RELEVANT = 0.35;

    /** Titles of other articles may be about the same. */
    private static final double RELEVANT_LINKS = 0.6;

    /** What is as short as a heading may be one, unless nearly all of it stands above or below the main text. */
    private static final double OUTSIDE = 0.9;

    /** Least number of longer words in all, to judge by. */
    private static final int WORDS = 24;

    private final List<PageLines> pages;
    private final int main;
    private final Map<Integer, Candidate> others = new TreeMap<>();

    private PlaceEvidence(List<PageLines> pages, int main) {
        this.pages = pages;
        this.main = main;
        for (int page = 0; page < pages.size(); page++) {
            List<Line> lines = pages.get(page).lines();
            for (int i = 0; i < lines.size(); i++) {
                Line line = lines.get(i);
                if (isOther(line) && line.key().words() > 0) {
                    others.computeIfAbsent(line.place(), place -> new Candidate(line))
                            .add(new Place(page, i));
                }
            }
        }
    }

    /**
     * The places that hold boilerplate on {@code pages}, those on most articles first.
     *
     * @param repeated whether a line reads as one of another page does: such a line tells nothing of its article's subject
     */
    static List<Candidate> find(List<PageLines> pages, Predicate<LineKey> repeated) {
        return mainPlace(pages)
                .map(main -> new PlaceEvidence(pages, main).found(repeated))
                .orElse(List.of());
    }

    /** The place with most of the words; empty when none has half of them. */
    private static Optional<Integer> mainPlace(List<PageLines> pages) {
        Map<Integer, Long> words = new TreeMap<>();
        pages.forEach(page -> page.lines()
                .forEach(line -> words.merge(line.place(), (long) line.key().words(), Long::sum)));
        long all = words.values().stream().mapToLong(Long::longValue).sum();
        return words.entrySet().stream()
                .filter(entry -> entry.getKey() != PageLines.NO_PLACE && entry.getValue() >= MAIN * all)
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
    }

    private List<Candidate> found(Predicate<LineKey> repeated) {
        List<Candidate> possible = new ArrayList<>();
        for (Candidate place : others.values()) {
            if (place.support() >= Evidence.LEAST && place.support() >= SHARE * pages.size() && isSmall(place)) {
                possible.add(place);
            }
        }
        if (possible.isEmpty()) {
            return possible;
        }
        PageTopics topics = new PageTopics(pages, line -> line.place() != main || repeated.test(line.key()));
        possible.removeIf(place -> !isOffTopic(place, topics));
        possible.sort(Comparator.comparing(place -> -place.support()));
        return possible;
    }

    private boolean isOffTopic(Candidate candidate, PageTopics topics) {
        List<Line> lines = candidate.places().stream()
                .map(place -> pages.get(place.page()).lines().get(place.line()))
                .toList();
        boolean linked = isLinked(lines.get(0).place());
        long labels = lines.stream().filter(Line::label).count();
        int words = lines.stream().mapToInt(line -> line.words().length).sum();
        boolean tells = linked || words >= WORDS && (2 * labels <= lines.size() || isOutside(candidate));
        return tells && topics.relevance(candidate) < (linked ? RELEVANT_LINKS : RELEVANT);
    }

    /** Whether nearly all lines of the place stand above the main text of their page or below it. */
    private boolean isOutside(Candidate candidate) {
        long outside = candidate.places().stream()
                .filter(place -> {
                    List<Line> lines = pages.get(place.page()).lines();
                    return lines.subList(0, place.line()).stream().noneMatch(line -> line.place() == main)
                            || lines.subList(place.line(), lines.size()).stream()
                                    .noneMatch(line -> line.place() == main);
                })
                .count();
        return outside >= OUTSIDE * candidate.places().size();
    }

    /** The numbers of places for texts that are all link are odd. */
    private static boolean isLinked(int place) {
        return (place & 1) == 1;
    }

    /** Whether the place holds little of nearly all articles that have it. */
    private boolean isSmall(Candidate candidate) {
        long[] words = new long[pages.size()];
        for (Place place : candidate.places()) {
            words[place.page()] += words(pages.get(place.page()).lines().get(place.line()));
        }
        int large = 0;
        for (int page = 0; page < words.length; page++) {
            long all = pages.get(page).lines().stream()
                    .mapToLong(PlaceEvidence::words)
                    .sum();
            large += words[page] > MUCH * all ? 1 : 0;
        }
        return large <= EXCEPTIONS * candidate.support();
    }

    private boolean isOther(Line line) {
        return line.place() != PageLines.NO_PLACE && line.place() != main;
    }

    private static long words(Line line) {
        return line.key().words();
    }
}
