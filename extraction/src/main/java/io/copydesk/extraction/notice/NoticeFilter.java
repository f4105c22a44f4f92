package io.copydesk.extraction.notice;

import io.copydesk.extraction.notice.NoticePattern.Effect;
import io.copydesk.extraction.notice.NoticeReport.Stripped;
import io.copydesk.extraction.notice.NoticeReport.Wall;
import io.copydesk.extraction.resource.Agencies;
import io.copydesk.schemas.RemovalReason;
import io.copydesk.schemas.Removed;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Removes the notices from an article, and reads from them what they reveal about access. Immutable and thread-safe. */
public final class NoticeFilter {

    /** Paragraphs below a wall from which the text continues; fewer are a caption or terms. */
    private static final int GOES_ON = 2;

    private final NoticePack pack;
    private final GluedTeasers teasers;
    private final NoticeScorer scorer;
    private final CreditRule credits;
    private final AfterWallRule afterWall;
    private final AddressScorer address;
    private final TailRun tail;

    private final boolean silent;

    private NoticeFilter(NoticePack pack, boolean silent) {
        this.pack = pack;
        this.teasers = new GluedTeasers(pack);
        this.silent = silent;
        Speech speech = new Speech(pack);
        this.scorer = new NoticeScorer(pack, speech);
        this.credits = new CreditRule(pack, Agencies.all());
        this.afterWall = new AfterWallRule(pack);
        this.address = new AddressScorer(Vocabulary.load(), speech);
        this.tail = new TailRun(address);
    }

    /** A filter with the bundled phrases. */
    public static NoticeFilter create() {
        return new NoticeFilter(NoticePack.load(), false);
    }

    /** A filter that removes nothing. */
    public static NoticeFilter silent() {
        return new NoticeFilter(NoticePack.load(), true);
    }

    /** Removes teasers that were glued into paragraphs, with the same phrases. */
    public GluedTeasers gluedTeasers() {
        return teasers;
    }

    /** Evidence of the phrases alone that {@code text} is a notice, at any place; at least 1 when it holds one, 0 when it holds none. */
    public int score(String text) {
        if (silent) {
            return 0;
        }
        Hit hit = scorer.score(new Passage(0, text, false, 0), false, null);
        return hit == null ? 0 : Math.max(1, hit.score() + 3);
    }

    /**
     * Separates the passages of one article from its notices. Passages of several lines are judged as a whole, then line by line; no two passages
     * may have the same order.
     *
     * @param language BCP 47 tag of the article, {@code null} when unknown
     */
    public NoticeReport filter(List<Passage> article, @Nullable String language) {
        if (silent) {
            return new NoticeReport(article, List.of(), Wall.NONE);
        }
        String primary = NoticeLanguages.packOf(language);
        List<Stripped> glued = new ArrayList<>();
        List<Passage> apart = withoutTeasers(article, glued);
        List<Passage> passages = SentenceTails.split(
                BrokenLines.split(apart, line -> isNotice(line, primary)),
                sentence -> scorer.score(sentence, false, primary));
        int n = passages.size();
        @Nullable Hit[] hits = new Hit[n];
        for (int i = 0; i < n; i++) {
            hits[i] = hit(passages.get(i), false, primary);
        }
        int first = firstStrong(passages, hits);
        int last = lastStrong(passages, hits);
        boolean[] gone = new boolean[n];
        for (int i = 0; i < n; i++) {
            boolean edge = last >= 0 && (i > last || i < first);
            hits[i] = edge ? hit(passages.get(i), true, primary) : hits[i];
            gone[i] = hits[i] != null && hits[i].score() >= NoticeScorer.ENOUGH;
        }
        for (int i = 0; i < n; i++) {
            boolean beside = i > 0 && gone[i - 1] || i + 1 < n && gone[i + 1];
            if (hits[i] != null && !gone[i] && beside && hits[i].score() + 1 >= NoticeScorer.ENOUGH) {
                gone[i] = true;
            }
        }
        tail.extend(passages, hits, gone, last, primary);
        return report(passages, hits, gone, last, glued);
    }

