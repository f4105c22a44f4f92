package io.copydesk.enrich.entity;

import io.copydesk.enrich.entity.Clues.Kind;
import io.copydesk.schemas.Mention;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the subject of a verb of saying: a name, a pronoun, or words such as "the minister". For one text, by one thread. */
final class SubjectReader {

    /** Most words of a subject. */
    private static final int LONGEST = 12;
    /** Words between a verb and its subject. */
    private static final int BETWEEN = 3;
    /** Tokens after a verb in which a person is looked for when none follows directly. */
    private static final int NEAR = 12;

    /** What holds the words of a subject together. */
    private static final Set<String> LINKS = Set.of(
            "of", "for", "at", "de", "del", "du", "des", "d", "der", "von", "van", "vom", "para", "für", "bei", "beim",
            "chez");

    /** What may stand between a verb and a subject after it. */
    private static final Set<String> ADVERBS = Set.of(
            "also", "then", "later", "too", "sich", "auch", "dazu", "weiter", "noch", "dann", "heute", "gestern", "am",
            "se", "s", "lui", "hier", "aussi", "ensuite", "encore", "ayer", "hoy", "también", "después", "además");

    /** What joins a verb to the subject of the verb before it. */
    private static final Set<String> CONJUNCTIONS =
            Set.of("and", "but", "or", "y", "e", "o", "pero", "und", "aber", "oder", "et", "mais", "ou");

    /** What makes the words after it no subject. */
    private static final Set<String> PREPOSITIONS = Set.of(
            "in", "at", "on", "from", "with", "to", "by", "about", "into", "à", "dans", "en", "sur", "avec", "par", "a",
            "con", "por", "ante", "desde", "sobre", "an", "auf", "mit", "nach", "zu", "gegen", "durante", "during");

    private static final Set<String> RELATIVES =
            Set.of("who", "which", "that", "que", "quien", "qui", "die", "der", "das");

    private final List<Token> tokens;
    private final Referents referents;

    SubjectReader(List<Token> tokens, Referents referents) {
        this.tokens = tokens;
        this.referents = referents;
    }

    /** The subject that directly follows a verb or "according to". */
    @Nullable
    Subject after(int verb, int end) {
        Subject joined = joined(verb);
        if (joined != null) {
            return joined;
        }
        int at = verb + 1;
        while (at < end && at - verb <= BETWEEN && isBetween(at)) {
            at++;
        }
        if (at >= end || !tokens.get(at).word()) {
            return null;
        }
        if (isPronoun(at)) {
            return resolved(at, at + 1);
        }
        Token first = tokens.get(at);
        return first.is(Kind.DETERMINER) || isNoun(at) ? phraseFrom(at, end) : null;
    }

    /** The pronoun that French joins to a verb: "dit-il", "a-t-elle". */
    @Nullable
    Subject joined(int verb) {
        for (int at = verb; at >= 0 && at >= verb - 1; at--) {
            int gender = joinedGender(at);
            if (gender != 0) {
                return new Subject(at, at + 1, referents.lastOrOrganisation(at, gender));
            }
        }
        return null;
    }

    private int joinedGender(int at) {
        String word = tokens.get(at).lower();
        if (word.indexOf('-') < 0) {
            return 0;
        }
        return word.endsWith("-il") ? 1 : word.endsWith("-elle") ? 2 : 0;
    }

    /** The first person within a few words after a verb. */
    @Nullable
    Subject near(int verb, int end) {
        for (int i = verb + 1; i < end && i <= verb + NEAR; i++) {
            if (referents.isPerson(i)) {
                return named(i, end);
            }
        }
        return null;
    }

    /** The subject that directly precedes a verb. */
    @Nullable
    Subject before(int verb, int from) {
        int at = verb - 1;
        while (at >= from && verb - at <= BETWEEN && isSkipped(at)) {
            at--;
        }
        if (at < from) {
            return null;
        }
        if (tokens.get(at).is(',')) {
            return beforeComma(at, from);
        }
        if (!tokens.get(at).word()) {
            return null;
        }
        if (isPronoun(at)) {
            return resolved(at, at + 1);
        }
        Subject phrase = phraseTo(at, from);
        return phrase != null && phrase.start() > from && isPreposition(phrase.start() - 1) ? null : phrase;
    }

    /** Whether a person comes after a preposition: "with President John Smith". */
    private boolean isObject(int at, int from) {
        Subject phrase = phraseTo(at, from);
        return phrase != null && phrase.start() > from && isPreposition(phrase.start() - 1);
    }

