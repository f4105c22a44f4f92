package io.copydesk.extraction;

import io.copydesk.extraction.notice.NoticeReport.Wall;
import io.copydesk.schemas.Access;
import io.copydesk.schemas.Access.State;
import java.util.ArrayList;
import java.util.List;

/**
 * Who may read the article, judged from its notices and what the page declares. What readers met weighs more than what a template claims:
 *
 * <ol>
 *   <li>A notice that counts articles or percents makes it metered.
 *   <li>A notice that the text ends makes it paywalled, unless the text goes on below the notice and the page does not say that it is locked.
 *   <li>Without a notice the declaration stands, and failing that the classes of the page.
 *   <li>The body is partial when the text ends with the notice, or when the part that the page marks as locked is empty.
 * </ol>
 *
 * @param free {@code null} when nothing tells
 */
record AccessJudge(Boolean free, Access access) {

    /** For text without markup. */
    static AccessJudge of(Wall wall) {
        return of(null, wall, AccessMarkup.NONE);
    }

    static AccessJudge of(Boolean declaredFree, Wall wall, AccessMarkup markup) {
        List<String> evidence = new ArrayList<>(wall.evidence());
        if (declaredFree != null) {
            evidence.add("declared: isAccessibleForFree=" + declaredFree);
        }
        List<String> declared = List.copyOf(evidence);
        evidence.addAll(markup.evidence());
        if (wall.metered()) {
            boolean partial = wall.remainingPercent() != null || wall.paywalled() && !wall.textGoesOn();
            return new AccessJudge(false, new Access(State.METERED, partial, wall.remainingPercent(), evidence));
        }
        boolean pitch = wall.textGoesOn() && !Boolean.FALSE.equals(declaredFree) && !markup.locked();
        if (wall.paywalled() && !pitch) {
            boolean partial = !wall.textGoesOn() || markup.lockedPartEmpty();
            return new AccessJudge(false, new Access(State.PAYWALLED, partial, null, evidence));
        }
        if (Boolean.FALSE.equals(declaredFree) || declaredFree == null && markup.locked()) {
            State state = markup.metered() ? State.METERED : State.PAYWALLED;
            return new AccessJudge(false, new Access(state, markup.lockedPartEmpty(), null, evidence));
        }
        return new AccessJudge(
                declaredFree, declared.isEmpty() ? Access.FREE : new Access(State.FREE, false, null, declared));
    }
}
