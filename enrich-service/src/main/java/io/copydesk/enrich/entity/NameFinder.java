package io.copydesk.enrich.entity;

import io.copydesk.enrich.entity.Clues.Kind;
import io.copydesk.enrich.entity.Gazetteer.PlaceNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds the runs of words with capitals in a text. For one text, by one thread. */
final class NameFinder {

    /** Words beyond this many are not read. */
    private static final int MOST_WORDS = 20_000;
    /** Most words of a name. */
    private static final int LONGEST = 8;

    /** A word, or a punctuation mark. */
    private record Token(String text, boolean word, boolean opening) {

        boolean capital() {
            return word && Character.isUpperCase(text.codePointAt(0));
        }

        String lower() {
            return text.toLowerCase(Locale.ROOT);
        }
    }

    private final Clues clues;
    private final PlaceNames places;
    private final List<Token> tokens = new ArrayList<>();

    /** By lower-case word: how often it is written without a capital, and with one that opens no sentence. */
    private final Map<String, int[]> writings = new HashMap<>();

    private NameFinder(Clues clues, PlaceNames places) {
        this.clues = clues;
        this.places = places;
    }

    static List<Name> in(String text, Clues clues, PlaceNames places) {
        NameFinder names = new NameFinder(clues, places);
        names.split(text);
        names.learnCapitals();
        return names.collect();
    }

