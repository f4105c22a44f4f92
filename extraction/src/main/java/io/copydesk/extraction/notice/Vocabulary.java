package io.copydesk.extraction.notice;

import io.copydesk.extraction.resource.ResourceLines;
import io.copydesk.extraction.resource.WordHashes;
import io.copydesk.schemas.RemovalReason;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Words in which sites address their readers about themselves, by language and role. The head of {@code vocabulary/en.txt} describes the
 * format. Immutable and thread-safe.
 */
final class Vocabulary {

    /** The role of a word in a notice. The topics come first; of several, the first names the notice. */
    enum Role {
        DEVICE(RemovalReason.DEVICE_SHARING),
        NEWSLETTER(RemovalReason.NEWSLETTER),
        COMMENT(RemovalReason.COMMENTS),
        FOLLOW(RemovalReason.SHARE),
        SUPPORT(RemovalReason.SUBSCRIPTION),
        SUBSCRIPTION(RemovalReason.SUBSCRIPTION),
        APP(RemovalReason.APP),
        ACCOUNT(RemovalReason.LOGIN),
        CONTACT(RemovalReason.COMMENTS),
        OFFER(RemovalReason.SUBSCRIPTION),
        READING(RemovalReason.SUBSCRIPTION),
        /** Addresses the reader. */
        YOU(null),
        /** Refers to the site itself. */
        WE(null),
        /** Calls on the reader to act. */
        CALL(null),
        /** Opens a question to the reader. */
        ASK(null),
        /** Frequent in this language: distinguishes it from others. */
        COMMON(null);

        /** {@code null} for a role that is no topic. */
        final @Nullable RemovalReason reason;

        Role(@Nullable RemovalReason reason) {
            this.reason = reason;
        }

        int bit() {
            return 1 << ordinal();
        }
    }

    /** The bits of the roles that are topics. */
    static final int TOPICS = Role.YOU.bit() - 1;

    private static final int VOICES = Role.YOU.bit() | Role.WE.bit() | Role.CALL.bit();

    /** The roles of a word that is in no list. */
    static final int[] NONE = new int[NoticeLanguages.ALL.size()];

    private final Map<String, int[]> roles = new HashMap<>();
    private final WordHashes words;
    /** Those by which a text is told to address, speak or call. */
    private final WordHashes voices;

    private final Triggers topics;

    private Vocabulary(Map<String, List<String>> lines) {
        lines.forEach((language, words) -> add(NoticeLanguages.ALL.indexOf(language), words));
        words = WordHashes.of(roles.keySet());
        voices = WordHashes.of(withOneOf(VOICES));
        topics = Triggers.of(withOneOf(TOPICS));
    }

    /** The words that have one of these roles in a language. */
    private List<String> withOneOf(int wanted) {
        return roles.entrySet().stream()
                .filter(word -> Arrays.stream(word.getValue()).anyMatch(bits -> (bits & wanted) != 0))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The bundled words; a language may have phrases only. */
    static Vocabulary load() {
        Map<String, List<String>> lines = new HashMap<>();
        for (String language : NoticeLanguages.ALL) {
            lines.put(language, ResourceLines.ifPresent(Vocabulary.class, "vocabulary/" + language + ".txt"));
        }
        return of(lines);
    }

    /** The words of these lines, by language. */
    static Vocabulary of(Map<String, List<String>> lines) {
        return new Vocabulary(lines);
    }

    private void add(int index, List<String> lines) {
        for (String line : lines) {
            List<String> fields = List.of(line.split("\\s+"));
            Role role = Role.valueOf(fields.get(0).toUpperCase(Locale.ROOT));
            for (String word : fields.subList(1, fields.size())) {
                roles.computeIfAbsent(NoticeWords.fold(word), k -> new int[NONE.length])[index] |= role.bit();
            }
        }
    }

    /** Whether {@code text} may name a topic in any language; {@code false} is certain. */
    boolean mayHoldTopic(String text) {
        return topics.mayBeIn(text);
    }

    /** The roles of {@code word}, one bit each, at the index of each language; must not be modified. */
    int[] of(String word) {
        return words.mayHold(word) ? roles.getOrDefault(word, NONE) : NONE;
    }

    /** The same for the word that {@code text} is at, where it has one of the roles {@link Role#YOU}, {@link Role#WE} and {@link Role#CALL}. */
    int[] voiceOf(WordCursor text) {
        return voices.mayHold(text.hash()) ? roles.getOrDefault(text.word(), NONE) : NONE;
    }
}
