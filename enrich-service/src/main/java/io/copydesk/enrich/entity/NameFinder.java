package io.copydesk.enrich.entity;

import io.copydesk.enrich.entity.Clues.Kind;
import io.copydesk.enrich.entity.Gazetteer.PlaceNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the runs of words with capitals in a text. For one text, by one thread. */
final class NameFinder {

    /** Most words of a name. */
    private static final int LONGEST = 8;
    /** Width of "'s" and a space. */
    private static final int POSSESSIVE = 3;

    private final Clues clues;
    private final PlaceNames places;
    private final List<Token> tokens;
    private final SignReader signs;
    private final List<Name> names = new ArrayList<>();

    /** By lower-case word: how often it is written without a capital, and with one that opens no sentence. */
    private final Map<String, int[]> writings = new HashMap<>();

    private NameFinder(List<Token> tokens, Clues clues, PlaceNames places) {
        this.tokens = tokens;
        this.clues = clues;
        this.places = places;
        signs = new SignReader(tokens, clues, places);
    }

    static List<Name> in(List<Token> tokens, Clues clues, PlaceNames places) {
        NameFinder finder = new NameFinder(tokens, clues, places);
        finder.learnCapitals();
        finder.collect();
        return finder.names;
    }

    private void learnCapitals() {
        for (Token token : tokens) {
            if (token.word() && token.plain()) {
                int[] writing = writings.computeIfAbsent(token.lower(), t -> new int[2]);
                writing[0] += token.capital() ? 0 : 1;
                writing[1] += token.capital() && !token.opening() ? 1 : 0;
            }
        }
    }

    private void collect() {
        for (int i = 0; i < tokens.size(); ) {
            Token token = tokens.get(i);
            if (!token.capital()) {
                i++;
                continue;
            }
            int known = KnownNames.length(tokens, i);
            if (!token.plain()) {
                if (known > 0 && (known > 1 || !token.shouted())) {
                    add(i, i + known, false);
                }
                i += Math.max(known, 1);
                continue;
            }
            int end = endOfKnown(i, Math.max(endOfRun(i), i + known));
            split(i, end);
            i = end;
        }
    }

    /** The end of a run, or of the known name that begins in it. */
    private int endOfKnown(int start, int end) {
        int last = end;
        for (int i = start; i < end; i++) {
            last = Math.max(last, i + KnownNames.length(tokens, i));
        }
        return last;
    }

    /** Divides a run: what stands before a title, the person after it, known names at either end. */
    private void split(int from, int end) {
        int start = from;
        if (isCommonOpening(start, end)) {
            start++;
        }
        if (start < end
                && clues.is(Kind.ARTICLE, tokens.get(start).lower())
                && end - start > 1
                && tokens.get(start).opening()
                && !isKnown(start, end)) {
            start++;
        }
        boolean titled = false;
        while (start < end) {
            int stop = isWhole(start, end) ? end : nextTitle(start, end);
            if (stop > start) {
                part(start, stop, titled);
                titled = false;
            }
            if (stop < end) {
                titled = true;
                stop++;
            }
            start = stop;
        }
    }

    private boolean isCommonOpening(int start, int end) {
        Token token = tokens.get(start);
        return token.opening()
                && !isKnown(start, end)
                && KnownNames.length(tokens, start) == 0
                && isCommon(token.lower());
    }

    /** A word that opens a sentence and is written without a capital elsewhere, or is a function word. */
    private boolean isCommon(String lower) {
        int[] writing = writings.getOrDefault(lower, new int[2]);
        return clues.is(Kind.FUNCTION, lower) && !lower.equals("new") || writing[0] > 0 && writing[1] == 0;
    }

    private boolean isKnown(int start, int end) {
        return KnownNames.length(tokens, start) >= end - start
                || places.find(text(start, end)).isPresent();
    }

    /** Whether the run is one name although it has a title in it: the office of an attorney. */
    private boolean isWhole(int start, int end) {
        return isKnown(start, end)
                || isHead(tokens.get(end - 1).lower())
                        && !isHead(tokens.get(start).lower());
    }

    private int nextTitle(int start, int end) {
        for (int i = start; i < end; i++) {
            int known = KnownNames.length(tokens, i);
            if (known > 1) {
                i += known - 1;
            } else if (clues.is(Kind.TITLE, tokens.get(i).lower())) {
                return i;
            }
        }
        return end;
    }

    private void part(int from, int to, boolean titled) {
        int start = from;
        int stop = to;
        while (stop - start > 2
                && tokens.get(stop - 1).shouted()
                && clues.is(Kind.OTHER, tokens.get(stop - 1).lower())) {
            stop--;
        }
        while (start < stop && !isKnown(start, stop) && isBefore(start, stop)) {
            start++;
        }
        if (start >= stop) {
            return;
        }
        int known = KnownNames.length(tokens, start);
        if (known == 0
                && stop - start > 2
                && places.find(tokens.get(start).text()).isPresent()) {
            known = 1;
        }
        if (known > 0 && known < stop - start && isFollowedByAnother(start + known, stop, known)) {
            add(start, start + known, false);
            part(start + known, stop, false);
            return;
        }
        int second = second(start, stop);
        if (second < stop) {
            if (!isOffice(start) && (second > start + 1 || !tokens.get(start).opening())) {
                part(start, second, titled);
            }
            add(second, stop, false);
        } else {
            add(start, stop, titled);
        }
    }

