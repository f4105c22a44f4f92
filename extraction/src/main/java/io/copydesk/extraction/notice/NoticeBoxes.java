package io.copydesk.extraction.notice;

import io.copydesk.extraction.notice.NoticePattern.Effect;
import io.copydesk.extraction.notice.NoticeReport.Stripped;
import io.copydesk.extraction.notice.Passage.Box;
import io.copydesk.schemas.RemovalReason;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Removes what stands in one small box with a pitch: of an offer, phrases know the call, seldom the promises and prices around it. A line
 * stays that reads like a sentence of the article. Immutable and thread-safe.
 */
final class NoticeBoxes {

    private static final String RULE = "notices/box";

    /** Reasons of lines that sell something to readers, or ask something of them. */
    private static final Set<RemovalReason> PITCHES = Set.of(
            RemovalReason.SUBSCRIPTION,
            RemovalReason.METERED_COUNT,
            RemovalReason.DEVICE_SHARING,
            RemovalReason.LOGIN,
            RemovalReason.NEWSLETTER,
            RemovalReason.COOKIES);

    /** Lines of a box at most in which what addresses the reader is a pitch without a phrase. */
    private static final int FEW_LINES = 3;

    private final NoticeScorer scorer;
    private final AddressScorer address;
    private final WallWords walls;

    NoticeBoxes(NoticeScorer scorer, AddressScorer address, WallWords walls) {
        this.scorer = scorer;
        this.address = address;
        this.walls = walls;
    }

    /**
     * Sets {@code gone} and {@code hits} for lines in a box with a pitch.
     *
     * @param cut what was removed before: the pitch may be among it
     */
    void extend(
            List<Passage> passages,
            @Nullable Hit[] hits,
            boolean[] gone,
            List<Stripped> cut,
            @Nullable String language) {
        Box judged = Box.NONE;
        Hit pitch = null;
        for (int i = 0; i < gone.length; i++) {
            Passage line = passages.get(i);
            if (gone[i] || line.box().equals(Box.NONE)) {
                continue;
            }
            if (!line.box().equals(judged)) {
                judged = line.box();
                pitch = pitch(judged, passages, hits, gone, cut, language);
            }
            if (pitch != null && belongs(line, language)) {
                gone[i] = true;
                hits[i] =
                        Hit.of(RULE, pitch.pattern().language(), pitch.pattern().reason(), Effect.NONE);
            }
        }
    }

    /** Whether a line beside an offer belongs to it: it has a word of offers, a number, addresses the reader, or is no sentence. */
    boolean isOffer(Passage p, @Nullable String language) {
        AddressScorer.Signs signs = address.read(p, language);
        return p.heading()
                || ".!?…。".indexOf(p.text().charAt(p.text().length() - 1)) < 0
                || p.text().chars().anyMatch(Character::isDigit)
                || signs.topics() > 0
                || signs.addresses()
                || walls.isOfOffer(p, language);
    }

    /** The same, but that a sentence which only addresses the reader is none of an offer: it may be advice. */
    private boolean belongs(Passage p, @Nullable String language) {
        AddressScorer.Signs signs = address.read(p, language);
        return signs.topics() > 0 || signs.foreign() || !signs.addresses() && isOffer(p, language);
    }

    /** A pitch in the box, {@code null} when there is none. */
    private @Nullable Hit pitch(
            Box box,
            List<Passage> passages,
            @Nullable Hit[] hits,
            boolean[] gone,
            List<Stripped> cut,
            @Nullable String language) {
        for (int i = 0; i < gone.length; i++) {
            Hit hit = hits[i];
            if (gone[i] && hit != null && box.has(passages.get(i).order()) && isPitch(hit, box)) {
                return hit;
            }
        }
        for (Stripped one : cut) {
            Hit hit = box.has(one.order()) ? pitch(one, box, language) : null;
            if (hit != null) {
                return hit;
            }
        }
        return null;
    }

    /** The phrase of a line that was removed before. */
    private @Nullable Hit pitch(Stripped one, Box box, @Nullable String language) {
        Hit phrase = scorer.score(new Passage(one.order(), one.removed().text(), false, 0), false, language);
        return phrase != null && phrase.score() >= NoticeScorer.ENOUGH && isPitch(phrase, box) ? phrase : null;
    }

    /** Reviews of what is sold address readers as well, in lists: more than a few lines are told by a phrase alone. */
    private static boolean isPitch(Hit hit, Box box) {
        return PITCHES.contains(hit.pattern().reason())
                && (box.to() - box.from() <= FEW_LINES || !hit.pattern().rule().endsWith(AddressScorer.RULE));
    }
}
