package io.copydesk.enrich.entity;

import io.copydesk.enrich.entity.Clues.Kind;
import io.copydesk.schemas.Mention;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reads what the neighbours of a name show of its kind. For one text, by one thread. */
final class SignReader {

    /** Tokens within which the dash of a dateline follows. */
    private static final int DATELINE = 10;
    /** Words of a description that are read. */
    private static final int DESCRIPTION = 5;

    /** What is between "city" and its name. */
    private static final Set<String> OF = Set.of("of", "de", "di", "do", "da", "del", "della", "du", "d", "van", "von");

    private final List<Token> tokens;
    /** Whether any noun has a capital. */
    private final boolean nouns;

    SignReader(List<Token> tokens, boolean nouns) {
        this.tokens = tokens;
        this.nouns = nouns;
    }

    /** The signs of the name of these tokens. */
    Set<Sign> of(int start, int end, boolean titled) {
        Set<Sign> signs = EnumSet.noneOf(Sign.class);
        if (titled || isTitleBefore(start)) {
            signs.add(Sign.TITLED);
        }
        if (tokens.get(start).opening()) {
            signs.add(Sign.OPENING);
        }
        before(start, signs);
        if (isSmall(end) && is(end, Kind.OWNED) && is(start - 1, Kind.THE)) {
            signs.add(Sign.DESCRIBED);
            signs.remove(Sign.DEFINITE);
        }
        if (is(start - 1, Kind.SAID) || is(end, Kind.SAID) || is(end, Kind.AUXILIARY) && is(end + 1, Kind.SAID)) {
            signs.add(Sign.SAYING);
        }
        after(start, end, signs);
        return signs;
    }

    private boolean isTitleBefore(int start) {
        return isSmall(start - 1)
                && (is(start - 1, Kind.TITLE)
                        || isSmall(start - 2)
                                && is(start - 2, Kind.TITLE)
                                && !is(start - 1, Kind.FUNCTION)
                                && !is(start - 1, Kind.SPOT)
                                && !is(start - 1, Kind.GROUP));
    }

    private void before(int start, Set<Sign> signs) {
        String second = word(start - 2);
        if (is(start - 1, Kind.IN)) {
            signs.add(Sign.PLACED);
        }
        if (is(start - 1, Kind.TOWARD)) {
            signs.add(Sign.APPROACHED);
        }
        if (is(start - 1, Kind.THE) && !isWithinTitle(start, second)) {
            signs.add(Sign.DEFINITE);
            if (is(start - 1, Kind.CLUB)) {
                signs.add(Sign.CLUB);
            }
        }
        if (is(start - 1, Kind.OTHER)) {
            signs.add(Sign.THING);
        }
        if (is(start - 1, Kind.GROUP)) {
            signs.add(Sign.GROUP);
        }
        String before = word(start - 1);
        boolean of = OF.contains(before);
        if (is(start - 1, Kind.SPOT)
                || of && (is(start - 2, Kind.SPOT) || isSmall(start - 2) && is(start - 3, Kind.SPOT))) {
            signs.add(Sign.SPOT);
        }
    }

    /** Whether the name goes on with one before it: "Week of the Quay". */
    private boolean isWithinTitle(int start, String second) {
        return (second.equals("of") || second.equals("de"))
                && start >= 3
                && tokens.get(start - 3).capital();
    }

    private void after(int start, int end, Set<Sign> signs) {
        if (end >= tokens.size()) {
            return;
        }
        Token next = tokens.get(end);
        if (next.is(',') || next.is('(')) {
            if (isPlaceAt(end + 1)) {
                signs.add(Sign.BESIDE_PLACE);
            }
            if (next.is('(')
                    && end + 2 < tokens.size()
                    && isAcronymOf(start, end, end + 1)
                    && tokens.get(end + 2).is(')')) {
                signs.add(Sign.DEFINED);
            }
            if (next.is(',')) {
                description(end + 1, signs);
            }
        }
        if (isDateline(start, end)) {
            signs.add(Sign.DATELINE);
        }
    }

    /** An age, a relative pronoun or an apposition after a comma. */
    private void description(int from, Set<Sign> signs) {
        String first = word(from);
        if (isAge(first)
                || first.equals("de") && isAge(word(from + 1))
                || first.startsWith("who")
                || first.equals("quien")) {
            signs.add(Sign.DESCRIBED);
            return;
        }
        for (int i = from; i < from + DESCRIPTION && !word(i).isEmpty(); i++) {
            if (tokens.get(i).capital() && !nouns) {
                return;
            }
            if (is(i, Kind.GROUP) && !nouns) {
                signs.add(Sign.GROUP);
                return;
            }
            if (is(i, Kind.SPOT) && !nouns) {
                signs.add(Sign.SPOT);
                return;
            }
            if (is(i, Kind.TITLE)) {
                signs.add(Sign.DESCRIBED);
                return;
            }
        }
    }

    private static boolean isAge(String word) {
        return word.length() == 2 && Character.isDigit(word.charAt(0)) && Character.isDigit(word.charAt(1));
    }

    private boolean isPlaceAt(int at) {
        if (at >= tokens.size() || !tokens.get(at).capital()) {
            return false;
        }
        int known = KnownNames.length(tokens, at);
        if (known > 0) {
            return Mention.PLACE.equals(
                    KnownNames.of(tokens.subList(at, at + known)).type());
        }
        Gazetteer.Place one = tokens.get(at).form().place();
        return one != null && one.isCountry();
    }

    private boolean isAcronymOf(int start, int end, int at) {
        if (end - start < 2 || !tokens.get(at).shouted()) {
            return false;
        }
        return tokens.get(at).text().charAt(0)
                == Character.toUpperCase(tokens.get(start).text().charAt(0));
    }

    /** Capitals at the start of a line, before a dash. */
    private boolean isDateline(int start, int end) {
        boolean line = start == 0 || tokens.get(start - 1).is('\n');
        if (!line || !isShouted(start, end)) {
            return false;
        }
        for (int i = end;
                i < tokens.size() && i < end + DATELINE && !tokens.get(i).is('\n');
                i++) {
            Token token = tokens.get(i);
            if (token.is('—') || token.is('–') || token.is('-')) {
                return true;
            }
        }
        return false;
    }

    private boolean isShouted(int start, int end) {
        for (int i = start; i < end; i++) {
            if (!tokens.get(i).shouted()) {
                return false;
            }
        }
        return true;
    }

    private boolean is(int at, Kind kind) {
        return at >= 0 && at < tokens.size() && tokens.get(at).is(kind);
    }

    private boolean isSmall(int at) {
        return at >= 0
                && at < tokens.size()
                && tokens.get(at).word()
                && !tokens.get(at).capital();
    }

    private String word(int at) {
        return at >= 0 && at < tokens.size() && tokens.get(at).word()
                ? tokens.get(at).lower()
                : "";
    }
}
