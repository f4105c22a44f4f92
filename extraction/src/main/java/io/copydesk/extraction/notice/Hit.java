package io.copydesk.extraction.notice;

import io.copydesk.extraction.notice.NoticePattern.Effect;
import io.copydesk.extraction.notice.NoticePattern.Scope;
import io.copydesk.schemas.RemovalReason;
import java.util.List;

/**
 * The best phrase found in one passage.
 *
 * @param number the number in the phrase, -1 without one
 * @param score evidence for removal, before neighbours are considered; see {@link NoticeScorer#ENOUGH}
 */
record Hit(NoticePattern pattern, int number, int score) {

    /** A hit of no phrase but of a rule, with as much evidence as a removal needs. */
    static Hit of(String rule, String language, RemovalReason reason, Effect effect) {
        return new Hit(
                new NoticePattern(rule, language, reason, Scope.LINE, 0, effect, List.of()), -1, NoticeScorer.ENOUGH);
    }
}
