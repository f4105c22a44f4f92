package io.copydesk.enrich.features;

import io.copydesk.enrich.features.Term.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Finds what a text is about: names (written with a capital inside sentences), pairs of names that stand together, numbers, and
 * words, the longer the rarer. Headline and lead weigh more. Used for one text, by one thread.
 */
final class TermFinder {

    private static final int MOST = 48;
    private static final int STEM = 6;
    private static final int LEAD = 60;
    private static final double NAME = 1.5;
    private static final double NAME_PAIR = 2.2;
    private static final double NUMBER = 0.8;
    private static final double WORD = 0.9;
    private static final double HEADLINE = 2;
    private static final double IN_LEAD = 0.5;
    private static final double SCALE = 100;

    private final Set<String> stopWords;
    private final boolean capitalsAreNames;
    private final Map<String, Writing> writings = new HashMap<>();
    private final Map<String, Found> found = new HashMap<>();

    private TermFinder(String language) {
        stopWords = StopWords.of(language);
        // German writes every noun with a capital.
        capitalsAreNames = !language.equals("de");
    }

    /** The heaviest terms, sorted by their text. */
    static List<Term> find(String language, List<Word> headline, List<Word> body) {
        TermFinder finder = new TermFinder(language);
        List<Word> title =
                isTitleCase(headline) ? headline.stream().map(Word::asOpening).toList() : headline;
        finder.learnCapitals(title);
        finder.learnCapitals(body);
        finder.collect(title, true);
        finder.collect(body, false);
        return finder.heaviest();
    }

    private static boolean isTitleCase(List<Word> headline) {
        long lengthy = headline.stream().filter(w -> w.text().length() > 3).count();
        long capitals = headline.stream()
                .filter(w -> w.text().length() > 3 && w.capital())
                .count();
        return capitals > 0.6 * lengthy;
    }

    private void learnCapitals(List<Word> words) {
        for (Word word : words) {
            Writing writing = writings.computeIfAbsent(word.text(), t -> new Writing());
            writing.small += word.capital() ? 0 : 1;
            writing.capital += word.capital() && !word.opening() ? 1 : 0;
        }
    }

    private void collect(List<Word> words, boolean headline) {
        Word previous = null;
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            double bonus = headline ? HEADLINE : i < LEAD ? IN_LEAD : 0;
            if (word.number()) {
                if (tells(word.text())) {
                    add(word.text(), word.text(), Kind.NUMBER, NUMBER, bonus);
                }
                previous = null;
            } else if (isName(word)) {
                add(cut(word.text(), STEM + 1), shown(word), Kind.NAME, NAME, bonus);
                if (previous != null) {
                    String pair = previous.text() + " " + word.text();
                    add(pair, shown(previous) + " " + shown(word), Kind.NAME, NAME_PAIR, bonus);
                }
                previous = word;
            } else {
                previous = null;
                if (word.text().length() > 3 && !stopWords.contains(word.text())) {
                    double rarity =
                            WORD * (0.4 + 0.06 * Math.min(12, word.text().length()));
                    add(cut(word.text(), STEM), word.text(), Kind.WORD, rarity, bonus);
                }
            }
        }
        collectEastAsianPairs(words, headline);
    }

    /** Scripts without spaces and capitals: two characters together are a word. */
    private void collectEastAsianPairs(List<Word> words, boolean headline) {
        for (int i = 1; i < words.size(); i++) {
            String first = words.get(i - 1).text();
            String second = words.get(i).text();
            if (isHan(first) && isHan(second)) {
                add(first + second, first + second, Kind.WORD, WORD, headline ? HEADLINE : i < LEAD ? IN_LEAD : 0);
            }
        }
    }

    private static boolean isHan(String text) {
        return text.length() == 1 && text.charAt(0) >= 0x3400 && text.charAt(0) < 0xA000
                || text.length() == 1 && text.charAt(0) >= 0x30A0 && text.charAt(0) < 0x3100;
    }

    private boolean isName(Word word) {
        Writing writing = writings.get(word.text());
        return capitalsAreNames
                && word.capital()
                && word.text().length() > 1
                && writing.capital > 0
                && writing.capital >= writing.small
                && !stopWords.contains(word.text());
    }

    /** Years and small numbers stand everywhere. */
    private static boolean tells(String number) {
        boolean year = number.length() == 4 && (number.startsWith("19") || number.startsWith("20"));
        return number.length() >= 3 && !year;
    }

    private void add(String text, String shown, Kind kind, double weight, double bonus) {
        Found known = found.computeIfAbsent(kind + text, k -> new Found(text, shown, kind, weight));
        known.count++;
        known.bonus = Math.max(known.bonus, bonus);
    }

    private List<Term> heaviest() {
        List<Term> terms = new ArrayList<>();
        for (Found term : found.values()) {
            double weight = term.base * (1 + Math.log(term.count) + term.bonus);
            terms.add(new Term(term.text, term.shown, term.kind, (int) Math.max(1, Math.round(SCALE * weight))));
        }
        Comparator<Term> byText = Comparator.comparing(Term::text).thenComparing(Term::kind);
        return terms.stream()
                .sorted(Comparator.comparing(Term::weight).reversed().thenComparing(byText))
                .limit(MOST)
                .sorted(byText)
                .toList();
    }

    private static String cut(String text, int length) {
        return text.length() > length ? text.substring(0, length) : text;
    }

    private static String shown(Word name) {
        return name.text().substring(0, 1).toUpperCase(Locale.ROOT)
                + name.text().substring(1);
    }

    /** How often a word is written small, and with a capital that no sentence start explains. */
    private static final class Writing {
        private int small;
        private int capital;
    }

    private static final class Found {
        private final String text;
        private final String shown;
        private final Kind kind;
        private final double base;
        private int count;
        private double bonus;

        Found(String text, String shown, Kind kind, double base) {
            this.text = text;
            this.shown = shown;
            this.kind = kind;
            this.base = base;
        }
    }
}
