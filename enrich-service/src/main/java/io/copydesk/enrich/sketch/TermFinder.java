package io.copydesk.enrich.sketch;

import io.copydesk.enrich.sketch.Term.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the terms of a text: names (written with a capital inside sentences), numbers, and words; weighted by count, rarity and
 * position: headline and lead weigh more. For one text, by one thread.
 */
final class TermFinder {

    private static final int MOST = 40;
    private static final int LEAD = 60;
    private static final int LONGEST_FIRST_LINE = 25;
    private static final int SHORTEST = 3;
    private static final double NAME = 1.6;
    private static final double NUMBER = 0.9;
    private static final double EAST_ASIAN_PAIR = 0.6;
    private static final double LEAST_RARITY = 0.1;
    private static final double HEADLINE = 3;
    private static final double FIRST_LINE = 2;
    private static final double IN_LEAD = 1.5;
    private static final double SCALE = 100;
    private static final double UNKNOWN = -1;

    /** Least rarity of a word, and the rarity of a number, among what a lead says. */
    private static final double LEAST_IN_LEAD = 0.2;

    private static final double NUMBER_IN_LEAD = 0.6;

    private static final Comparator<Found> HEAVIEST = Comparator.comparingInt((Found term) -> -term.weight)
            .thenComparing(term -> term.text)
            .thenComparing(term -> term.kind);

    private final WordSet stopWords;
    private final boolean english;
    private final boolean capitalsAreNames;
    private final Map<String, Writing> writings = new HashMap<>();
    private final Map<String, Found> found = new HashMap<>();
    private final Lead.Builder lead = new Lead.Builder();

    private TermFinder(String language) {
        stopWords = StopWords.of(language);
        english = language.equals("en") || language.equals("und");
        // German writes every noun with a capital.
        capitalsAreNames = !language.equals("de");
    }

    /**
     * What a text has in particular.
     *
     * @param terms the heaviest terms, sorted by their text
     */
    record Particulars(List<Term> terms, Lead lead) {}

    /**
     * Reads a text.
     *
     * @param firstLine how many words the first line of the body has, 0 when it is the only one; it takes the place of a headline
     */
    static Particulars find(String language, List<Word> headline, List<Word> body, int firstLine) {
        TermFinder finder = new TermFinder(language);
        List<Word> title =
                isTitleCase(headline) ? headline.stream().map(Word::asOpening).toList() : headline;
        Writing[] ofTitle = finder.learnCapitals(title);
        Writing[] ofBody = finder.learnCapitals(body);
        finder.collect(title, ofTitle, title.size(), HEADLINE);
        finder.collect(body, ofBody, title.isEmpty() ? Math.min(firstLine, LONGEST_FIRST_LINE) : 0, FIRST_LINE);
        finder.readLead(title, ofTitle, title.size());
        finder.readLead(body, ofBody, title.isEmpty() ? Lead.WORDS_WITHOUT_HEADLINE : Lead.WORDS);
        List<Term> terms = finder.heaviest();
        terms.addAll(finder.across(language, body, ofBody));
        terms.sort(Comparator.comparing(Term::text).thenComparing(Term::kind));
        return new Particulars(terms, finder.lead.build());
    }

    /** @param inLead how many of the words are in the lead */
    private void readLead(List<Word> words, Writing[] writings, int inLead) {
        for (int i = 0; i < writings.length; i++) {
            Word word = words.get(i);
            Writing writing = writings[i];
            if (i >= inLead && writing.isListed) {
                continue;
            }
            if (word.number()) {
                list(writing, word.text(), true, NUMBER_IN_LEAD, i < inLead);
            } else if (isName(word, writing)) {
                list(writing, writing.cut(), true, writing.rarity(english, true), i < inLead);
            } else if (word.text().length() >= SHORTEST
                    && (english || !writing.isStopWord(stopWords))
                    && writing.rarity(english, false) >= LEAST_IN_LEAD) {
                list(writing, writing.cut(), false, writing.rarity(english, false), i < inLead);
            }
        }
    }

