package io.copydesk.extraction.notice;

import io.copydesk.extraction.notice.NoticePattern.Effect;
import io.copydesk.extraction.notice.NoticePattern.Scope;
import io.copydesk.extraction.notice.Vocabulary.Role;
import io.copydesk.schemas.RemovalReason;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Scores lines that match no phrase by what notices have in common: they are about the site itself (newsletters, accounts, devices, comments),
 * address the reader, and call on them to act. News does one of these, seldom all three. Immutable and thread-safe.
 */
final class AddressScorer {

    /** How the rules end by which lines go that it found. */
    static final String RULE = "/address";

    private static final int MAX_WORDS = 45;
    /** Characters of a text that are read for its voice at most. */
    private static final int MOST_VOICE = 8000;

    private static final char FIRST_BEYOND_LATIN = 0x250;

    private static final int MAX_LENGTH = 10 * MAX_WORDS;
    private static final int SHORT = 22;
    private static final int LONG = 32;
    /** Topics that do not occur in instructions and guides; the others count only at the edge of an article. */
    private static final int OWN = Role.NEWSLETTER.bit()
            | Role.COMMENT.bit()
            | Role.FOLLOW.bit()
            | Role.SUPPORT.bit()
            | Role.SUBSCRIPTION.bit();

    /** Where apps are loaded from, in all languages. */
    private static final Pattern STORES = Pattern.compile("(?i)google play|app ?store|appgallery|galaxy store");

    private final Vocabulary vocabulary;
    private final Speech speech;

    AddressScorer(Vocabulary vocabulary, Speech speech) {
        this.vocabulary = vocabulary;
        this.speech = speech;
    }

    /**
     * The features of a line.
     *
     * @param language index of the language it is read in, -1 when it has no features
     * @param roles one bit each
     * @param foreign whether it is in another language than the article
     * @param call 2 when it opens a sentence with a call or a question to the reader, 1 when there is a call inside
     */
    record Signs(int language, int roles, boolean foreign, int call, int words) {
        int topics() {
            return Integer.bitCount(roles & Vocabulary.TOPICS);
        }

        boolean has(Role role) {
            return (roles & role.bit()) != 0;
        }

        boolean addresses() {
            return has(Role.YOU) || has(Role.WE);
        }

        /** Too little for a notice by itself, enough beside other notices. */
        boolean isLikeNotice() {
            return foreign || topics() > 0 && (has(Role.YOU) || call == 2) || topics() > 1;
        }
    }

    /** The score of {@code passage} as a notice, or {@code null} when it has too few features; the scale is that of {@link NoticeScorer}. */
    @Nullable
    Hit score(Passage passage, boolean edge, @Nullable String language) {
        String text = passage.text();
        if (passage.preformatted() || text.length() > MAX_LENGTH || text.indexOf('\n') >= 0) {
            return null;
        }
        if (!vocabulary.mayHoldTopic(text)) {
            return null;
        }
        Signs signs = read(passage, language);
        boolean asks = signs.addresses() || signs.call() > 0 || signs.foreign() && signs.topics() > 1;
        if (signs.language() < 0 || signs.topics() == 0 || !asks) {
            return null;
        }
        boolean opensList = passage.text().endsWith(":") && !signs.foreign();
        if (opensList || !edge && !isSure(signs, passage)) {
            return null;
        }
        int score = Math.min(3, signs.topics()) + signs.call() - 1;
        score += signs.addresses() ? 1 : 0;
        score += edge ? 1 : 0;
        score += signs.foreign() ? 2 : 0;
        score -= signs.foreign() || (signs.roles() & (OWN | Role.DEVICE.bit())) != 0 ? 0 : 2;
        score += offersApp(signs, passage) ? 3 : 0;
        score += signs.words() <= SHORT ? 1 : signs.words() > LONG ? -1 : 0;
        score -= speech.isIn(text, NoticeWords.of(text), NoticeLanguages.ALL.get(signs.language())) ? 3 : 0;
        return new Hit(pattern(signs), -1, score);
    }

