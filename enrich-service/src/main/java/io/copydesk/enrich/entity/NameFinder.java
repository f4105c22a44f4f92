package io.copydesk.enrich.entity;

import io.copydesk.enrich.entity.Clues.Kind;
import io.copydesk.enrich.entity.Gazetteer.PlaceNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds the runs of words with capitals in a text. For one text, by one thread. */
final class NameFinder {

    /** Most words of a name. */
    private static final int LONGEST = 8;
    /** Width of "'s" and a space. */
    private static final int POSSESSIVE = 3;

    /** What is between an office and its field. */
    private static final Set<String> OFFICES =
            Set.of("of", "de", "van", "do", "da", "del", "della", "degli", "des", "du", "für");

    private final PlaceNames places;
    private final boolean headFirst;
    /** Whether any noun has a capital. */
    private final boolean nouns;

    private final List<Token> tokens;
    private final SignReader signs;
    private final List<Name> names = new ArrayList<>();

    private NameFinder(List<Token> tokens, Lexicon lexicon) {
        this.tokens = tokens;
        places = lexicon.places();
        headFirst = lexicon.clues().headFirst();
        nouns = lexicon.clues().nouns();
        signs = new SignReader(tokens, nouns);
    }

    static List<Name> in(List<Token> tokens, Lexicon lexicon) {
        NameFinder finder = new NameFinder(tokens, lexicon);
        finder.learnCapitals();
        finder.collect();
        return finder.names;
    }