    private boolean isPreposition(int at) {
        return PREPOSITIONS.contains(tokens.get(at).lower()) && !tokens.get(at).capital();
    }

    /** Whether a verb has the subject of one before it: "and said". */
    boolean isJoined(int verb, int from) {
        for (int at = verb - 1;
                at >= from
                        && verb - at <= BETWEEN
                        && tokens.get(at).word()
                        && !tokens.get(at).capital();
                at--) {
            if (CONJUNCTIONS.contains(tokens.get(at).lower())) {
                return true;
            }
            if (!isSkipped(at)) {
                return false;
            }
        }
        return false;
    }

    /** The subject with an apposition: "Smith, the mayor, said"; "the mayor, John Smith, said". */
    private @Nullable Subject beforeComma(int comma, int from) {
        int second = comma - 1;
        for (int i = comma - 1; i >= from; i--) {
            int open = referents.opening(i);
            if (open >= from) {
                i = open;
            } else if (referents.isPerson(i) && tokens.get(i + 1).is(',') && !isObject(i, from)) {
                return named(i, comma);
            } else if (tokens.get(i).is(',')) {
                second = i;
            }
        }
        boolean paired = second > from
                && tokens.get(second).is(',')
                && tokens.get(second - 1).word();
        Subject phrase = paired ? phraseTo(second - 1, from) : null;
        boolean place = phrase != null
                && phrase.entity() != null
                && Mention.PLACE.equals(phrase.entity().type());
        return place ? nearest(comma, from) : phrase;
    }

    private boolean isName(Subject subject) {
        for (int i = subject.start(); i < subject.end(); i++) {
            if (referents.owner(i) == subject.entity()) {
                return true;
            }
        }
        return false;
    }

    /** The nearest person or pronoun before a verb, if possible one that does not follow a preposition. */
    @Nullable
    Subject nearest(int verb, int from) {
        Subject object = null;
        for (int i = verb - 1; i >= from; i--) {
            int open = referents.opening(i);
            if (open >= from) {
                i = open;
            } else if (referents.isPerson(i)) {
                if (!isObject(i, from)) {
                    return named(i, verb);
                }
                object = object == null ? named(i, verb) : object;
            } else if (isPronoun(i)) {
                return resolved(i, i + 1);
            } else if (joinedGender(i) != 0) {
                return joined(i);
            }
        }
        return object;
    }

    /** The first person, pronoun or noun of a sentence. */
    @Nullable
    Subject first(int from, int end) {
        for (int i = from; i < end; i++) {
            if (referents.isPerson(i)) {
                return named(i, end);
            }
            if (isPronoun(i)) {
                return resolved(i, i + 1);
            }
        }
        boolean noun =
                from < end && tokens.get(from).word() && (tokens.get(from).is(Kind.DETERMINER) || isNoun(from));
        return noun ? phraseFrom(from, end) : null;
    }

    private Subject named(int at, int end) {
        Entity owner = referents.owner(at);
        int start = at;
        while (start > 0 && referents.owner(start - 1) == owner) {
            start--;
        }
        int stop = at + 1;
        while (stop < end && referents.owner(stop) == owner) {
            stop++;
        }
        return new Subject(start, stop, owner);
    }

    private Subject resolved(int at, int end) {
        return new Subject(
                at, end, referents.last(at, Referents.gender(tokens.get(at).form())));
    }

    boolean isPronoun(int at) {
        Token token = tokens.get(at);
        return (token.is(Kind.HE) || token.is(Kind.SHE)) && !(token.capital() && token.shouted());
    }

    private boolean isNoun(int at) {
        Token token = tokens.get(at);
        return !isAdverb(token)
                && (token.capital() && !token.is(Kind.FUNCTION) || referents.owner(at) != null || token.is(Kind.TITLE));
    }

    private static boolean isAdverb(Token token) {
        String word = token.lower();
        return ADVERBS.contains(word) || word.endsWith("ly") || word.endsWith("mente");
    }

    private boolean isBetween(int at) {
        Token token = tokens.get(at);
        return token.word()
                && !token.capital()
                && !isPronoun(at)
                && (token.is(Kind.SPEECH)
                        || token.is(Kind.AUXILIARY)
                        || token.lower().equals("to")
                        || ADVERBS.contains(token.lower()));
    }

    private boolean isSkipped(int at) {
        Token token = tokens.get(at);
        return token.word()
                && !token.capital()
                && !isPronoun(at)
                && !RELATIVES.contains(token.lower())
                && !CONJUNCTIONS.contains(token.lower())
                && (token.is(Kind.AUXILIARY)
                        || token.is(Kind.FUNCTION) && !token.is(Kind.DETERMINER)
                        || isAdverb(token));
    }