    private void split(String text) {
        boolean opening = true;
        int words = 0;
        for (int i = 0; i < text.length() && words < MOST_WORDS; ) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                int end = end(text, i);
                tokens.add(new Token(bare(text.substring(i, end)), true, opening));
                opening = false;
                words++;
                i = end;
            } else {
                if (c != ' ' && c != '\u00a0') {
                    tokens.add(new Token(String.valueOf(c), false, false));
                    opening |= ".!?\n:;“\"«¿¡•-–—".indexOf(c) >= 0;
                }
                i++;
            }
        }
    }

    /** Hyphens, apostrophes and the dots of initials belong to a word when a letter follows. */
    private static int end(String text, int start) {
        int end = start + 1;
        while (end < text.length()) {
            char c = text.charAt(end);
            boolean letter = Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
            boolean next = end + 1 < text.length() && Character.isLetter(text.charAt(end + 1));
            boolean initial = c == '.' && end - start <= 4 && (end - start) % 2 == 1 && initials(text, start, end);
            if (!letter && !((c == '-' || c == '\'' || c == '’') && next) && !initial) {
                return end;
            }
            end++;
        }
        return end;
    }

    private static boolean initials(String text, int start, int end) {
        for (int i = start; i < end; i += 2) {
            if (!Character.isUpperCase(text.charAt(i)) || i > start && text.charAt(i - 1) != '.') {
                return false;
            }
        }
        return true;
    }

    private static String bare(String word) {
        if (word.endsWith("'s") || word.endsWith("’s")) {
            return word.substring(0, word.length() - 2);
        }
        return word;
    }

    private void learnCapitals() {
        for (Token token : tokens) {
            if (token.word()) {
                int[] writing = writings.computeIfAbsent(token.lower(), t -> new int[2]);
                writing[0] += token.capital() ? 0 : 1;
                writing[1] += token.capital() && !token.opening() ? 1 : 0;
            }
        }
    }

    private List<Name> collect() {
        List<Name> names = new ArrayList<>();
        for (int i = 0; i < tokens.size(); ) {
            if (!tokens.get(i).capital()) {
                i++;
                continue;
            }
            int end = endOfRun(i);
            int start = i;
            boolean opening = tokens.get(start).opening();
            if (opening && isCommon(tokens.get(start).lower()) && !isPlace(start, end)) {
                start++;
                opening = false;
            }
            add(start, end, opening, names);
            i = end;
        }
        return names;
    }

    /** A word that opens a sentence and is written without a capital elsewhere, or is a function word. */
    private boolean isCommon(String lower) {
        int[] writing = writings.getOrDefault(lower, new int[2]);
        return clues.is(Kind.FUNCTION, lower) || writing[0] > 0 && writing[1] == 0;
    }

    private int endOfRun(int start) {
        int end = start + 1;
        while (end < tokens.size() && end - start < LONGEST) {
            Token token = tokens.get(end);
            if (token.capital()) {
                end++;
                continue;
            }
            int next = end;
            while (next < tokens.size() && next - end < 2 && joins(start, end, tokens.get(next))) {
                next++;
            }
            if (next == end || next >= tokens.size() || !tokens.get(next).capital()) {
                return end;
            }
            end = next + 1;
        }
        return end;
    }

    /** Whether a word without a capital joins two parts of a name: "of" in an institution's, a particle in a person's. */
    private boolean joins(int start, int end, Token small) {
        if (!small.word()) {
            return false;
        }
        String lower = small.lower();
        String last = tokens.get(end - 1).lower();
        String first = tokens.get(start).lower();
        boolean head = isHead(last) || isHead(first);
        return switch (lower) {
            case "of", "for" -> isHead(last);
            case "de", "del", "la", "las", "los", "do", "da", "des", "du", "di" ->
                head || Clues.isGivenName(first) || clues.is(Kind.PARTICLE, lower);
            default -> clues.is(Kind.PARTICLE, lower);
        };
    }

    private boolean isHead(String lower) {
        return clues.is(Kind.ORGANISATION, lower) || clues.is(Kind.PLACE, lower);
    }

    private void add(int from, int end, boolean opening, List<Name> names) {
        if (from >= end) {
            return;
        }
        boolean titled = isTitleBefore(from);
        int start = from;
        if (clues.is(Kind.ARTICLE, tokens.get(start).lower()) && end - start > 1) {
            start++;
        }
        if (!isInstitution(start, end) && !isPlace(start, end)) {
            int titles = endOfTitles(start, end);
            titled |= titles > start;
            start = titles;
        }
        if (start < end) {
            names.add(new Name(
                    tokens.subList(start, end).stream().map(Token::text).toList(),
                    opening && start == from,
                    neighbour(start - 1),
                    neighbour(end),
                    titled));
        }
    }

    /** Whether a title without a capital comes before the name. */
    private boolean isTitleBefore(int start) {
        return start > 0
                && tokens.get(start - 1).word()
                && !tokens.get(start - 1).capital()
                && clues.is(Kind.TITLE, tokens.get(start - 1).lower());
    }

    /** Whether the last word is one of institutions, places or events, or the first one is and no title follows. */
    private boolean isInstitution(int start, int end) {
        String last = tokens.get(end - 1).lower();
        boolean titleInside =
                tokens.subList(start, end - 1).stream().anyMatch(token -> clues.is(Kind.TITLE, token.lower()));
        return isHead(last)
                || clues.is(Kind.OTHER, last)
                || end - start > 1 && isHead(tokens.get(start).lower()) && !titleInside;
    }

    /** Start of the name proper: after the last title, and after nationalities, employers and function words. */
    private int endOfTitles(int from, int end) {
        int start = from;
        for (int i = from; i < end; i++) {
            if (clues.is(Kind.TITLE, tokens.get(i).lower())) {
                start = i + 1;
            }
        }
        while (start < end
                && (clues.is(Kind.PEOPLE, tokens.get(start).lower())
                        || isFunction(start, end)
                        || isEmployer(start, end))) {
            start++;
        }
        return start;
    }

    /** Whether the word is an acronym before a given name: the employer of the person. */
    private boolean isEmployer(int at, int end) {
        return end - at > 2
                && tokens.get(at).text().chars().allMatch(Character::isUpperCase)
                && Clues.isGivenName(tokens.get(at + 1).lower());
    }

    /** A place whose first word means a people: Saudi Arabia. */
    private boolean isPlace(int start, int end) {
        return places.find(text(start, end)).isPresent();
    }

    private String text(int start, int end) {
        return tokens.subList(start, end).stream().map(Token::text).collect(Collectors.joining(" "));
    }

    private boolean isFunction(int at, int end) {
        return end - at > 1 && clues.is(Kind.FUNCTION, tokens.get(at).lower())
                || end - at == 1 && clues.is(Kind.PARTICLE, tokens.get(at).lower());
    }

    private String neighbour(int at) {
        return at >= 0 && at < tokens.size() && tokens.get(at).word()
                ? tokens.get(at).lower()
                : "";
    }
}