    private void learnCapitals() {
        for (Token token : tokens) {
            if (token.word() && token.plain()) {
                token.form().count(token.opening());
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
                && tokens.get(start).is(Kind.ARTICLE)
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
                && isCommon(token.form());
    }

    /** A word that opens a sentence and is written without a capital elsewhere, or is a function word. */
    private static boolean isCommon(Word word) {
        return isFunction(word) || word.is(Kind.PER) || word.isUsuallySmall();
    }

    private static boolean isFunction(Word word) {
        return word.is(Kind.FUNCTION) && !word.lower().equals("new");
    }

    private boolean isKnown(int start, int end) {
        if (KnownNames.length(tokens, start) >= end - start) {
            return true;
        }
        Word first = tokens.get(start).form();
        return end - start == 1
                ? first.place() != null
                : first.opensPlace() && places.findLower(lower(start, end)).isPresent();
    }

    /** Whether the run is one name although it has a title in it: the office of an attorney. */
    private boolean isWhole(int start, int end) {
        return isKnown(start, end)
                || tokens.get(end - 1).form().isHead()
                        && !tokens.get(start).form().isHead()
                || isParty(start, end);
    }

    /** "Partido Republicano": a head, and a word that would be a title before a name. */
    private boolean isParty(int start, int end) {
        return headFirst
                && end - start == 2
                && tokens.get(start).is(Kind.ORGANISATION)
                && !tokens.get(start).is(Kind.TITLE)
                && tokens.get(end - 1).is(Kind.TITLE);
    }

    private int nextTitle(int start, int end) {
        for (int i = start; i < end; i++) {
            int known = KnownNames.length(tokens, i);
            if (known > 1) {
                i += known - 1;
            } else if (tokens.get(i).is(Kind.TITLE)) {
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
                && tokens.get(stop - 1).is(Kind.OTHER)) {
            stop--;
        }
        while (start < stop && !isKnown(start, stop) && isBefore(start, stop)) {
            start++;
        }
        if (nouns && !titled) {
            start = anchor(start, stop);
            int end = endOfAnchored(start, stop);
            if (end < stop) {
                add(start, end, false);
                part(end, stop, false);
                return;
            }
        }
        if (start >= stop) {
            return;
        }
        int known = KnownNames.length(tokens, start);
        if (known == 0 && stop - start > 2 && tokens.get(start).form().place() != null) {
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

    /** Where all nouns have capitals: the first word that begins a name, the end if none does. */
    private int anchor(int from, int stop) {
        if (stop - from == 1 || isKnown(from, stop)) {
            return from;
        }
        for (int i = from; i < stop; i++) {
            Word word = tokens.get(i).form();
            if (word.is(Kind.ORGANISATION)) {
                return i == stop - 1 ? from : i;
            }
            if (KnownNames.length(tokens, i) > 0
                    || word.isGivenName()
                    || word.place() != null
                    || i > 0
                            && (tokens.get(i - 1).is(Kind.SPOT)
                                    || tokens.get(i - 1).is(Kind.GROUP))) {
                return i;
            }
        }
        return stop;
    }

    /** Where all nouns have capitals: a place ends where its name does, what follows is a noun. */
    private int endOfAnchored(int start, int stop) {
        boolean place = start < stop
                && KnownNames.length(tokens, start) == 0
                && tokens.get(start).form().place() != null
                && !tokens.get(start).form().isGivenName()
                && !isKnown(start, stop)
                && !tokens.get(stop - 1).form().isHead();
        return place ? start + 1 : stop;
    }

    /** Start of the known organisation or the person at the end of a part that begins with something else; the end if there is none. */
    private int second(int start, int stop) {
        for (int i = start + 1; i < stop; i++) {
            int known = KnownNames.length(tokens, i);
            boolean opened = i == start + 1 && tokens.get(start).opening();
            boolean end = known == stop - i && (known > 1 || opened)
                    || opened && (i == stop - 1 ? isCountry(i) : isKnown(i, stop));
            end |= opened && headFirst && tokens.get(i).is(Kind.ORGANISATION);
            boolean person = (i >= start + 2 || opened || isOffice(start))
                    && stop - i >= 2
                    && tokens.get(i).form().isGivenName()
                    && !tokens.get(start).form().isGivenName()
                    && !tokens.get(stop - 1).form().isHead()
                    && tokens.get(i - 1).capital();
            if (end && !tokens.get(start).form().isHead() || person) {
                return i;
            }
        }
        return stop;
    }

    private boolean isCountry(int at) {
        Gazetteer.Place place = tokens.get(at).form().place();
        return place != null && place.isCountry();
    }

    /** Whether the field of an office begins here: "Minister of". */
    private boolean isOffice(int start) {
        return start >= 2
                && OFFICES.contains(tokens.get(start - 1).lower())
                && tokens.get(start - 2).is(Kind.TITLE);
    }

    private boolean isFollowedByAnother(int rest, int stop, int known) {
        if (tokens.get(stop - 1).form().isHead()
                || !tokens.get(rest).capital() && !tokens.get(rest).word()) {
            return false;
        }
        boolean person = stop - rest >= 2 && tokens.get(rest).form().isGivenName();
        return person
                || known > 1 && tokens.get(rest).capital()
                || tokens.get(rest).is(Kind.PEOPLE);
    }

    /** Words that stand before names and belong to none: peoples, function words, employers. */
    private boolean isBefore(int at, int stop) {
        Word word = tokens.get(at).form();
        boolean function = isFunction(word) && stop - at > 1;
        boolean group = word.is(Kind.GROUP)
                && !word.is(Kind.ORGANISATION)
                && tokens.get(at).opening()
                && stop - at > 1;
        boolean particle = stop - at == 1 && word.is(Kind.PARTICLE);
        boolean people = word.is(Kind.PEOPLE) && !tokens.get(stop - 1).form().isHead();
        return people || group || function || particle || isEmployer(at, stop);
    }

    /** Whether the word is an acronym before a given name: the employer of the person. */
    private boolean isEmployer(int at, int end) {
        return end - at > 2
                && tokens.get(at).shouted()
                && KnownNames.length(tokens, at) == 0
                && tokens.get(at + 1).form().isGivenName();
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
                && !tokens.get(at).is(Kind.TITLE);
    }

    /** Whether a word without a capital joins two parts of a name: "of" in an institution's, a particle in a person's. */
    private boolean joins(int start, int end, int at) {
        Token small = tokens.get(at);
        if (!small.word()) {
            return false;
        }
        Word last = tokens.get(end - 1).form();
        Word first = tokens.get(start).form();
        boolean head = last.isHead() || first.isHead();
        return switch (small.lower()) {
            case "of", "for" -> last.isHead() && !first.is(Kind.TITLE);
            case "and" -> at == end && isInstitutionAfter(start, at + 1);
            case "the" -> at > end && last.isHead();
            case "de",
                    "del",
                    "della",
                    "dei",
                    "degli",
                    "delle",
                    "la",
                    "las",
                    "los",
                    "do",
                    "da",
                    "des",
                    "du",
                    "di",
                    "dos",
                    "der" ->
                (head || !nouns && (first.isGivenName() || small.is(Kind.PARTICLE)))
                        && (head || !isKnownAt(at + 1))
                        && !isPlaceOf(first, at + 1);
            case "para" -> head && at == end && !first.is(Kind.TITLE);
            case "y", "e", "por" -> false;
            default ->
                small.is(Kind.PARTICLE)
                        && (!nouns || first.isGivenName())
                        && (head || !isKnownAt(at + 1) && !isPlaceOf(first, at + 1));
        };
    }

    private boolean isKnownAt(int at) {
        return at < tokens.size() && KnownNames.length(tokens, at) > 0;
    }

    /** Whether the place follows where something is that has no noun in front: "Quay Bridge de Londres". */
    private boolean isPlaceOf(Word first, int at) {
        return (nouns || headFirst && !first.isHead() && !first.isGivenName())
                && at < tokens.size()
                && tokens.get(at).form().place() != null;
    }

    /** Whether what follows "and" ends the name of an institution that what is before it begins: "Fish and Tackle Board". */
    private boolean isInstitutionAfter(int start, int from) {
        if (KnownNames.length(tokens, start) > 0 && !tokens.get(start).shouted()
                || tokens.get(start).form().isGivenName()
                || tokens.get(start).is(Kind.PEOPLE)
                || tokens.get(from - 2).is(Kind.ORGANISATION)) {
            return false;
        }
        int end = from;
        while (end < tokens.size() && tokens.get(end).capital() && end - from < LONGEST / 2) {
            end++;
        }
        return end - from > 1 && tokens.get(end - 1).is(Kind.ORGANISATION) && KnownNames.length(tokens, from) == 0;
    }

    private void add(int start, int end, boolean titled) {
        names.add(new Name(tokens.subList(start, end), signs.of(start, end, titled)));
    }

    private String lower(int start, int end) {
        StringBuilder text = new StringBuilder(tokens.get(start).lower());
        for (int i = start + 1; i < end; i++) {
            text.append(' ').append(tokens.get(i).lower());
        }
        return text.toString();
    }
}
