package io.copydesk.extraction;

import io.copydesk.extraction.notice.NoticeReport.Wall;
import io.copydesk.schemas.Access;
import io.copydesk.schemas.Access.State;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Access to the article, judged from its notices and from what the page declares. A notice that is shown to readers outweighs the declaration of a
 * template:
 *
 * <ol>
 *   <li>A notice that counts articles or percents makes it metered.
 *   <li>A notice that the text ends makes it paywalled, unless the text continues below the notice and the page does not declare it locked.
 *   <li>Without a notice the declaration decides, and without one the classes of the page.
 *   <li>The body is partial when the text ends with the notice, or when the part that the page marks as locked is empty or holds nothing of it.
 * </ol>
 *
 * @param free {@code null} when there is no evidence
 */
record AccessJudge(@Nullable Boolean free, Access access) {

    /** For text without markup. */
    static AccessJudge of(Wall wall) {
        return of(null, wall, AccessMarkup.NONE, List.of());
    }

    /**
     * @param body the paragraphs that were kept
     */
    static AccessJudge of(@Nullable Boolean declaredFree, Wall wall, AccessMarkup markup, List<String> body) {
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
            return new AccessJudge(
                    false, new Access(state, markup.lockedPartEmpty() || markup.isOffer(body), null, evidence));
        }
        return new AccessJudge(
                declaredFree, declared.isEmpty() ? Access.FREE : new Access(State.FREE, false, null, declared));
    }
}
