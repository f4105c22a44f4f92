package io.copydesk.extraction.notice;

import io.copydesk.extraction.notice.NoticePattern.Match;
import io.copydesk.extraction.notice.NoticePattern.Scope;
import io.copydesk.schemas.RemovalReason;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Scores the evidence that a passage is a notice: its phrase, place, shape and language. The weights are this project's own and have no other source. */
final class NoticeScorer {

    /** Least score of a notice. */
    static final int ENOUGH = 4;

    private static final int LINE_WORDS = 30;
    /** Longer passages, in characters, are never notices. */
    private static final int MAX_TEXT = 5000;

    /** Words from which a phrase is no coincidence in a line of any length. */
    private static final int LONG_PHRASE = 5;
    /** The same for languages in which each letter is a word. */
    private static final int LONG_SPELLED = 15;
    /** Most characters of a label in front of a title. */
    private static final int MAX_LABEL = 60;

    private final NoticePack pack;
    private final Speech speech;

    NoticeScorer(NoticePack pack, Speech speech) {
        this.pack = pack;
        this.speech = speech;
    }

    /**
     * The phrase with the highest score, or {@code null} when the passage holds no phrase.
     *
     * @param edge whether it is before the first or after the last paragraph of the article
     * @param language primary language of the article, {@code null} when unknown
     */
    @Nullable
    Hit score(Passage passage, boolean edge, @Nullable String language) {
        if (passage.text().length() > MAX_TEXT || !pack.mayHoldPhrase(passage.text())) {
            return null;
        }
        FoldedWords words = NoticeWords.of(passage.text());
        Hit best = null;
        Map<String, Set<String>> rules = new HashMap<>(0);
        for (int i = 0; i < words.size(); i++) {
            List<NoticePattern> patterns = pack.startingAt(words, i);
            for (int p = 0; p < patterns.size(); p++) {
                NoticePattern pattern = patterns.get(p);
                Match match = pattern.matchAt(words, i);
                if (match == null
                        || !inScope(pattern, match, words.size(), isLabel(pattern, match, passage.text()))
                        || isBareLabel(pattern, match, passage.text(), language)) {
                    continue;
                }
                rules.computeIfAbsent(pattern.language(), k -> new HashSet<>()).add(pattern.rule());
                int score = weigh(pattern, match, words, passage, edge, language);
                if (best == null || score > best.score()) {
                    best = new Hit(pattern, match.number(), score);
                }
            }
        }
        // Phrases of another language say nothing new.
        int more = best == null
                ? 0
                : Math.min(
                        2,
                        rules.getOrDefault(best.pattern().language(), Set.of()).size() - 1);
        return best == null || more < 1 ? best : new Hit(best.pattern(), best.number(), best.score() + more);
    }

    private static boolean inScope(NoticePattern pattern, Match match, int words, boolean label) {
        return switch (pattern.scope()) {
            case LINE ->
                label
                        || words <= LINE_WORDS
                                && match.start() <= 1
                                && match.literal() * 2 >= words
                                && (match.literal() > 1 || isWhole(pattern, match, words));
            case START -> match.start() == 0 || match.start() == 1 && match.literal() > 1;
            case ANYWHERE -> true;
        };
    }

    /** A single word is enough only when the phrase accounts for the whole line. */
    private static boolean isWhole(NoticePattern pattern, Match match, int words) {
        return match.start() == 0 && (match.end() == words || pattern.isOpen());
    }

    /** A weak word counts only as a label, and only in its own language. */
    private static boolean isBareLabel(NoticePattern p, Match match, String text, @Nullable String language) {
        boolean weak = p.scope() == Scope.START && p.weight() == 1 && match.literal() == 1;
        return weak && (language != null && !language.equals(p.language()) || !isLabel(p, match, text));
    }

    private int weigh(
            NoticePattern p,
            Match match,
            List<String> words,
            Passage passage,
            boolean edge,
            @Nullable String language) {
        int n = words.size();
        double coverage = (double) match.literal() / n;
        int score = p.weight();
        score += edge ? 1 : 0;
        score += match.start() == 0 ? 1 : 0;
        score += NoticeLanguages.isForeign(p.language(), language) && !isShared(p, match) ? 2 : 0;
        score += passage.linkDensity() > 0.3 ? 1 : 0;
        score += p.reason() == RemovalReason.COMMENTS && passage.text().indexOf('@') > 0 ? 1 : 0;
        score -= n > 90 ? 3 : n > 45 ? 1 : 0;
        if (isLabel(p, match, passage.text())) {
            return score + 2; // what follows is a title, which may be long or a quote
        }
        score += coverage >= 0.7 ? 2 : coverage >= 0.4 ? 1 : coverage < 0.2 && !isLong(p, match) ? n > 14 ? -2 : -1 : 0;
        score -= passage.heading() && !edge && match.literal() == 1 ? 2 : 0;
        score -= speech.isIn(passage.text(), words, p.language()) ? 3 : 0;
        return score;
    }

    private static boolean isLong(NoticePattern p, Match match) {
        boolean spelled = p.language().equals("ja")
                || p.language().equals("zh")
                || p.language().equals("th");
        return match.literal() >= (spelled ? LONG_SPELLED : LONG_PHRASE);
    }

    /** {@code Read also: A title}, {@code Newsletter: The week}. */
    private static boolean isLabel(NoticePattern p, Match match, String text) {
        boolean related = p.scope() == Scope.LINE && p.reason() == RemovalReason.RELATED && match.literal() > 1;
        if (p.scope() != Scope.START && !related || match.start() > 0) {
            return false;
        }
        int from = 0;
        while (from < text.length() && !Character.isLetterOrDigit(text.charAt(from))) {
            from++;
        }
        for (int i = from; i < Math.min(text.length(), MAX_LABEL); i++) {
            if ((related ? ":：" : ":：|>»›–—").indexOf(text.charAt(i)) >= 0) {
                int label = NoticeWords.of(text.substring(from, i)).size();
                return p.isOpen() && related ? label <= match.end() : label == match.end();
            }
        }
        return false;
    }

    /** One or two words may be the same in many languages, so they are no evidence of a foreign one. */
    private static boolean isShared(NoticePattern p, Match match) {
        return match.literal() < 3;
    }
}