    private List<Passage> withoutTeasers(List<Passage> article, List<Stripped> removed) {
        List<Passage> left = new ArrayList<>();
        for (Passage p : article) {
            GluedTeasers.Cleaned cleaned =
                    p.preformatted() ? new GluedTeasers.Cleaned(p.text(), List.of()) : teasers.clean(p.text());
            cleaned.removed().forEach(r -> removed.add(new Stripped(p.order(), r)));
            if (!cleaned.text().isBlank()) {
                left.add(cleaned.removed().isEmpty() ? p : p.with(cleaned.text()));
            }
        }
        return left;
    }

    private boolean isNotice(Passage line, @Nullable String language) {
        Hit hit = hit(line, true, language);
        return hit != null && hit.score() >= NoticeScorer.ENOUGH;
    }

    /** The better of phrase and address; an address that misses the threshold by more than one does not count. */
    private @Nullable Hit hit(Passage passage, boolean edge, @Nullable String language) {
        Hit phrase = scorer.score(passage, edge, language);
        Hit addressed = address.score(passage, edge, language);
        boolean counts = addressed != null
                && addressed.score() + 1 >= NoticeScorer.ENOUGH
                && (phrase == null || phrase.score() < Math.min(addressed.score(), NoticeScorer.ENOUGH));
        return counts ? addressed : phrase;
    }

    private NoticeReport report(
            List<Passage> passages, @Nullable Hit[] hits, boolean[] gone, int last, List<Stripped> glued) {
        List<Passage> kept = new ArrayList<>();
        List<Stripped> removed = new ArrayList<>(glued);
        boolean wall = false;
        for (int i = 0; i < passages.size(); i++) {
            Passage p = passages.get(i);
            Removed out = null;
            if (gone[i]) {
                NoticePattern pattern = hits[i].pattern();
                out = new Removed(p.text(), pattern.reason(), pattern.rule(), pattern.language());
                wall |= i > last && isOfWall(pattern.reason());
            } else if (credits.isCredit(p)) {
                out = new Removed(p.text(), RemovalReason.PHOTO_CREDIT, "notices/credit", null);
            } else if (wall && afterWall.belongs(p)) {
                out = new Removed(p.text(), RemovalReason.SUBSCRIPTION, "notices/after-wall", null);
            }
            if (out == null) {
                kept.add(p);
            } else {
                removed.add(new Stripped(p.order(), out));
            }
        }
        return new NoticeReport(BrokenLines.join(kept), removed, wall(passages, hits, gone));
    }

    private static boolean isOfWall(RemovalReason reason) {
        return reason == RemovalReason.SUBSCRIPTION || reason == RemovalReason.METERED_COUNT;
    }

    private static Wall wall(List<Passage> passages, @Nullable Hit[] hits, boolean[] gone) {
        boolean paywalled = false;
        boolean metered = false;
        Integer percent = null;
        int below = 0;
        List<String> evidence = new ArrayList<>();
        for (int i = 0; i < hits.length; i++) {
            below += !gone[i] && isStrong(passages.get(i), hits[i]) ? 1 : 0;
            if (!gone[i] || hits[i].pattern().effect() == Effect.NONE) {
                continue;
            }
            Effect effect = hits[i].pattern().effect();
            paywalled |= effect == Effect.WALL;
            metered |= effect == Effect.METER || effect == Effect.PERCENT;
            int number = hits[i].number();
            if (effect == Effect.PERCENT && percent == null && number > 0 && number <= 100) {
                percent = number;
            }
            evidence.add("notice: " + passages.get(i).text());
            below = 0;
        }
        return evidence.isEmpty()
                ? Wall.NONE
                : new Wall(paywalled, metered, percent, below >= GOES_ON, List.copyOf(evidence));
    }

    private static int firstStrong(List<Passage> passages, @Nullable Hit[] hits) {
        for (int i = 0; i < hits.length; i++) {
            if (isStrong(passages.get(i), hits[i])) {
                return i;
            }
        }
        return -1;
    }

    private static int lastStrong(List<Passage> passages, @Nullable Hit[] hits) {
        for (int i = hits.length - 1; i >= 0; i--) {
            if (isStrong(passages.get(i), hits[i])) {
                return i;
            }
        }
        return -1;
    }

    /** Whether it is certainly a paragraph of the article. */
    private static boolean isStrong(Passage p, @Nullable Hit hit) {
        return hit == null && !p.heading() && p.text().length() >= 120 && p.linkDensity() < 0.4;
    }
}
