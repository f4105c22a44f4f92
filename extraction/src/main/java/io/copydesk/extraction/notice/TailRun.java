package io.copydesk.extraction.notice;

import io.copydesk.extraction.notice.NoticePattern.Effect;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Extends runs of notices below the last paragraph of an article: a short line beside notices is removed with them when it has a feature of a notice,
 * or when it is enclosed by them.
 */
final class TailRun {

    private static final int MIN_NOTICES = 2;
    private static final int MAX_WORDS = 25;

    private final AddressScorer address;

    TailRun(AddressScorer address) {
        this.address = address;
    }

    /** Sets {@code gone} and {@code hits} for lines after {@code last} that belong to a run. */
    void extend(List<Passage> passages, @Nullable Hit[] hits, boolean[] gone, int last, @Nullable String language) {
        int notices = 0;
        for (int i = last + 1; i < gone.length; i++) {
            notices += gone[i] ? 1 : 0;
        }
        if (last < 0 || notices < MIN_NOTICES) {
            return;
        }
        for (int i = last + 1; i < gone.length; i++) {
            take(passages, hits, gone, last, i, language);
        }
        for (int i = gone.length - 1; i > last; i--) {
            take(passages, hits, gone, last, i, language);
        }
    }

    private void take(
            List<Passage> passages, @Nullable Hit[] hits, boolean[] gone, int last, int i, @Nullable String language) {
        boolean after = i - 1 > last && gone[i - 1];
        boolean before = i + 1 < gone.length && gone[i + 1];
        if (gone[i] || !after && !before) {
            return;
        }
        Passage passage = passages.get(i);
        int words = NoticeWords.of(passage.text()).size();
        if (words > MAX_WORDS || Speech.quotes(passage.text())) {
            return;
        }
        boolean like = hits[i] != null || address.read(passage, language).isLikeNotice();
        boolean enclosed = after && before && i - 2 > last && gone[i - 2];
        if (like || enclosed) {
            NoticePattern neighbour = hits[after ? i - 1 : i + 1].pattern();
            gone[i] = true;
            hits[i] = Hit.of("notices/run", neighbour.language(), neighbour.reason(), Effect.NONE);
        }
    }
}