    /** Whether it calls on the reader to load an app where apps are loaded from. */
    private static boolean offersApp(Signs signs, Passage passage) {
        return signs.has(Role.APP)
                && signs.call() == 2
                && STORES.matcher(passage.text()).find();
    }

    /** Between the paragraphs of an article more is required: guides and advice call on readers as well. */
    private static boolean isSure(Signs signs, Passage passage) {
        boolean own = (signs.roles() & OWN) != 0 && signs.call() == 2;
        boolean ofSite = signs.has(Role.WE) || signs.topics() > 1 && signs.words() <= SHORT;
        return signs.foreign() || own && ofSite && !passage.heading() || offersApp(signs, passage);
    }

    Signs read(Passage passage, @Nullable String language) {
        SentenceWords line = SentenceWords.of(passage.text());
        int n = line.words().size();
        if (n < 2 || n > MAX_WORDS || passage.text().startsWith("http")) {
            return new Signs(-1, 0, false, 0, n);
        }
        int home = language == null ? -1 : NoticeLanguages.ALL.indexOf(language);
        int[] known = new int[NoticeLanguages.ALL.size()];
        for (String word : line.words()) {
            int[] roles = isInitial(word) ? Vocabulary.NONE : vocabulary.of(word);
            for (int l = 0; roles != Vocabulary.NONE && l < known.length; l++) {
                known[l] += roles[l] != 0 ? 1 : 0;
            }
        }
        int best = home < 0 ? 0 : home;
        for (int l = 0; l < known.length; l++) {
            best = known[l] > known[best] ? l : best;
        }
        int atHome = home < 0 ? 0 : known[home];
        boolean foreign = NoticeLanguages.isForeign(NoticeLanguages.ALL.get(best), language)
                && known[best] >= (atHome == 0 ? 2 : 3)
                && known[best] > 2 * atHome;
        int read = foreign || language == null ? best : home;
        return read < 0 ? new Signs(-1, 0, false, 0, n) : signs(line, read, foreign);
    }

    /** Whether a word is one Latin letter, which says nothing of a language. */
    private static boolean isInitial(String word) {
        return word.length() == 1 && word.charAt(0) < FIRST_BEYOND_LATIN;
    }

    /** Shares of the words of {@code text} that are {@link Role#YOU}, {@link Role#WE} and {@link Role#CALL} in {@code language}. */
    float[] voice(List<Passage> text, @Nullable String language) {
        int home = language == null ? -1 : NoticeLanguages.ALL.indexOf(language);
        float[] shares = new float[3];
        int words = 0;
        int read = 0;
        for (Passage passage : text) {
            if (home < 0 || read > MOST_VOICE) {
                break;
            }
            read += passage.text().length();
            WordCursor each = WordCursor.of(passage.text());
            while (each.next()) {
                int roles = vocabulary.voiceOf(each)[home];
                words++;
                shares[0] += (roles & Role.YOU.bit()) != 0 ? 1 : 0;
                shares[1] += (roles & Role.WE.bit()) != 0 ? 1 : 0;
                shares[2] += (roles & Role.CALL.bit()) != 0 ? 1 : 0;
            }
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= Math.max(1, words);
        }
        return shares;
    }

    private Signs signs(SentenceWords line, int language, boolean foreign) {
        int roles = 0;
        int call = 0;
        List<String> words = line.words();
        for (int i = 0; i < words.size(); i++) {
            int own = vocabulary.of(words.get(i))[language];
            roles |= own;
            if ((own & Role.CALL.bit()) != 0) {
                call = Math.max(call, line.starts().get(i) ? 2 : 1);
            }
            if ((own & Role.ASK.bit()) != 0 && line.questions().get(i)) {
                call = 2;
            }
        }
        return new Signs(language, roles, foreign, call, words.size());
    }

    private static NoticePattern pattern(Signs signs) {
        RemovalReason reason = Arrays.stream(Role.values())
                .filter(signs::has)
                .map(role -> role.reason)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        String language = NoticeLanguages.ALL.get(signs.language());
        return new NoticePattern("notices/" + language + RULE, language, reason, Scope.LINE, 0, Effect.NONE, List.of());
    }
}
