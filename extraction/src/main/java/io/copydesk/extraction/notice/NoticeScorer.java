package io.copydesk.extraction.notice;

import io.copydesk.extraction.notice.NoticePattern.Match;
import io.copydesk.extraction.notice.NoticePattern.Scope;
import java.util.List;

/** Weighs what speaks for and against a passage being a notice: its phrase, its place, its shape, its language. */
final class NoticeScorer {

    /** From here on a passage is a notice. */
    static final int ENOUGH = 4;

    private static final int LINE_WORDS = 30;
    /** No notice is as long as this. */
    private static final int MAX_TEXT = 5000;

    private final NoticePack pack;

    NoticeScorer(NoticePack pack) {
        this.pack = pack;
    }

    /**
     * The phrase with the highest score, or {@code null} when no phrase is in the passage.
     *
     * @param edge whether it stands before the first or after the last paragraph of the article
     * @param language primary language of the article, {@code null} when not known
     */
    Hit score(Passage passage, boolean edge, String language) {
        if (passage.text().length() > MAX_TEXT || !pack.mayHoldPhrase(passage.text())) {
            return null;
        }
        List<String> words = Words.of(passage.text());
        Hit best = null;
        int found = 0;
        for (int i = 0; i < words.size(); i++) {
            for (NoticePattern pattern : pack.startingWith(words.get(i))) {
                Match match = pattern.matchAt(words, i);
                if (match == null || !inScope(pattern.scope(), match, words.size())) {
                    continue;
                }
                found++;
                int score = weigh(pattern, match, words, passage, edge, language);
                if (best == null || score > best.score()) {
                    best = new Hit(pattern, match.number(), score);
                }
            }
        }
        return best == null || found < 2 ? best : new Hit(best.pattern(), best.number(), best.score() + 1);
    }

    private static boolean inScope(Scope scope, Match match, int words) {
        return switch (scope) {
            case LINE -> words <= LINE_WORDS && match.start() <= 1 && match.literal() * 2 >= words;
            case START -> match.start() <= 1;
            case ANYWHERE -> true;
        };
    }

    private int weigh(
            NoticePattern p, Match match, List<String> words, Passage passage, boolean edge, String language) {
        int n = words.size();
        double coverage = (double) match.literal() / n;
        int score = p.weight();
        score += edge ? 1 : 0;
        score += coverage >= 0.7 ? 2 : coverage >= 0.4 ? 1 : coverage < 0.2 ? n > 14 ? -2 : -1 : 0;
        score += match.start() == 0 ? 1 : 0;
        score += language != null && !language.equals(p.language()) && !isShared(p, match) ? 2 : 0;
        score += passage.linkDensity() > 0.3 ? 1 : 0;
        score -= n > 90 ? 3 : n > 45 ? 1 : 0;
        score -= reports(passage.text(), words) ? 3 : 0;
        return score;
    }

    /** One or two words are the same in many languages and prove none. */
    private static boolean isShared(NoticePattern p, Match match) {
        return match.literal() < 3;
    }

    /** Speech and reporting verbs: somebody says it, the site does not. */
    private boolean reports(String text, List<String> words) {
        if (quotes(text)) {
            return true;
        }
        for (String word : words) {
            if (pack.list("report").contains(word)) {
                return true;
            }
        }
        return false;
    }

    static boolean quotes(String text) {
        return text.indexOf('“') >= 0 || text.indexOf('„') >= 0 || text.indexOf('«') >= 0 || text.indexOf('"') >= 0;
    }
}