    private @Nullable Subject phraseFrom(int from, int end) {
        int stop = from;
        while (stop < end && stop - from < LONGEST && isWithin(stop)) {
            stop++;
        }
        while (stop > from + 1 && isLoose(stop - 1)) {
            stop--;
        }
        Subject phrase = phrase(from, stop);
        if (phrase != null
                && (phrase.entity() == null || !isName(phrase))
                && stop + 1 < end
                && tokens.get(stop).is(',')
                && referents.isPerson(stop + 1)) {
            Subject name = named(stop + 1, end);
            return new Subject(from, name.end(), name.entity());
        }
        return phrase;
    }

    /** Whether a word cannot end a subject. */
    private boolean isLoose(int at) {
        Token token = tokens.get(at);
        return !token.capital() && (LINKS.contains(token.lower()) || token.is(Kind.THE));
    }

    private @Nullable Subject phraseTo(int last, int from) {
        int start = last + 1;
        while (start > from && last + 1 - start < LONGEST && isWithin(start - 1)) {
            start--;
        }
        boolean bare = start == from;
        int first = start;
        while (first <= last && !tokens.get(first).is(Kind.DETERMINER) && !isNoun(first)) {
            first++;
        }
        return first <= last
                ? phrase(first, last + 1)
                : bare && start <= last && !isAdverb(tokens.get(start)) ? phrase(start, last + 1) : null;
    }

    private boolean isWithin(int at) {
        Token token = tokens.get(at);
        return token.word()
                && (referents.owner(at) != null
                        || !isPronoun(at)
                                && (!token.is(Kind.SPEECH) || token.capital())
                                && (token.is(Kind.DETERMINER)
                                        || LINKS.contains(token.lower())
                                        || !token.is(Kind.FUNCTION) && !token.is(Kind.AUXILIARY)
                                        || token.is(Kind.TITLE)));
    }

    /** The subject of these words: the last person before "of", else an organisation or place, else whom an office stands for. */
    private @Nullable Subject phrase(int from, int end) {
        Subject words = new Subject(from, end, null);
        int head = head(from, end);
        Entity person = null;
        Entity other = null;
        boolean noun = false;
        for (int i = from; i < head; i++) {
            Entity owner = referents.owner(i);
            if (referents.isPerson(i)) {
                person = owner;
            } else if (owner != null && owner.type() != null && other == null) {
                other = owner;
            }
            noun |= i > from || !tokens.get(i).is(Kind.DETERMINER);
        }
        if (!noun) {
            return null;
        }
        if (person == null) {
            person = lastName(head, end);
        }
        return person != null ? words.of(person) : office(words, head, other);
    }

    private int head(int from, int end) {
        int head = from;
        while (head < end
                && (head == from
                        || referents.owner(head) != null
                        || !LINKS.contains(tokens.get(head).lower()))) {
            head++;
        }
        return head;
    }

    /** The person whose name ends the words, after a noun: "secretary for fish policy John Smith". */
    private @Nullable Entity lastName(int head, int end) {
        int start = end;
        while (start > head && referents.isPerson(end - 1) && referents.owner(start - 1) == referents.owner(end - 1)) {
            start--;
        }
        if (start == end || start <= head) {
            return null;
        }
        Token before = tokens.get(start - 1);
        boolean apart = LINKS.contains(before.lower()) || before.is(Kind.DETERMINER) || before.is(Kind.TITLE);
        return apart ? null : referents.owner(end - 1);
    }

    /** Whom the words for an office stand for, else the organisation or place that they begin with. */
    private Subject office(Subject words, int head, @Nullable Entity other) {
        boolean office = false;
        int gender = 0;
        Entity titled = null;
        for (int i = words.start(); i < head; i++) {
            Token token = tokens.get(i);
            if (token.is(Kind.TITLE) || token.is(Kind.MALE) || token.is(Kind.FEMALE)) {
                office = true;
                titled = titled == null ? referents.titled(token.lower()) : titled;
                gender = gender == 0 ? Referents.gender(token.form()) : gender;
            }
        }
        if (office && isDefinite(words.start())) {
            return words.of(titled != null ? titled : referents.last(words.start(), gender));
        }
        return words.of(office ? null : other);
    }

    private boolean isDefinite(int from) {
        return tokens.get(from).is(Kind.THE) && tokens.get(from).is(Kind.DETERMINER);
    }
}
