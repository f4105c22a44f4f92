package io.copydesk.enrich.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Splits a text into words and marks. For one text, by one thread. */
final class Tokens {

    /** Words beyond this many are not read. */
    private static final int MOST_WORDS = 20_000;
    /** Characters of a word; the rest of a longer one is another. A word is looked at again at each of its apostrophes. */
    static final int LONGEST_WORD = 250;
    /** Fewest words of a line that is judged as a headline. */
    private static final int HEADLINE = 5;
    /** Share of words with capitals in a headline, of four or more letters. */
    private static final double CAPITALS = 0.9;

    /** Words that end with a dot that ends no sentence; so do single capitals. */
    private static final Set<String> ABBREVIATIONS = Set.of(
            ("gov sen rep reps sens mr mrs ms dr prof gen lt col sgt capt st jr sr rev hon no dept adm maj cpl cmdr brig"
                            + " sra dña srta ud uds d vs ft mt"
                            + " ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb"
                            + " nev okla ore pa penn tenn tex va vt wash wis wisc wyo")
                    .split(" "));

    /** What begins a sentence or a part of one. */
    private static final String OPENINGS = ".!?\n:;“\"«¿¡•-–—";

    /** What stands before an apostrophe and is a word by itself. */
    private static final Set<String> ELISIONS =
            Set.of("l", "d", "dell", "all", "nell", "dall", "sull", "un", "qu", "jusqu", "lorsqu", "puisqu");

    private final String text;
    private final Function<String, Word> forms;
    private final List<Token> tokens = new ArrayList<>();
    /** Marks of which there is one object each. */
    private final @Nullable Word[] marks = new Word[128];

    private int lineStart;

    private Tokens(String text, Function<String, Word> forms) {
        this.text = text;
        this.forms = forms;
    }

    /**
     * The words and marks of a text.
     *
     * @param forms gives the word that is written like this
     */
    static List<Token> of(String text, Function<String, Word> forms) {
        Tokens all = new Tokens(text, forms);
        all.split();
        return all.tokens;
    }

    private void split() {
        boolean opening = true;
        int words = 0;
        int at = 0;
        while (at < text.length() && words < MOST_WORDS) {
            char c = text.charAt(at);
            if (Character.isLetterOrDigit(c)) {
                int end = end(at);
                String word = bare(text.substring(at, end));
                int textEnd = at + word.length();
                Word form = forms.apply(isEeUu(word) ? "EE. UU." : word);
                tokens.add(new Token(form, opening, true, at, textEnd));
                opening = false;
                words++;
                at = isAbbreviation(word, end) || isElided(at, end) ? end + 1 : end;
                continue;
            }
            if (c == '\n') {
                judgeLine();
            }
            if (c != ' ' && c != '\u00a0') {
                tokens.add(new Token(mark(c), false, true, at, at + 1));
                opening |= OPENINGS.indexOf(c) >= 0;
            }
            at++;
        }
        judgeLine();
    }

    /** Hyphens, apostrophes and the dots of initials belong to a word when a letter follows. */
    private int end(int start) {
        if (text.charAt(start) == 'E' && text.startsWith("EE", start)) {
            int states = endOfEeUu(start);
            if (states > 0) {
                return states;
            }
        }
        int end = start + 1;
        int most = Math.min(text.length(), start + LONGEST_WORD);
        while (end < most) {
            char c = text.charAt(end);
            if (!Character.isLetterOrDigit(c) && !isWithin(start, end, c)) {
                return end;
            }
            end++;
        }
        return end;
    }

    /** Whether a character that is no letter is within the word that begins before it. */
    private boolean isWithin(int start, int at, char c) {
        if (c == ' ' || c == ',') {
            return false;
        }
        boolean next = at + 1 < text.length() && Character.isLetter(text.charAt(at + 1));
        return switch (c) {
            case '.' -> at - start <= 4 && (at - start) % 2 == 1 && initials(start, at);
            case '-' -> next && !isEndOfPart(start, at);
            case '\'', '’' -> next && !isElided(start, at);
            case '&' -> next;
            default -> Character.getType(c) == Character.NON_SPACING_MARK;
        };
    }

    /** The apostrophe after an elided article or preposition: "l’Arizona", "dell'Arizona"; "D" begins names. */
    private boolean isElided(int start, int at) {
        if (at + 1 >= text.length()
                || text.charAt(at) != '\'' && text.charAt(at) != '’'
                || !Character.isLetter(text.charAt(at + 1))) {
            return false;
        }
        boolean capital = Character.isUpperCase(text.charAt(at + 1));
        if (capital && Character.isLowerCase(text.charAt(start))) {
            return true;
        }
        String before = text.substring(start, at);
        return !before.equals("D") && ELISIONS.contains(before.toLowerCase(Locale.ROOT));
    }

    private Word mark(char c) {
        if (c >= marks.length) {
            return Word.mark(String.valueOf(c));
        }
        Word mark = marks[c];
        if (mark == null) {
            mark = Word.mark(String.valueOf(c));
            marks[c] = mark;
        }
        return mark;
    }

    /** The hyphen of "Ternquay-based", and of a party before a state: "D-Ky.". */
    private boolean isEndOfPart(int start, int hyphen) {
        boolean capital = Character.isUpperCase(text.charAt(start));
        boolean small = Character.isLowerCase(text.charAt(hyphen + 1));
        return capital && (small || hyphen == start + 1 && "DRI".indexOf(text.charAt(start)) >= 0);
    }

    /** The end of "EE. UU." in any spacing, or 0. */
    private int endOfEeUu(int start) {
        int at = start + 2;
        while (at < text.length() && at < start + 5 && ". \u00a0".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        if (!text.startsWith("UU", at) || at + 2 < text.length() && Character.isLetterOrDigit(text.charAt(at + 2))) {
            return 0;
        }
        return at + 2;
    }

    private static boolean isEeUu(String word) {
        return word.length() > 3 && word.startsWith("EE") && word.endsWith("UU");
    }

    private boolean initials(int start, int end) {
        for (int i = start; i < end; i += 2) {
            if (!Character.isUpperCase(text.charAt(i)) || i > start && text.charAt(i - 1) != '.') {
                return false;
            }
        }
        return true;
    }

    private boolean isAbbreviation(String word, int end) {
        return end + 1 < text.length()
                && text.charAt(end) == '.'
                && text.charAt(end + 1) != '\n'
                && Character.isUpperCase(word.charAt(0))
                && (word.length() == 1 || ABBREVIATIONS.contains(word.toLowerCase(Locale.ROOT)));
    }

    private static String bare(String word) {
        if (word.endsWith("'s") || word.endsWith("’s")) {
            return word.substring(0, word.length() - 2);
        }
        return word;
    }

    private boolean endsSentence() {
        Token last = tokens.get(tokens.size() - 1);
        return !last.word() && ".!?…”\"".indexOf(last.text().charAt(0)) >= 0;
    }

    /** Marks the words of a line in which capitals tell nothing. */
    private void judgeLine() {
        int words = 0;
        int capitals = 0;
        int shouted = 0;
        for (int i = lineStart; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.word() && token.text().length() >= 4) {
                words++;
                capitals += token.capital() ? 1 : 0;
                shouted += token.shouted() ? 1 : 0;
            }
        }
        boolean headline = words >= HEADLINE && capitals >= CAPITALS * words && !endsSentence()
                || shouted >= 2 && shouted >= CAPITALS * words;
        for (int i = lineStart; headline && i < tokens.size(); i++) {
            tokens.set(i, tokens.get(i).inHeadline());
        }
        lineStart = tokens.size();
    }
}