    /** Start of the known organisation or the person at the end of a part that begins with something else; the end if there is none. */
    private int second(int start, int stop) {
        for (int i = start + 1; i < stop; i++) {
            int known = KnownNames.length(tokens, i);
            boolean end = known == stop - i
                    && (known > 1 || i == start + 1 && tokens.get(start).opening());
            boolean person = (i >= start + 2 || isOffice(start))
                    && stop - i >= 2
                    && Clues.isGivenName(tokens.get(i).lower())
                    && !Clues.isGivenName(tokens.get(start).lower())
                    && !isHead(tokens.get(stop - 1).lower())
                    && tokens.get(i - 1).capital();
            if (end && !isHead(tokens.get(start).lower()) || person) {
                return i;
            }
        }
        return stop;
    }

    /** Whether the field of an office begins here: "Minister of". */
    private boolean isOffice(int start) {
        return start >= 2
                && (tokens.get(start - 1).lower().equals("of")
                        || tokens.get(start - 1).lower().equals("de"))
                && clues.is(Kind.TITLE, tokens.get(start - 2).lower());
    }

    private boolean isFollowedByAnother(int rest, int stop, int known) {
        String last = tokens.get(stop - 1).lower();
        if (isHead(last) || !tokens.get(rest).capital() && !tokens.get(rest).word()) {
            return false;
        }
        boolean person = stop - rest >= 2 && Clues.isGivenName(tokens.get(rest).lower());
        return person
                || known > 1 && tokens.get(rest).capital()
                || clues.is(Kind.PEOPLE, tokens.get(rest).lower());
    }

    /** Words that stand before names and belong to none: peoples, function words, employers. */
    private boolean isBefore(int at, int stop) {
        String lower = tokens.get(at).lower();
        boolean function = clues.is(Kind.FUNCTION, lower) && !lower.equals("new") && stop - at > 1;
        boolean particle = stop - at == 1 && clues.is(Kind.PARTICLE, lower);
        boolean people =
                clues.is(Kind.PEOPLE, lower) && !isHead(tokens.get(stop - 1).lower());
        return people || function || particle || isEmployer(at, stop);
    }

    /** Whether the word is an acronym before a given name: the employer of the person. */
    private boolean isEmployer(int at, int end) {
        return end - at > 2
                && tokens.get(at).shouted()
                && KnownNames.length(tokens, at) == 0
                && Clues.isGivenName(tokens.get(at + 1).lower());
    }

    private int endOfRun(int start) {
        int end = start + 1;
        while (end < tokens.size() && end - start < LONGEST && !isPossessive(end - 1)) {
            Token token = tokens.get(end);
            if (token.capital()) {
                end++;
                continue;
            }
            int next = end;
            while (next < tokens.size() && next - end < 3 && joins(start, end, next)) {
                next++;
            }
            if (next == end || next >= tokens.size() || !tokens.get(next).capital()) {
                return end;
            }
            end = next + 1;
        }
        return end;
    }

    private boolean isPossessive(int at) {
        return at + 1 < tokens.size()
                && tokens.get(at + 1).start() - tokens.get(at).end() >= POSSESSIVE
                && !clues.is(Kind.TITLE, tokens.get(at).lower());
    }

    /** Whether a word without a capital joins two parts of a name: "of" in an institution's, a particle in a person's. */
    private boolean joins(int start, int end, int at) {
        Token small = tokens.get(at);
        if (!small.word()) {
            return false;
        }
        String lower = small.lower();
        String last = tokens.get(end - 1).lower();
        String first = tokens.get(start).lower();
        boolean head = isHead(last) || isHead(first);
        return switch (lower) {
            case "of", "for" -> isHead(last) && !clues.is(Kind.TITLE, first);
            case "and" -> at == end && isInstitutionAfter(start, at + 1);
            case "the" -> at > end && isHead(last);
            case "de", "del", "la", "las", "los", "do", "da", "des", "du", "di", "dos", "der" ->
                head || Clues.isGivenName(first) || clues.is(Kind.PARTICLE, lower);
            case "y", "e", "para", "por" -> head && at == end && !clues.is(Kind.TITLE, first) && lower.equals("para");
            default -> clues.is(Kind.PARTICLE, lower);
        };
    }

    /** Whether what follows "and" ends the name of an institution that what is before it begins: "Fish and Tackle Board". */
    private boolean isInstitutionAfter(int start, int from) {
        if (KnownNames.length(tokens, start) > 0 && !tokens.get(start).shouted()
                || Clues.isGivenName(tokens.get(start).lower())
                || clues.is(Kind.PEOPLE, tokens.get(start).lower())
                || clues.is(Kind.ORGANISATION, tokens.get(from - 2).lower())) {
            return false;
        }
        int end = from;
        while (end < tokens.size() && tokens.get(end).capital() && end - from < LONGEST / 2) {
            end++;
        }
        return end - from > 1
                && clues.is(Kind.ORGANISATION, tokens.get(end - 1).lower())
                && KnownNames.length(tokens, from) == 0;
    }

    private boolean isHead(String lower) {
        return clues.is(Kind.ORGANISATION, lower) || clues.is(Kind.PLACE, lower);
    }

    private void add(int start, int end, boolean titled) {
        names.add(new Name(
                tokens.subList(start, end).stream().map(Token::text).toList(),
                tokens.get(start).start(),
                tokens.get(end - 1).end(),
                signs.of(start, end, titled)));
    }

    private String text(int start, int end) {
        if (end - start == 1) {
            return tokens.get(start).text();
        }
        StringBuilder text = new StringBuilder(tokens.get(start).text());
        for (Token token : tokens.subList(start + 1, end)) {
            text.append(' ').append(token.text());
        }
        return text.toString();
    }
}