    private void list(Writing writing, String text, boolean specific, double rarity, boolean inLead) {
        writing.isListed = true;
        lead.add(text, specific, rarity, inLead);
    }

    private List<Term> across(String language, List<Word> body, Writing[] writings) {
        PhoneticKeys keys = new PhoneticKeys(language);
        ForeignSpellings places = ForeignSpellings.of(language);
        for (int i = 0; i < writings.length; i++) {
            keys.place(places.at(body, i));
            Word word = body.get(i);
            Writing writing = writings[i];
            boolean name = word.capital()
                    && writing.capital > 0
                    && (capitalsAreNames ? writing.capital >= writing.small : !word.opening() && writing.small == 0);
            keys.read(word, name);
        }
        ChineseNames.forEach(body, language, keys::chineseName);
        return keys.heaviest();
    }

    private static boolean isTitleCase(List<Word> headline) {
        long lengthy = headline.stream().filter(w -> w.text().length() > 3).count();
        long capitals = headline.stream()
                .filter(w -> w.text().length() > 3 && w.capital())
                .count();
        return capitals > 0.6 * lengthy;
    }

    /** How each of the words is written in the whole text. */
    private Writing[] learnCapitals(List<Word> words) {
        Writing[] found = new Writing[words.size()];
        for (int i = 0; i < found.length; i++) {
            Word word = words.get(i);
            Writing writing = writings.computeIfAbsent(word.text(), Writing::new);
            writing.small += word.capital() ? 0 : 1;
            writing.capital += word.capital() && !word.opening() ? 1 : 0;
            found[i] = writing;
        }
        return found;
    }

    private void collect(List<Word> words, Writing[] writings, int opening, double ofOpening) {
        Found previous = null;
        String before = "";
        for (int i = 0; i < writings.length; i++) {
            Word word = words.get(i);
            Writing writing = writings[i];
            double bonus = i < opening ? ofOpening : i < LEAD ? IN_LEAD : 0;
            if (word.number()) {
                if (isSpecific(word.text())) {
                    add(word.text(), word.text(), Kind.NUMBER, bonus).rarity = NUMBER;
                }
                previous = null;
            } else if (isName(word, writing)) {
                String shown = writing.shown();
                Found found = add(writing.cut(), shown, Kind.NAME, bonus);
                found.rarity = writing.rarity(english, true);
                if (previous != null) {
                    String together = before + " " + shown;
                    previous.occursIn(together);
                    found.occursIn(together);
                }
                previous = found;
                before = shown;
            } else {
                previous = null;
                if (word.text().length() >= SHORTEST && (english || !writing.isStopWord(stopWords))) {
                    add(writing.cut(), word.text(), Kind.WORD, bonus).rarity = writing.rarity(english, false);
                }
            }
        }
        collectEastAsianPairs(words, opening, ofOpening);
    }

    /** In scripts without spaces and capitals, each pair of adjacent characters counts as a word. */
    private void collectEastAsianPairs(List<Word> words, int opening, double ofOpening) {
        for (int i = 1; i < words.size(); i++) {
            String first = words.get(i - 1).text();
            String second = words.get(i).text();
            if (isHan(first) && isHan(second)) {
                double bonus = i < opening ? ofOpening : i < LEAD ? IN_LEAD : 0;
                add(first + second, first + second, Kind.WORD, bonus).rarity = EAST_ASIAN_PAIR;
            }
        }
    }

    private static boolean isHan(String text) {
        return text.length() == 1 && text.charAt(0) >= 0x3400 && text.charAt(0) < 0xA000
                || text.length() == 1 && text.charAt(0) >= 0x30A0 && text.charAt(0) < 0x3100;
    }

    private boolean isName(Word word, Writing writing) {
        return capitalsAreNames
                && word.capital()
                && word.text().length() > 1
                && writing.capital > 0
                && writing.capital >= writing.small
                && !writing.isStopWord(stopWords);
    }

