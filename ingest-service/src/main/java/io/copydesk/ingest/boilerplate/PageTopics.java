package io.copydesk.ingest.boilerplate;

import io.copydesk.ingest.boilerplate.Candidate.Place;
import io.copydesk.ingest.boilerplate.PageLines.Line;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Decides whether a line is about the subject of its pages. The measure is the share of its words that the lines of the page
 * that are its alone, or its headline, have too, against the same share for those lines among each other: a paragraph of background that a
 * series repeats is about as close to its articles as their own paragraphs are, boilerplate is not. Words that more than half
 * of the pages have count less, those that all have not at all; so it needs no stop words.
 */
final class PageTopics {

    private static final int DOUBT = 2;

    /** What lines of a page have in common at least, for pages too short to tell. */
    private static final double LEAST_OWN = 0.1;

    /** What lines of a page have more in common with each other than with other pages at least, for pages too alike to tell. */
    private static final double LEAST_SUBJECT = 0.05;

    private final List<PageLines> pages;
    private final List<WordCounts> own;
    /** On how many pages a word occurs. */
    private final int[] spread = new int[Character.MAX_VALUE + 1];

    private final long[] near;
    private final double[] far;
    private final long[] all;

    /**
     * The topics of {@code pages}.
     *
     * @param shared the lines that do not tell what their page is about: mostly those that other pages have too
     */
    PageTopics(List<PageLines> pages, Predicate<Line> shared) {
        this.pages = pages;
        List<List<Line>> lines = pages.stream()
                .map(page ->
                        page.lines().stream().filter(line -> !shared.test(line)).toList())
                .toList();
        own = IntStream.range(0, pages.size())
                .mapToObj(p -> count(pages.get(p).title(), lines.get(p)))
                .toList();
        own.forEach(words -> words.forEachWord(word -> spread[word]++));
        near = new long[pages.size()];
        far = new double[pages.size()];
        all = new long[pages.size()];
        for (int p = 0; p < near.length; p++) {
            for (Line line : lines.get(p)) {
                for (char word : line.words()) {
                    int weight = weight(word);
                    int count = own.get(p).of(word);
                    all[p] += weight;
                    near[p] += count > 1 ? weight : 0;
                    far[p] += weight * onOthers(word, count > 0);
                }
            }
        }
    }

    /**
     * How close a repeated line is to its pages: 1 for as close as their own lines, 0 for nothing in common. A line of few
     * words is weak evidence, so {@value #DOUBT} words that are as close as any are added to it.
     */
    double closeness(Candidate line) {
        long hits = 0;
        long words = 0;
        long ownHits = 0;
        long ownWords = 0;
        for (Place place : line.places()) {
            int page = place.page();
            for (char word : pages.get(page).lines().get(place.line()).words()) {
                int weight = weight(word);
                words += weight;
                hits += own.get(page).of(word) > 0 ? weight : 0;
            }
            ownHits += near[page];
            ownWords += all[page];
        }
        double own = Math.max(LEAST_OWN, ownWords == 0 ? 0 : (double) ownHits / ownWords);
        double doubt = (double) DOUBT * pages.size() * line.places().size();
        return (hits + doubt * own) / (words + doubt) / own;
    }

    /**
     * How much lines are about the subject of the page that they stand on: 1 for as much as the page's own lines, 0 for no more than about those of
     * the other pages. What the language and the site talk about anyway cancels out. 1 when the own lines of the pages have no subject to tell.
     */
    double relevance(Candidate lines) {
        double hits = 0;
        double elsewhere = 0;
        double words = 0;
        double ownHits = 0;
        double ownElsewhere = 0;
        double ownWords = 0;
        for (Place place : lines.places()) {
            int page = place.page();
            for (char word : pages.get(page).lines().get(place.line()).words()) {
                int weight = weight(word);
                boolean own = this.own.get(page).of(word) > 0;
                words += weight;
                hits += own ? weight : 0;
                elsewhere += weight * onOthers(word, own);
            }
            ownHits += near[page];
            ownElsewhere += far[page];
            ownWords += all[page];
        }
        double subject = ownWords == 0 ? 0 : (ownHits - ownElsewhere) / ownWords;
        return subject < LEAST_SUBJECT || words == 0 ? 1 : (hits - elsewhere) / words / subject;
    }

    private int weight(char word) {
        return Math.min(pages.size(), 2 * (pages.size() - spread[word]));
    }

    /**
     * The share of the other pages that have a word.
     *
     * @param own whether the page itself has it
     */
    private double onOthers(char word, boolean own) {
        int others = spread[word] - (own ? 1 : 0);
        return pages.size() < 2 ? 0 : (double) others / (pages.size() - 1);
    }

    private static WordCounts count(char[] title, List<Line> lines) {
        int most = title.length
                + lines.stream().mapToInt(line -> line.words().length).sum();
        WordCounts counts = new WordCounts(most);
        for (char word : title) {
            counts.add(word);
        }
        for (Line line : lines) {
            for (char word : line.words()) {
                counts.add(word);
            }
        }
        return counts;
    }
}
