package io.copydesk.lab.boilerplate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An invented language: syllables of some script, words of syllables, frequent and rare ones as in real languages. Not
 * thread-safe, for it draws from one {@link Random}.
 */
final class InventedLanguage {

    /** Consonants and vowels by script; the last one writes no spaces. */
    private static final List<List<String>> SCRIPTS = List.of(
            List.of("b d f g k l m n p r s t v", "a e i o u"),
            List.of("br d k l ll m n nd p r s t tr z", "a á e é i o ö u ü"),
            List.of("б в г д к л м н п р с т", "а е и о у я"),
            List.of("β γ δ κ λ μ ν π ρ σ τ", "α ε η ι ο υ ω"),
            List.of(characters(0x4E00, 800), characters(0x5C00, 400)));

    private static final int FUNCTION_WORDS = 40;
    private static final int WORDS = 1_500;

    private final Random random;
    private final String[] onsets;
    private final String[] vowels;
    private final boolean spaced;
    private final List<String> function;
    private final List<String> words;

    InventedLanguage(Random random, int script) {
        this.random = random;
        List<String> letters = SCRIPTS.get(script % SCRIPTS.size());
        onsets = letters.get(0).split(" ");
        vowels = letters.get(1).split(" ");
        spaced = script % SCRIPTS.size() != SCRIPTS.size() - 1;
        function = words(FUNCTION_WORDS, 1);
        words = words(WORDS, 2);
    }

    /** {@code count} new words of {@code syllables} syllables or one more. */
    List<String> words(int count, int syllables) {
        return IntStream.range(0, count)
                .mapToObj(i -> word(syllables + random.nextInt(2)))
                .toList();
    }

    String name() {
        String word = word(2 + random.nextInt(2));
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    /** One of its common words, the earlier ones far more often. */
    String common() {
        return words.get((int) (WORDS * Math.pow(random.nextDouble(), 3)));
    }

    /**
     * A sentence.
     *
     * @param length number of words
     * @param subject what it is about
     * @param share how many of its words are about that, 0–1
     */
    String sentence(int length, List<String> subject, double share) {
        List<String> sentence = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            double draw = random.nextDouble();
            if (draw < share) {
                sentence.add(subject.get(random.nextInt(subject.size())));
            } else if (draw < share + 0.4) {
                sentence.add(function.get((int) (FUNCTION_WORDS * Math.pow(random.nextDouble(), 2))));
            } else {
                sentence.add(common());
            }
        }
        return sentence(sentence) + (spaced ? "." : "。");
    }

    /** Words in a row, the first with a capital, as the script writes them. */
    String sentence(List<String> words) {
        String text = words.stream().collect(Collectors.joining(spaced ? " " : ""));
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String characters(int from, int count) {
        return IntStream.range(from, from + count).mapToObj(Character::toString).collect(Collectors.joining(" "));
    }

    private String word(int syllables) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < syllables; i++) {
            word.append(onsets[random.nextInt(onsets.length)]).append(vowels[random.nextInt(vowels.length)]);
        }
        return word.toString();
    }
}
