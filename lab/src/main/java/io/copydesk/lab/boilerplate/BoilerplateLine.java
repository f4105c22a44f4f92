package io.copydesk.lab.boilerplate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A line of a site's template.
 *
 * @param words its words; {@code #} is a counter, {@code @} a reader's name, {@code %} a date
 * @param share the share of the pages that have it, 0–1
 * @param stop whether it ends as a sentence does
 */
record BoilerplateLine(List<String> words, double share, boolean stop) {

    /** How the line reads on one page, each word changed with a probability of {@code noise}. */
    String text(InventedLanguage language, Random random, double noise) {
        List<String> text = new ArrayList<>();
        for (String word : words) {
            switch (word) {
                case "#" -> text.add(Integer.toString(1 + random.nextInt(900)));
                case "@" -> text.add(language.name());
                case "%" -> text.add((1 + random.nextInt(28)) + " " + words.get(0) + " 2031");
                default -> text.add(random.nextDouble() < noise ? language.common() : word);
            }
        }
        return language.sentence(text) + (stop ? "." : "");
    }
}