    /** Whether a number is specific to an event, unlike years and single digits. */
    private static boolean isSpecific(String number) {
        boolean year = number.length() == 4 && (number.startsWith("19") || number.startsWith("20"));
        return number.length() >= 2 && !year;
    }

    /** A word that is also written as a name is one term, a name. */
    private Found add(String text, String shown, Kind kind, double bonus) {
        Found known = found.computeIfAbsent(text, k -> new Found(text, shown, kind));
        known.count++;
        known.bonus = Math.max(known.bonus, bonus);
        if (kind == Kind.NAME && known.kind != Kind.NAME) {
            known.kind = kind;
            known.shown = shown;
        }
        return known;
    }

    private List<Term> heaviest() {
        List<Found> terms = new ArrayList<>();
        for (Found term : found.values()) {
            if (term.rarity > LEAST_RARITY) {
                term.weigh();
                terms.add(term);
            }
        }
        return heaviestOf(terms).stream()
                .limit(MOST)
                .map(term -> new Term(term.text, term.shown(), term.kind, term.weight))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** As many as are taken and those of the weight of the last one, in order: sorting by numbers first costs less. */
    private static List<Found> heaviestOf(List<Found> terms) {
        int[] weights = terms.stream().mapToInt(term -> term.weight).sorted().toArray();
        int least = weights.length <= MOST ? 0 : weights[weights.length - MOST];
        return terms.stream()
                .filter(term -> term.weight >= least)
                .sorted(HEAVIEST)
                .toList();
    }

    /** How often a word is written without a capital, and with one that opens no sentence; and what else follows from the word alone. */
    private static final class Writing {
        private final String word;
        private int small;
        private int capital;
        private @Nullable String cut;
        private @Nullable String shown;
        private @Nullable Boolean stopWord;

        /** Whether it is among the words of the {@link Lead} already. */
        private boolean isListed;

        /** Of the word as a name and otherwise; a text uses one of them for most words. */
        private double rarityOfName = UNKNOWN;

        private double rarityOfWord = UNKNOWN;

        Writing(String word) {
            this.word = word;
        }

        String cut() {
            cut = cut == null ? CommonWords.cut(word) : cut;
            return cut;
        }

        /** With a capital. */
        String shown() {
            shown = shown == null ? word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1) : shown;
            return shown;
        }

        boolean isStopWord(WordSet stopWords) {
            stopWord = stopWord == null ? Boolean.valueOf(stopWords.contains(word)) : stopWord;
            return stopWord;
        }

        double rarity(boolean english, boolean name) {
            double known = name ? rarityOfName : rarityOfWord;
            if (known != UNKNOWN) {
                return known;
            }
            double rarity = english ? CommonWords.rarity(word) : CommonWords.rarityElsewhere(word, name);
            if (name) {
                rarityOfName = rarity;
            } else {
                rarityOfWord = rarity;
            }
            return rarity;
        }
    }

    private static final class Found {
        private final String text;
        private final Map<String, Integer> together = new HashMap<>();
        private String shown;
        private Kind kind;
        private double rarity;
        private double bonus;
        private int count;
        private int weight;

        Found(String text, String shown, Kind kind) {
            this.text = text;
            this.shown = shown;
            this.kind = kind;
        }

        void weigh() {
            double exact = (1 + Math.log(count) + bonus) * Math.sqrt(rarity) * (kind == Kind.NAME ? NAME : 1);
            weight = (int) Math.max(1, Math.round(SCALE * exact));
        }

        void occursIn(String names) {
            together.merge(names, 1, Integer::sum);
        }

        /** A name that occurs beside another at least half of the time is displayed with it. */
        String shown() {
            return together.entrySet().stream()
                    .filter(e -> 2 * e.getValue() >= count)
                    .min(Map.Entry.<String, Integer>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .map(Map.Entry::getKey)
                    .orElse(shown);
        }
    }
}
