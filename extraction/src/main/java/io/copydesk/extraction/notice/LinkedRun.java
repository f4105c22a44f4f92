package io.copydesk.extraction.notice;

import io.copydesk.extraction.notice.NoticePattern.Effect;
import io.copydesk.extraction.notice.NoticeReport.Stripped;
import io.copydesk.schemas.RemovalReason;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Titles of other articles put between two paragraphs: linked lines below a label that is a notice ("See also"), below one in capitals, or each with
 * a tag in brackets behind it. Pure.
 */
final class LinkedRun {

    private static final double LINKED = 0.8;
    private static final double LINKED_BESIDE_TAG = 0.6;
    private static final double LINKED_IN_BOX = 0.6;
    private static final int MAX_TITLE = 160;
    private static final int MIN_WORDS = 3;
    /** Letters of scripts without blanks, of a title in one of these. */
    private static final int MIN_LETTERS = 6;

    /** Titles below a label that is no known notice, at the least; one may be a source. */
    private static final int MIN_TITLES = 2;

    /** More are what the article is about. */
    private static final int MAX_TITLES = 6;

    private static final int MAX_LABEL = 40;

    /** The rules of lists and lines of links and nothing else. */
    private static final Set<String> LISTS = Set.of("page/link-list", "page/teaser-list", "page/link-line");

    /** What kind of article a title leads to, behind it. */
    private static final Pattern TAG = Pattern.compile("[\\[(]\\p{Lu}[\\p{Lu} /&]{2,20}[\\])]$");

    private LinkedRun() {}

    /**
     * Sets {@code gone} and {@code hits} for the lines of such runs and their labels.
     *
     * @param cut what was removed before; the label of a list that was among it goes, too
     */
    static void take(
            List<Passage> passages,
            @Nullable Hit[] hits,
            boolean[] gone,
            List<Stripped> cut,
            @Nullable String language) {
        for (int i = 0; i < gone.length; i++) {
            int end = end(passages, gone, i + 1);
            int titles = end - i - 1;
            boolean known = isRelated(hits[i], gone[i]);
            if (titles > 0
                    && titles <= MAX_TITLES
                    && (known || titles >= MIN_TITLES && isLabelInCapitals(passages.get(i)))) {
                drop(hits, gone, i, end, language);
            }
        }
        for (int i = 0; i < gone.length; i++) {
            if (!gone[i] && (isBox(passages.get(i)) || isLabel(passages.get(i)) && isAbove(passages, i, cut))) {
                drop(hits, gone, i, i + 1, language);
            }
            int end = i;
            while (end < gone.length && !gone[end] && isTagged(passages.get(end))) {
                end++;
            }
            if (end - i >= MIN_TITLES) {
                drop(hits, gone, i, end, language);
            }
        }
    }

    private static void drop(@Nullable Hit[] hits, boolean[] gone, int from, int to, @Nullable String language) {
        for (int i = from; i < to; i++) {
            if (!gone[i]) {
                gone[i] = true;
                hits[i] = Hit.of(
                        "notices/linked-run", language == null ? "und" : language, RemovalReason.RELATED, Effect.NONE);
            }
        }
    }

    private static int end(List<Passage> passages, boolean[] gone, int from) {
        int end = from;
        while (end < gone.length && !gone[end] && isTitle(passages.get(end))) {
            end++;
        }
        return end;
    }

    private static boolean isRelated(@Nullable Hit hit, boolean gone) {
        return gone && hit != null && hit.pattern().reason() == RemovalReason.RELATED;
    }

    private static boolean isTitle(Passage p) {
        return p.linkDensity() >= LINKED && isShort(p) || isTagged(p);
    }

    private static boolean isTagged(Passage p) {
        return p.linkDensity() >= LINKED_BESIDE_TAG
                && isShort(p)
                && TAG.matcher(p.text()).find();
    }

    private static boolean isShort(Passage p) {
        return !p.preformatted() && p.text().length() <= MAX_TITLE && hasWords(p.text());
    }

    private static boolean hasWords(String title) {
        return title.split("\\s+").length >= MIN_WORDS || NoticeWords.of(title).size() >= MIN_LETTERS;
    }

    /** A label in capitals and titles, with line breaks between them. */
    private static boolean isBox(Passage p) {
        int first = p.text().indexOf('\n');
        if (first <= 0 || p.preformatted() || p.linkDensity() < LINKED_IN_BOX) {
            return false;
        }
        String[] titles = p.text().substring(first + 1).split("\n");
        return titles.length >= MIN_TITLES
                && titles.length <= MAX_TITLES
                && isLabelInCapitals(
                        new Passage(p.order(), p.text().substring(0, first).strip(), false, 0))
                && Arrays.stream(titles).allMatch(title -> isShort(p.with(title.strip())));
    }

    private static boolean isLabel(Passage p) {
        return p.text().length() <= MAX_LABEL
                && p.linkDensity() == 0
                && (p.text().endsWith(":") || isLabelInCapitals(p));
    }

    /** Whether titles of other articles that were removed stood between this line and the next. */
    private static boolean isAbove(List<Passage> passages, int i, List<Stripped> cut) {
        int order = passages.get(i).order();
        int next = i + 1 < passages.size() ? passages.get(i + 1).order() : Integer.MAX_VALUE;
        return next > order + MIN_TITLES
                && cut.stream()
                                .filter(one -> one.order() > order && one.order() <= order + MIN_TITLES)
                                .filter(one -> LISTS.contains(one.removed().rule()))
                                .count()
                        == MIN_TITLES;
    }

    /** Two words or more, all in capitals, as "DON'T MISS" or "WHAT TO READ". */
    private static boolean isLabelInCapitals(Passage p) {
        String text = p.text();
        return text.length() <= MAX_LABEL
                && text.indexOf(' ') > 0
                && p.linkDensity() == 0
                && text.chars().noneMatch(Character::isLowerCase)
                && text.chars().filter(Character::isUpperCase).count() * 2 > text.length();
    }
}
