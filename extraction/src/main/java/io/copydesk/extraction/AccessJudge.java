package io.copydesk.extraction;

import io.copydesk.extraction.notice.NoticeReport.Wall;
import io.copydesk.schemas.Access;
import io.copydesk.schemas.Access.State;
import java.util.ArrayList;
import java.util.List;

/**
 * Who may read the article, judged from its notices and what the page declares.
 *
 * @param free {@code null} when nothing tells
 */
record AccessJudge(Boolean free, Access access) {

    /** A notice in the text weighs more than a declaration: it is what readers met. */
    static AccessJudge of(Boolean declaredFree, Wall wall) {
        List<String> evidence = new ArrayList<>(wall.evidence());
        boolean declaredPaid = Boolean.FALSE.equals(declaredFree);
        if (declaredFree != null) {
            evidence.add("declared: isAccessibleForFree=" + declaredFree);
        }
        if (wall.metered()) {
            boolean partial = wall.remainingPercent() != null || wall.paywalled();
            return new AccessJudge(false, new Access(State.METERED, partial, wall.remainingPercent(), evidence));
        }
        if (wall.paywalled() || declaredPaid) {
            return new AccessJudge(false, new Access(State.PAYWALLED, wall.paywalled(), null, evidence));
        }
        return new AccessJudge(
                declaredFree, declaredFree == null ? Access.FREE : new Access(State.FREE, false, null, evidence));
    }
}
