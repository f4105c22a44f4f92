package io.copydesk.extraction.notice;

import io.copydesk.extraction.notice.NoticePattern.Effect;
import io.copydesk.extraction.notice.NoticeReport.Stripped;
import io.copydesk.schemas.Removed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds walls among what was removed from an article before its notices were looked for. Immutable and thread-safe. */
final class CutWalls {

    /** The rule by which the structure of a page is known to end in a wall. */
    private static final String OFFER = "page/offer-box";
    /** The rule of lines that lead to other articles, which may not be free. */
    static final String TITLE = "page/link-line";

    /** Characters of a label at most. */
    private static final int MAX_LABEL = 40;

    private final WallWords walls;
    private final NoticeScorer scorer;

    CutWalls(WallWords walls, NoticeScorer scorer) {
        this.walls = walls;
        this.scorer = scorer;
    }

    /** Those of {@code cut} below place {@code after} that state a wall, with that as their reason. */
    List<Stripped> find(List<Stripped> cut, int after, @Nullable String language) {
        List<Stripped> found = new ArrayList<>();
        Set<String> ofCards = labelsOfCards(cut, after);
        for (Stripped one : cut) {
            Passage passage = new Passage(one.order(), one.removed().text(), false, 0);
            if (one.order() <= after
                    || one.removed().rule().equals(TITLE)
                    || ofCards.contains(one.removed().text())) {
                continue;
            }
            if (one.removed().rule().equals(OFFER)) {
                found.add(one);
                continue;
            }
            Hit hit = hit(passage, language);
            if (hit != null) {
                found.add(stripped(passage, hit));
            }
        }
        return found;
    }

    /** The labels below place {@code after} that stand right above or below titles of several other articles. */
    private static Set<String> labelsOfCards(List<Stripped> cut, int after) {
        Map<String, String> above = new HashMap<>();
        Map<String, String> below = new HashMap<>();
        Set<String> labels = new HashSet<>();
        for (int i = 1; i < cut.size(); i++) {
            Stripped first = cut.get(i - 1);
            Stripped second = cut.get(i);
            if (first.order() <= after || second.order() != first.order() + 1) {
                continue;
            }
            if (isLabel(first) && isTitle(second)) {
                note(above, first, second, labels);
            } else if (isTitle(first) && isLabel(second)) {
                note(below, second, first, labels);
            }
        }
        return labels;
    }

    /** Adds {@code label} to {@code labels} when it was seen beside another title before. */
    private static void note(Map<String, String> seen, Stripped label, Stripped title, Set<String> labels) {
        String other = seen.putIfAbsent(label.removed().text(), title.removed().text());
        if (other != null && !other.equals(title.removed().text())) {
            labels.add(label.removed().text());
        }
    }

    private static boolean isTitle(Stripped line) {
        return line.removed().rule().equals(TITLE);
    }

    private static boolean isLabel(Stripped line) {
        return !isTitle(line) && line.removed().text().length() <= MAX_LABEL;
    }

    /** The label above the text, at place {@code text}, that says who may read it; with that as its reason. */
    List<Stripped> labelAbove(List<Stripped> cut, int text, @Nullable String language) {
        for (Stripped one : cut) {
            Passage passage = new Passage(one.order(), one.removed().text(), false, 0);
            Hit hit = one.order() < text && passage.text().length() <= MAX_LABEL
                    ? walls.hit(passage, true, language)
                    : null;
            if (hit != null && hit.pattern().effect() == Effect.WALL) {
                return List.of(stripped(passage, hit));
            }
        }
        return List.of();
    }

    /** A passage as removed for what was found in it. */
    static Stripped stripped(Passage passage, Hit hit) {
        NoticePattern pattern = hit.pattern();
        return new Stripped(
                passage.order(), new Removed(passage.text(), pattern.reason(), pattern.rule(), pattern.language()));
    }

    private @Nullable Hit hit(Passage passage, @Nullable String language) {
        Hit hit = walls.hit(passage, true, language);
        if (hit != null) {
            return hit;
        }
        Hit phrase = scorer.score(passage, true, language);
        boolean counts = phrase != null
                && phrase.score() >= NoticeScorer.ENOUGH
                && phrase.pattern().effect() != Effect.NONE
                && phrase.pattern().effect() != Effect.WALL;
        return counts ? phrase : null;
    }
}
