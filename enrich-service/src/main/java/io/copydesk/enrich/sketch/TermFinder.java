package io.copydesk.enrich.sketch;

import io.copydesk.enrich.sketch.Term.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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

    /** Least rarity of a word, and the rarity of a number, among what a lead says. */
    private static final double LEAST_IN_LEAD = 0.2;

    private static final double NUMBER_IN_LEAD = 0.6;

    private static final Comparator<Found> HEAVIEST = Comparator.comparingInt((Found term) -> -term.weight)
            .thenComparing(term -> term.text)
            .thenComparing(term -> term.kind);

    private final WordSet stopWords;
    private final boolean english;
    private final boolean capitalsAreNames;
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
     * @param body of the same {@link WordForms} as the headline, in which nothing was counted yet
     * @param firstLine how many words the first line of the body has, 0 when it is the only one; it takes the place of a headline
     */
    static Particulars find(String language, List<Word> headline, List<Word> body, int firstLine) {
        TermFinder finder = new TermFinder(language);
        List<Word> title =
                isTitleCase(headline) ? headline.stream().map(Word::asOpening).toList() : headline;
        learnCapitals(title);
        learnCapitals(body);
        finder.collect(title, title.size(), HEADLINE);
        finder.collect(body, title.isEmpty() ? Math.min(firstLine, LONGEST_FIRST_LINE) : 0, FIRST_LINE);
        finder.readLead(title, title.size());
        finder.readLead(body, title.isEmpty() ? Lead.WORDS_WITHOUT_HEADLINE : Lead.WORDS);
        List<Term> terms = finder.heaviest();
        terms.addAll(finder.across(language, body));
        terms.sort(Comparator.comparing(Term::text).thenComparing(Term::kind));
        return new Particulars(terms, finder.lead.build());
    }

    /** @param inLead how many of the words are in the lead */
    private void readLead(List<Word> words, int inLead) {
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            WordForm form = word.form();
            if (i >= inLead && form.isListed) {
                continue;
            }
            if (word.number()) {
                list(form, form.text(), true, NUMBER_IN_LEAD, i < inLead);
            } else if (isName(word)) {
                list(form, form.cut(), true, form.rarity(english, true), i < inLead);
            } else if (isTerm(form) && form.rarity(english, false) >= LEAST_IN_LEAD) {
                list(form, form.cut(), false, form.rarity(english, false), i < inLead);
            }
        }
    }

    private void list(WordForm form, String text, boolean specific, double rarity, boolean inLead) {
        form.isListed = true;
        lead.add(text, specific, rarity, inLead);
    }

    private List<Term> across(String language, List<Word> body) {
        PhoneticKeys keys = new PhoneticKeys(language);
        ForeignSpellings places = ForeignSpellings.of(language);
        for (int i = 0; i < body.size(); i++) {
            keys.place(places.at(body, i));
            Word word = body.get(i);
            WordForm form = word.form();
            boolean name = word.capital()
                    && form.capital > 0
                    && (capitalsAreNames ? form.capital >= form.small : !word.opening() && form.small == 0);
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
    private static void learnCapitals(List<Word> words) {
        for (Word word : words) {
            WordForm form = word.form();
            form.small += word.capital() ? 0 : 1;
            form.capital += word.capital() && !word.opening() ? 1 : 0;
        }
    }

    private void collect(List<Word> words, int opening, double ofOpening) {
        Found previous = null;
        String before = "";
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            WordForm form = word.form();
            double bonus = i < opening ? ofOpening : i < LEAD ? IN_LEAD : 0;
            if (word.number()) {
                if (isSpecific(form.text())) {
                    term(form, form.text(), form.text(), Kind.NUMBER).take(bonus, NUMBER);
                }
                previous = null;
            } else if (isName(word)) {
                String shown = form.shown();
                Found found = term(form, form.cut(), shown, Kind.NAME);
                found.take(bonus, form.rarity(english, true));
                if (previous != null) {
                    String together = before + " " + shown;
                    previous.occursIn(together);
                    found.occursIn(together);
                }
                previous = found;
                before = shown;
            } else {
                previous = null;
                if (isTerm(form)) {
                    term(form, form.cut(), form.text(), Kind.WORD).take(bonus, form.rarity(english, false));
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
                String pair = first + second;
                add(pair, pair, Kind.WORD).take(bonus, EAST_ASIAN_PAIR);
            }
        }
    }

    private static boolean isHan(String text) {
        return text.length() == 1 && text.charAt(0) >= 0x3400 && text.charAt(0) < 0xA000
                || text.length() == 1 && text.charAt(0) >= 0x30A0 && text.charAt(0) < 0x3100;
    }

    private boolean isName(Word word) {
        WordForm form = word.form();
        return capitalsAreNames
                && word.capital()
                && form.text().length() > 1
                && form.capital > 0
                && form.capital >= form.small
                && !form.isStopWord(stopWords);
    }

    /** Whether a word that is no name is a term; of English the table of rarities has the stop words. */
    private boolean isTerm(WordForm form) {
        return form.text().length() >= SHORTEST && (english || !form.isStopWord(stopWords));
    }

    /** Whether a number is specific to an event, unlike years and single digits. */
    private static boolean isSpecific(String number) {
        boolean year = number.length() == 4 && (number.startsWith("19") || number.startsWith("20"));
        return number.length() >= 2 && !year;
    }

    /** The term that a form of a word counts for, always under the same text. */
    private Found term(WordForm form, String text, String shown, Kind kind) {
        Found known = form.term;
        if (known == null) {
            known = add(text, shown, kind);
            form.term = known;
        } else {
            known.isAlso(kind, shown);
        }
        return known;
    }

    private Found add(String text, String shown, Kind kind) {
        Found known = found.computeIfAbsent(text, k -> new Found(text, shown, kind));
        known.isAlso(kind, shown);
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

    /** A term of the text. */
    static final class Found {
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

        /** A word that is also written as a name is one term, a name. */
        void isAlso(Kind other, String asOther) {
            if (other == Kind.NAME && kind != Kind.NAME) {
                kind = other;
                shown = asOther;
            }
        }

        /** Counts an occurrence. */
        void take(double ofPlace, double ofWord) {
            count++;
            bonus = Math.max(bonus, ofPlace);
            rarity = ofWord;
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
