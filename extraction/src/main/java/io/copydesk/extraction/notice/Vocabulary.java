package io.copydesk.extraction.notice;

import io.copydesk.extraction.resource.ResourceLines;
import io.copydesk.extraction.resource.WordHashes;
import io.copydesk.schemas.RemovalReason;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * NoticeWords in which sites speak to their readers about themselves, by language and role. The format is told at the head of
 * {@code vocabulary/en.txt}. Immutable and thread-safe.
 */
final class Vocabulary {

    /** What a word does in a notice. The topics come first, in the order in which one names the notice when several are met. */
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
        /** The site speaks of itself. */
        WE(null),
        /** Tells the reader to do something. */
        CALL(null),
        /** Opens a question to the reader. */
        ASK(null),
        /** Frequent in this language: tells it from others. */
        COMMON(null);

        /** {@code null} for what is no topic. */
        final RemovalReason reason;

        Role(RemovalReason reason) {
            this.reason = reason;
        }

        int bit() {
            return 1 << ordinal();
        }
    }

    /** The bits of the roles that are topics. */
    static final int TOPICS = Role.YOU.bit() - 1;

    /** The roles of a word that is in no list. */
    static final int[] NONE = new int[NoticeLanguages.ALL.size()];

    private final Map<String, int[]> roles = new HashMap<>();
    private WordHashes words;
    private Triggers topics;

    private Vocabulary() {}

    static Vocabulary load() {
        Vocabulary vocabulary = new Vocabulary();
        for (int i = 0; i < NoticeLanguages.ALL.size(); i++) {
            String name = "vocabulary/" + NoticeLanguages.ALL.get(i) + ".txt";
            if (Vocabulary.class.getResource(name) == null) {
                continue; // a language may have phrases only
            }
            for (String line : ResourceLines.of(Vocabulary.class, name)) {
                List<String> fields = List.of(line.split("\\s+"));
                Role role = Role.valueOf(fields.get(0).toUpperCase(Locale.ROOT));
                for (String word : fields.subList(1, fields.size())) {
                    vocabulary.roles.computeIfAbsent(NoticeWords.fold(word), k -> new int[NONE.length])[i] |=
                            role.bit();
                }
            }
        }
        vocabulary.index();
        return vocabulary;
    }

    private void index() {
        words = WordHashes.of(roles.keySet());
        topics = Triggers.of(roles.keySet().stream()
                .filter(word -> Arrays.stream(roles.get(word)).anyMatch(bits -> (bits & TOPICS) != 0))
                .toList());
    }

    /** Whether {@code text} may speak of a topic in any language; {@code false} is certain. */
    boolean mayHoldTopic(String text) {
        return topics.mayBeIn(text);
    }

    /** The roles of {@code word}, one bit each, at the index of each language; not to be written to. */
    int[] of(String word) {
        return words.mayHold(word) ? roles.getOrDefault(word, NONE) : NONE;
    }
}
