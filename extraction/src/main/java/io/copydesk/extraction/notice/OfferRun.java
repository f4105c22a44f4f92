package io.copydesk.extraction.notice;

import io.copydesk.extraction.notice.NoticePattern.Effect;
import io.copydesk.schemas.LowerCase;
import io.copydesk.schemas.RemovalReason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Recognises a wall that no single line states: below the article, a line that calls on the reader to read on, and in the lines right below it an
 * offer to subscribers that names a price or a login. Each alone stands below free articles, too. Stateless.
 */
final class OfferRun {

    /** The rule of lines that go with a wall above them. */
    static final String AFTER_WALL = "notices/after-wall";

    /** Lines below the call that may hold the offer. */
    private static final int REACH = 4;
    /** Characters of the call at most. */
    private static final int MAX_CALL = 70;
    /** Characters of a line of the offer at most; more is a paragraph. */
    private static final int MAX_LINE = 160;

    private OfferRun() {}

    /**
     * The place of the call in {@code lines}, -1 when there is none.
     *
     * @param lines what stands below the article's last paragraph, in document order, lower case
     * @param teaser whether the text above is so short that one part of an offer is enough
     */
    static int find(List<String> lines, WallWords.Words words, boolean teaser) {
        for (int i = 0; i < lines.size(); i++) {
            String call = lines.get(i);
            if (call.length() <= MAX_CALL && words.has("on", call) && offers(lines, i, words, teaser)) {
                return i;
            }
        }
        return -1;
    }

    /** Marks the short line right below each wall that names its price as gone. */
    static void takePrices(List<Passage> passages, @Nullable Hit[] hits, boolean[] gone) {
        for (int i = 1; i < gone.length; i++) {
            Hit above = hits[i - 1];
            String text = passages.get(i).text();
            if (!gone[i]
                    && gone[i - 1]
                    && above != null
                    && above.pattern().effect() == Effect.WALL
                    && text.length() <= MAX_LINE
                    && Prices.areIn(LowerCase.of(text))) {
                gone[i] = true;
                hits[i] = Hit.of(AFTER_WALL, above.pattern().language(), RemovalReason.SUBSCRIPTION, Effect.NONE);
            }
        }
    }

    private static boolean offers(List<String> lines, int call, WallWords.Words words, boolean teaser) {
        boolean pays = false;
        boolean terms = false;
        for (int i = call; i < Math.min(lines.size(), call + 1 + REACH); i++) {
            String line = lines.get(i);
            if (line.length() > MAX_LINE) {
                break;
            }
            pays |= words.has("pay", line);
            terms |= words.has("login", line) || Prices.areIn(line);
        }
        return teaser ? pays || terms : pays && terms;
    }
}
