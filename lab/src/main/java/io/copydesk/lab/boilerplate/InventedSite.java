package io.copydesk.lab.boilerplate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * A site in a language of its own: boilerplate above, inside and below the text, and articles of many topics. Some articles
 * follow each other up and repeat paragraphs of background, some have several addresses, many have one of the same few
 * subheadings. Every page is a pure function of seed, site and number.
 */
final class InventedSite {

    private static final int SERIES = 6;

    /** The share of words that are the topic's; background says what it is about. */
    private static final double SUBJECT = 0.15;

    private static final double SUBJECT_OF_BACKGROUND = 0.25;

    private final Random random;
    private final String host;
    private final double noise;
    private final InventedLanguage language;
    private final List<BoilerplateLine> above = new ArrayList<>();
    private final List<BoilerplateLine> inside = new ArrayList<>();
    private final List<BoilerplateLine> below = new ArrayList<>();
    private final List<String> subheadings;
    private int fetches;

    InventedSite(long seed, int number, double noise) {
        random = new Random(seed * 1_000 + number);
        host = "www.site" + number + ".example";
        this.noise = noise;
        language = new InventedLanguage(random, number);
        List<String> words = language.words(150, 2);
        above.add(line(words, 1 + random.nextInt(2), 1, false));
        above.add(line(words, 6 + random.nextInt(4), 0.6, false, "%"));
        inside.add(line(words, 1 + random.nextInt(2), 1, false));
        inside.add(line(words, 12 + random.nextInt(10), 0.7, true));
        below.add(line(words, 14 + random.nextInt(8), 1, true, "#"));
        below.add(line(words, 30 + random.nextInt(12), 1, true));
        below.add(line(words, 2 + random.nextInt(3), 1, false));
        below.add(line(words, 8 + random.nextInt(5), 0.8, true, "@"));
        below.add(line(words, 10 + random.nextInt(5), 0.5, true));
        below.add(line(words, 5 + random.nextInt(3), 1, false));
        subheadings = List.of(label(), label(), label());
    }

    /**
     * The pages of {@code articles} articles in the order of their fetches: more than articles, for some have several
     * addresses.
     */
    List<InventedPage> pages(int articles) {
        List<InventedPage> pages = new ArrayList<>();
        List<String> topic = List.of();
        List<String> background = List.of();
        for (int i = 0; i < articles; i++) {
            int inSeries = i % (2 * SERIES);
            if (inSeries == 0 || inSeries > SERIES) {
                topic = language.words(14, 2);
                background = List.of(paragraph(topic, SUBJECT_OF_BACKGROUND), paragraph(topic, SUBJECT_OF_BACKGROUND));
            }
            List<String> paragraphs = paragraphs(topic);
            if (inSeries < SERIES) {
                paragraphs.add(random.nextBoolean() ? paragraphs.size() : paragraphs.size() / 2, background.get(0));
                paragraphs.add(background.get(1));
            }
            String headline = language.sentence(topic.subList(0, 4)) + " " + language.common();
            int addresses = random.nextInt(8) == 0 ? 5 : 1;
            for (int address = 0; address < addresses; address++) {
                pages.add(page("/" + i + "/" + address, headline, paragraphs));
            }
        }
        return pages;
    }

    private InventedPage page(String path, String headline, List<String> paragraphs) {
        List<String> body = new ArrayList<>(paragraphs);
        Set<String> boilerplate = new LinkedHashSet<>();
        for (BoilerplateLine line : inside) {
            addTo(body, 1 + random.nextInt(body.size() - 1), line, boilerplate);
        }
        for (int i = above.size() - 1; i >= 0; i--) {
            addTo(body, 0, above.get(i), boilerplate);
        }
        for (BoilerplateLine line : below) {
            addTo(body, body.size(), line, boilerplate);
        }
        StringBuilder html = new StringBuilder("<!doctype html><html><head><meta charset=utf-8><title>" + headline
                + "</title></head><body><article><h1>" + headline + "</h1>");
        body.forEach(line -> html.append("<p>").append(line).append("</p>\n"));
        html.append("</article></body></html>");
        return InventedPage.of(host, path, fetches++, html.toString(), Set.copyOf(paragraphs), boilerplate);
    }

    private void addTo(List<String> body, int at, BoilerplateLine line, Set<String> boilerplate) {
        if (random.nextDouble() < line.share()) {
            String text = line.text(language, random, noise);
            body.add(at, text);
            boilerplate.add(text);
        }
    }

    private List<String> paragraphs(List<String> topic) {
        List<String> paragraphs = new ArrayList<>();
        int count = 5 + random.nextInt(8);
        for (int i = 0; i < count; i++) {
            paragraphs.add(paragraph(topic, SUBJECT));
        }
        if (random.nextInt(3) == 0) {
            paragraphs.add(count / 2, subheadings.get(random.nextInt(subheadings.size())));
        }
        return paragraphs;
    }

    private String paragraph(List<String> topic, double share) {
        List<String> sentences = new ArrayList<>();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            sentences.add(language.sentence(8 + random.nextInt(18), topic, share));
        }
        return String.join(" ", sentences);
    }

    private String label() {
        return language.sentence(List.of(language.common(), language.common()));
    }

    private BoilerplateLine line(List<String> words, int length, double share, boolean stop, String... slots) {
        List<String> line = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            // Boilerplate has the language's common words too.
            line.add(i % 3 == 1 ? language.common() : words.get(random.nextInt(words.size())));
        }
        for (String slot : slots) {
            line.add(length / 2, slot);
        }
        return new BoilerplateLine(line, share, stop);
    }
}
