package io.copydesk.ingest.clean;

import io.copydesk.ingest.page.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Articles of invented words, each about something of its own, on a site with boilerplate that no phrase list knows. */
final class InventedTexts {

    static final String PITCH = "Morabel tuvanish oru lestima panderol quisto vemba halorin dasque murite felando.";
    static final String CLOSING =
            "Zelamo krith vandero issul tamerine poqua delvish ronatel girumo paxene soltira wembly.";

    private static final List<String> SYLLABLES =
            List.of("ba", "de", "fi", "go", "ku", "la", "me", "ni", "po", "ra", "se", "ti", "vo", "zu");

    private InventedTexts() {}

    /** The {@code number}-th article of the site, with both boilerplate lines below it. */
    static Page page(int number) {
        List<String> paragraphs = paragraphs(number);
        paragraphs.add(PITCH);
        paragraphs.add(CLOSING);
        return page("i" + number, "/" + number, number, paragraphs);
    }

    static Page page(String inputId, String path, int minute, List<String> paragraphs) {
        return Pages.html(
                inputId,
                "https://www.lanternpost.example" + path,
                minute,
                "About " + paragraphs.get(0).split(" ")[0] + " and "
                        + paragraphs.get(1).split(" ")[1],
                paragraphs.toArray(String[]::new));
    }

    /** The {@code number}-th article, with a note below it that no other page has, in an element of its own. */
    static Page placed(int number) {
        return placed("p" + number, number, note(number));
    }

    /** The same at another time, with another note. */
    static Page placed(String inputId, int number, String note) {
        String headline = "About " + String.join(" ", topic(number).subList(0, 2));
        return Pages.response(
                inputId,
                "https://www.lanternpost.example/placed/" + number,
                number,
                200,
                "<!doctype html><html lang=en><title>" + headline + "</title><article><h1>" + headline
                        + "</h1><div class=qt><p>" + String.join("</p><p>", paragraphs(number))
                        + "</p></div><div class=qn><p>" + note + "</p></div></article>");
    }

    /** A text that speaks of something else than all articles. */
    static String note(int number) {
        return background(5_000 + number);
    }

    /** The paragraphs of the {@code number}-th article, about a topic of its own. */
    static List<String> paragraphs(int number) {
        return paragraphs(number, number);
    }

    /** The paragraphs of the {@code number}-th article, about {@code topic}. */
    static List<String> paragraphs(int number, int topic) {
        Random random = new Random(number);
        List<String> words = topic(topic);
        List<String> paragraphs = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            paragraphs.add(paragraph(random, words));
        }
        return paragraphs;
    }

    /** A paragraph about {@code topic} that no article has. */
    static String background(int topic) {
        return paragraph(new Random(topic + 1_000_000), topic(topic));
    }

    private static List<String> topic(int topic) {
        Random random = new Random(topic + 2_000_000);
        return IntStream.range(0, 12).mapToObj(i -> word(random)).toList();
    }

    private static String paragraph(Random random, List<String> topic) {
        String words = IntStream.range(0, 25)
                .mapToObj(i -> random.nextInt(4) == 0 ? topic.get(random.nextInt(topic.size())) : word(random))
                .collect(Collectors.joining(" "));
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
    }

    private static String word(Random random) {
        return IntStream.range(0, 2 + random.nextInt(2))
                .mapToObj(i -> SYLLABLES.get(random.nextInt(SYLLABLES.size())))
                .collect(Collectors.joining());
    }
}
