package io.copydesk.enrich.entity;

import io.copydesk.enrich.entity.Clues.Kind;
import io.copydesk.schemas.Mention;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whom the words of a text stand for: names, and pronouns and offices for the last person that fits. For one text, by one thread. */
final class Referents {

    /** Tokens before a pronoun in which its person is looked for. */
    private static final int REACH = 400;

    private final List<Token> tokens;
    private final @Nullable Entity[] owners;
    /** By token, the index of the token that opens the quotation which it closes, else -1. */
    private final int[] opens;
    /** The subjects of verbs of saying. */
    private final Map<Integer, Entity> speakers = new HashMap<>();

    /** By word in lower case, the first person before whose name it stands. */
    private final Map<String, Entity> titles = new HashMap<>();

    /** The gender that words before the name of a person show. */
    private final Map<Entity, Integer> shown = new HashMap<>();

    Referents(List<Token> tokens, Iterable<Entity> entities, List<Quotation> quotations) {
        this.tokens = tokens;
        Map<Integer, Entity> starts = new HashMap<>();
        for (Entity entity : entities) {
            entity.spans().forEach(span -> span.forEach(token -> starts.put(token.start(), entity)));
        }
        owners = new Entity[tokens.size()];
        opens = new int[tokens.size()];
        for (int i = 0; i < owners.length; i++) {
            owners[i] = tokens.get(i).word() ? starts.get(tokens.get(i).start()) : null;
            opens[i] = -1;
            if (i > 0
                    && isPerson(owners[i])
                    && owners[i - 1] == null
                    && tokens.get(i - 1).word()) {
                title(tokens.get(i - 1).form(), owners[i]);
            }
        }
        quotations.forEach(quotation -> opens[quotation.close()] = quotation.open());
    }

    private void title(Word word, @Nullable Entity person) {
        if (person != null) {
            titles.putIfAbsent(word.lower(), person);
            if (gender(word) != 0) {
                shown.putIfAbsent(person, gender(word));
            }
        }
    }

    /** What the word is a part of the name of. */
    @Nullable
    Entity owner(int at) {
        return owners[at];
    }

    /** Whether the word is a part of a person's name. */
    boolean isPerson(int at) {
        return isPerson(owners[at]);
    }

    private static boolean isPerson(@Nullable Entity entity) {
        return entity != null && Mention.PERSON.equals(entity.type());
    }

    /** The token that opens the quotation which this one closes, -1 if it closes none. */
    int opening(int close) {
        return opens[close];
    }

    /** Notes who speaks, for the pronouns that follow. */
    void speaks(Subject subject) {
        if (subject.entity() != null) {
            speakers.put(subject.start(), subject.entity());
        }
    }

    /**
     * The last person before a token: the subject of a verb of saying, else the first of the sentence.
     *
     * @param gender 1 for a man, 2 for a woman, 0 for either
     */
    @Nullable
    Entity last(int before, int gender) {
        Entity speaker = speakerOfLine(before, gender);
        if (speaker != null) {
            return speaker;
        }
        Entity first = null;
        for (int i = before - 1; i >= 0 && before - i < REACH; i--) {
            if (isEnd(i) && first != null) {
                return first;
            }
            if (opens[i] >= 0) {
                i = opens[i];
                continue;
            }
            Entity speaks = speakers.getOrDefault(i, isBesideVerb(i) ? owners[i] : null);
            if (speaks != null && fits(speaks, gender)) {
                return speaks;
            }
            Entity owner = owners[i];
            if (owner != null && fits(owner, gender)) {
                first = owner;
            }
        }
        return first;
    }

    /** The same, else the last organisation, for a pronoun that may stand for one. */
    @Nullable
    Entity lastOrOrganisation(int before, int gender) {
        Entity person = last(before, gender);
        for (int i = before - 1; person == null && i >= 0 && before - i < REACH; i--) {
            Entity owner = owners[i];
            person = owner != null && Mention.ORGANIZATION.equals(owner.type()) ? owner : null;
        }
        return person;
    }

    /** The last speaker of the line. */
    private @Nullable Entity speakerOfLine(int before, int gender) {
        for (int i = before - 1; i >= 0 && before - i < REACH && !tokens.get(i).is('\n'); i--) {
            Entity speaker = speakers.get(i);
            if (speaker != null && fits(speaker, gender)) {
                return speaker;
            }
        }
        return null;
    }

    /** Whether a verb of saying is directly before or after a word. */
    private boolean isBesideVerb(int at) {
        return at + 1 < owners.length && tokens.get(at + 1).is(Kind.SPEECH)
                || at > 0 && tokens.get(at - 1).is(Kind.SPEECH)
                || at > 1 && owners[at - 1] == null && tokens.get(at - 2).is(Kind.SPEECH);
    }

    /** The person before whose name a title in lower case stands, such as "congressman". */
    @Nullable
    Entity titled(String title) {
        return titles.get(title);
    }

    private boolean isEnd(int at) {
        Token token = tokens.get(at);
        return !token.word() && ".!?\n".indexOf(token.text().charAt(0)) >= 0;
    }

    private boolean fits(Entity entity, int gender) {
        if (!isPerson(entity)) {
            return false;
        }
        int own = gender(entity);
        return gender == 0 || own == 0 || own == gender;
    }

    private int gender(Entity entity) {
        int gender = gender(entity.name().first());
        return gender == 0 ? shown.getOrDefault(entity, 0) : gender;
    }

    /** The gender that a word shows: 1 a man, 2 a woman, 0 not known. */
    static int gender(Word word) {
        boolean man = word.is(Kind.MALE) || word.is(Kind.HE);
        boolean woman = word.is(Kind.FEMALE) || word.is(Kind.SHE);
        return man == woman ? 0 : man ? 1 : 2;
    }
}
