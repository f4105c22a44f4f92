package io.copydesk.lab.seeded;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Sentences about a few invented events, each with names and words of its own. Not thread-safe. */
final class InventedText {

    private static final List<String> COMMON = List.of(
            "the", "of", "and", "in", "to", "a", "was", "on", "for", "after", "with", "that", "from", "before", "said",
            "were");
    private static final int SENTENCES = 6;
    private static final int WORDS = 12;

    private record Event(List<String> names, List<String> words) {}

    private final SplittableRandom random;
    private final List<Event> events = new ArrayList<>();
    private final List<String> rare = new ArrayList<>();

    /** @param events how many events there are */
    InventedText(SplittableRandom random, int events) {
        this.random = random;
        for (int i = 0; i < events; i++) {
            this.events.add(new Event(
                    words(4).map(InventedText::capital).toList(), words(10).toList()));
        }
        words(300).forEach(rare::add);
    }

    /** The sentences of an article about one of the events. */
    List<String> text() {
        return about(random.nextInt(events.size()), SENTENCES + random.nextInt(4));
    }

    /** The sentences of an article about all of the events. */
    List<String> joined() {
        List<String> sentences = new ArrayList<>();
        for (int event = 0; event < events.size(); event++) {
            sentences.addAll(about(event, SENTENCES));
        }
        return sentences;
    }

    /** A sentence that has nothing to do with the events. */
    String footer() {
        return capital(String.join(" ", words(14).toList())) + ".";
    }

    /** The same with one sentence replaced, dropped or added. */
    List<String> edited(List<String> sentences) {
        List<String> edited = new ArrayList<>(sentences);
        int at = random.nextInt(edited.size());
        String other = sentence(events.get(random.nextInt(events.size())));
        switch (random.nextInt(3)) {
            case 0 -> edited.set(at, other);
            case 1 -> edited.add(at, other);
            default -> {
                if (edited.size() > 2) {
                    edited.remove(at);
                } else {
                    edited.add(other);
                }
            }
        }
        return edited;
    }

    /** A headline for these sentences: how the first begins. */
    String headline(List<String> sentences) {
        List<String> words = List.of(sentences.get(0).split(" "));
        return String.join(" ", words.subList(0, Math.min(5, words.size())));
    }

    private List<String> about(int event, int sentences) {
        List<String> about = new ArrayList<>();
        for (int i = 0; i < sentences; i++) {
            about.add(sentence(events.get(event)));
        }
        return about;
    }

    private String sentence(Event event) {
        List<String> sentence = new ArrayList<>();
        sentence.add(any(event.names));
        for (int i = 0; i < WORDS; i++) {
            sentence.add(
                    switch (random.nextInt(8)) {
                        case 0 -> any(event.names);
                        case 1, 2 -> any(event.words);
                        case 3, 4 -> any(rare);
                        default -> any(COMMON);
                    });
        }
        return String.join(" ", sentence) + ".";
    }

    private Stream<String> words(int count) {
        return Stream.generate(this::word).limit(count);
    }

    private String word() {
        StringBuilder word = new StringBuilder();
        int syllables = 2 + random.nextInt(2);
        for (int i = 0; i < syllables; i++) {
            word.append("bdfgklmnprstvz".charAt(random.nextInt(14)))
                    .append("aeiou".charAt(random.nextInt(5)))
                    .append(random.nextInt(3) == 0 ? "n" : "");
        }
        return word.toString();
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private String any(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
