package io.copydesk.lab.boilerplate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * A site whose boilerplate no two pages have in common: titles of other articles, notes on authors, pitches of the day. Each kind has an element of
 * its own with a class that means nothing, and so have the leads, quotes and lists of facts of its articles. Every page is a pure function of seed,
 * site and number.
 */
final class PlacedSite {

    private static final double SUBJECT = 0.15;
    private static final double SUBJECT_OF_LEAD = 0.25;

    /** Words of what is no sentence. */
    private static final int LABEL = 3;

    private final Random random;
    private final String host;
    private final InventedLanguage language;
    private final List<Block> above = new ArrayList<>();
    private final List<Block> inside = new ArrayList<>();
    private final List<Block> below = new ArrayList<>();
    private final Block lead;
    private final Block quote;
    private final Block facts;
    private final Block crosshead;
    private final String text;
    private int fetches;

    /**
     * A kind of block.
     *
     * @param markup before and after a line of it
     * @param lines how many lines at most
     * @param words of a line, at least
     * @param share the share of the pages that have it, 0–1
     */
    private record Block(String[] markup, int lines, int words, double share) {

        String html(String line) {
            return markup[0] + line + markup[1] + "\n";
        }
    }

    PlacedSite(long seed, int number) {
        random = new Random(seed * 1_000 + number);
        host = "www.placed" + number + ".example";
        language = new InventedLanguage(random, number);
        text = className();
        lead = block("<p class=\"%s\">", "</p>", 1, 14, 0.9);
        quote = block("<blockquote class=\"%s\"><p>", "</p></blockquote>", 1, 10, 0.5);
        facts = block("<div class=\"%s\"><p>", "</p></div>", 2, 9, 0.4);
        crosshead = block("<p class=\"%s\">", "</p>", 1, LABEL, 0.6);
        above.add(block("<div class=\"%s\"><p>", "</p></div>", 1, 8, 0.7));
        above.add(block("<div class=\"%s\">", "</div>", 1, LABEL, 0.8));
        inside.add(block("<div class=\"%s\"><p>", "</p></div>", 1, 12, 0.8));
        inside.add(block("<div class=\"%s\"><p><a href=\"/x\">", "</a></p></div>", 1, 7, 0.6));
        below.add(block("<div class=\"%s\"><p>", "</p></div>", 1, 20, 1));
        below.add(block("<p class=\"%s\"><em>", "</em></p>", 1, 14, 0.9));
        below.add(block("<div class=\"%s\"><div><p>", "</p></div></div>", 3, 9, 0.8));
        below.add(block("<section class=\"%s\"><p>", "</p></section>", 2, 16, 0.5));
    }

    List<InventedPage> pages(int articles) {
        List<InventedPage> pages = new ArrayList<>();
        for (int i = 0; i < articles; i++) {
            pages.add(page(i));
        }
        return pages;
    }

    private InventedPage page(int number) {
        List<String> topic = language.words(14, 2);
        Set<String> own = new LinkedHashSet<>();
        Set<String> boilerplate = new LinkedHashSet<>();
        String headline = language.sentence(topic.subList(0, 4)) + " " + language.common();
        StringBuilder html = new StringBuilder("<!doctype html><html><head><meta charset=utf-8><title>" + headline
                + "</title></head><body><article class=\"post-" + (1_000 + number) + "\"><h1>" + headline + "</h1>");
        add(html, above, List.of(), boilerplate);
        add(html, List.of(lead), topic, own);
        html.append("<div class=\"").append(text).append("\">");
        int paragraphs = 6 + random.nextInt(7);
        int middle = 2 + random.nextInt(paragraphs - 3);
        for (int i = 0; i < paragraphs; i++) {
            if (i > 0 && random.nextInt(4) == 0 && random.nextDouble() < crosshead.share) {
                String label = language.sentence(List.of(language.common(), language.common()));
                own.add(label);
                html.append(crosshead.html(label));
            }
            if (i == middle) {
                add(html, List.of(quote), topic, own);
                add(html, inside, List.of(), boilerplate);
                add(html, List.of(facts), topic, own);
            }
            String paragraph = paragraph(topic);
            own.add(paragraph);
            html.append("<p>").append(paragraph).append("</p>\n");
        }
        html.append("</div>");
        add(html, below, List.of(), boilerplate);
        String path = "/" + number;
        html.append("</article></body></html>");
        return InventedPage.of(host, path, fetches++, html.toString(), own, boilerplate);
    }

    /** Adds what the page has of {@code blocks}; with no topic, each speaks of something else. */
    private void add(StringBuilder html, List<Block> blocks, List<String> topic, Set<String> to) {
        for (Block block : blocks) {
            if (random.nextDouble() >= block.share) {
                continue;
            }
            int lines = 1 + random.nextInt(block.lines);
            for (int i = 0; i < lines; i++) {
                List<String> about = topic.isEmpty() ? language.words(6, 2) : topic;
                String line = block.words <= LABEL
                        ? language.sentence(List.of(language.common(), about.get(0), language.common()))
                        : language.sentence(block.words + random.nextInt(8), about, SUBJECT_OF_LEAD);
                to.add(line);
                html.append(block.html(line));
            }
        }
    }

    private String paragraph(List<String> topic) {
        List<String> sentences = new ArrayList<>();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            sentences.add(language.sentence(8 + random.nextInt(18), topic, SUBJECT));
        }
        return String.join(" ", sentences);
    }

    private Block block(String before, String after, int lines, int words, double share) {
        return new Block(new String[] {before.formatted(className()), after}, lines, words, share);
    }

    private String className() {
        StringBuilder name = new StringBuilder("q");
        for (int i = 0; i < 5; i++) {
            name.append((char) ('a' + random.nextInt(26)));
        }
        return name.toString();
    }
}
