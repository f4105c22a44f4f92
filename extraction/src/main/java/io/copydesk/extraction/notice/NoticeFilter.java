package io.copydesk.extraction.notice;

import io.copydesk.extraction.notice.NoticePattern.Effect;
import io.copydesk.extraction.notice.NoticeReport.Stripped;
import io.copydesk.extraction.notice.NoticeReport.Wall;
import io.copydesk.extraction.resource.Agencies;
import io.copydesk.schemas.RemovalReason;
import io.copydesk.schemas.Removed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Removes the notices from an article, and reads from them what they reveal about access. Immutable and thread-safe. */
public final class NoticeFilter {

    /** Paragraphs below a wall from which the text continues; fewer are a caption or terms. */
    private static final int GOES_ON = 2;

    /** Characters of the first sentences of a pitch at most. */
    private static final int MAX_HALF = 130;
    /** Characters of a line beside a wall at most. */
    private static final int MAX_BESIDE = 200;
    /** Lines and characters of an offer below a wall at most; more is an article. */
    private static final int MAX_LINES_BELOW = 8;

    private static final int MAX_BELOW = 600;
    /** Characters of a label at most. */
    private static final int MAX_LABEL = 40;
    /** Weight of a text that may be no more than a teaser at most. */
    private static final int TEASER = 700;
    /** What a pitch that states a wall may be taken for. */
    private static final Set<RemovalReason> MAY_BE_WALLS =
            Set.of(RemovalReason.LOGIN, RemovalReason.APP, RemovalReason.DEVICE_SHARING);
    /** Weight from which on a passage is certainly a paragraph of the article. */
    private static final int PARAGRAPH = 120;
    /** The same where no passage has that weight. */
    private static final int SHORT_PARAGRAPH = 80;

    private final NoticePack pack;
    private final GluedTeasers teasers;
    private final NoticeScorer scorer;
    private final CreditRule credits;
    private final AfterWallRule afterWall;
    private final AddressScorer address;
    private final TailRun tail;
    private final NoticeBoxes boxes;
    private final WallWords walls = WallWords.load();
    private final CutWalls cutWalls;

    private final boolean silent;

    private NoticeFilter(NoticePack pack, boolean silent) {
        this.pack = pack;
        this.teasers = new GluedTeasers(pack);
        this.silent = silent;
        Speech speech = new Speech(pack);
        this.scorer = new NoticeScorer(pack, speech);
        this.cutWalls = new CutWalls(walls, scorer);
        this.credits = new CreditRule(pack, Agencies.all());
        this.afterWall = new AfterWallRule(pack);
        this.address = new AddressScorer(Vocabulary.load(), speech);
        this.tail = new TailRun(address);
        this.boxes = new NoticeBoxes(scorer, address, walls);
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
     * Shares of the words of a text that address the reader, speak of the site itself, and call on the reader, 0–1.
     *
     * @param language BCP 47 tag of the text; without one, and without a vocabulary for it, all are 0
     */
    public float[] voice(List<Passage> text, @Nullable String language) {
        return address.voice(text, NoticeLanguages.packOf(language));
    }

    /**
     * Separates the passages of one article from its notices. Passages of several lines are judged as a whole, then line by line; no two passages
     * may have the same order.
     *
     * @param language BCP 47 tag of the article, {@code null} when unknown
     */
    public NoticeReport filter(List<Passage> article, @Nullable String language) {
        return filter(article, language, List.of());
    }

    /**
     * The same.
     *
     * @param cut what was removed from the article before, in document order: below its last paragraph it may be a wall
     */
    public NoticeReport filter(List<Passage> article, @Nullable String language, List<Stripped> cut) {
        if (silent) {
            return new NoticeReport(article, List.of(), Wall.NONE, List.of());
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
        int weight = weightOfParagraphs(passages, hits);
        int first = firstStrong(passages, hits, weight);
        int last = lastStrong(passages, hits, weight);
        boolean[] gone = new boolean[n];
        for (int i = 0; i < n; i++) {
            boolean edge = last >= 0 && (i > last || i < first);
            hits[i] = edge ? hit(passages.get(i), true, primary) : hits[i];
            if (hits[i] == null && last >= 0) {
                hits[i] = figures(passages.get(i), i < first, i == n - 1 && i > last, primary);
            }
            if (hits[i] == null || hits[i].score() < NoticeScorer.ENOUGH) {
                Hit other = other(passages.get(i), last >= 0 && i > last, primary);
                hits[i] = other != null ? other : hits[i];
            } else if (last >= 0 && i > last) {
                hits[i] = withEffect(hits[i], passages.get(i), primary);
            }
            gone[i] = hits[i] != null && hits[i].score() >= NoticeScorer.ENOUGH;
        }
        for (int i = 0; i < n; i++) {
            boolean beside = i > 0 && gone[i - 1] || i + 1 < n && gone[i + 1];
            if (hits[i] != null && !gone[i] && beside && hits[i].score() + 1 >= NoticeScorer.ENOUGH) {
                gone[i] = true;
            }
        }
        OfferRun.takePrices(passages, hits, gone);
        boxes.extend(passages, hits, gone, cut, primary);
        dropHalves(passages, hits, gone, first, last);
        LinkedRun.take(passages, hits, gone, cut, primary);
        SenderNotes.take(passages, hits, gone, primary);
        tail.extend(passages, hits, gone, last, primary);
        List<Stripped> wallCut =
                last < 0 ? List.of() : cutWalls.find(cut, passages.get(last).order(), primary);
        if (last >= 0 && firstWall(passages, hits, gone, last, wallCut) < 0) {
            boolean teaser = isTeaser(passages);
            wallCut = wallOfSeveral(passages, hits, gone, last, cut, primary, teaser);
            if (teaser && wallCut.isEmpty() && firstWall(passages, hits, gone, last, wallCut) < 0) {
                wallCut = cutWalls.labelAbove(cut, passages.get(first).order(), primary);
            }
        }
        return report(passages, hits, gone, last, glued, wallCut, primary);
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

    /** {@code hit}, or the statement of a wall in a line that was found to be a pitch by other words. */
    private Hit withEffect(Hit hit, Passage passage, @Nullable String language) {
        NoticePattern pattern = hit.pattern();
        boolean pitch = pattern.effect() == Effect.NONE
                && (isOfWall(pattern.reason()) || MAY_BE_WALLS.contains(pattern.reason()));
        Hit wall = pitch ? walls.hit(passage, true, language) : null;
        return wall != null ? wall : hit;
    }

    private static @Nullable Hit figures(Passage passage, boolean above, boolean last, @Nullable String language) {
        return above ? FigureLines.above(passage, language) : last ? FigureLines.last(passage, language) : null;
    }

    /** A statement of a wall, or a line that leads elsewhere by its form. */
    private @Nullable Hit other(Passage passage, boolean after, @Nullable String language) {
        Hit wall = passage.preformatted() ? null : walls.hit(passage, after, language);
        return wall != null ? wall : LinkedLines.hit(passage, after, language);
    }

    /** Removes the first sentences of a pitch above or below the article whose last sentence is a notice. */
    private static void dropHalves(List<Passage> passages, @Nullable Hit[] hits, boolean[] gone, int first, int last) {
        for (int i = gone.length - 2; i >= 0; i--) {
            boolean half = passages.get(i).order() == passages.get(i + 1).order()
                    && gone[i + 1]
                    && !gone[i]
                    && last >= 0
                    && (i > last || i < first || isConsent(hits[i + 1]));
            Hit tail = hits[i + 1];
            if (half
                    && tail != null
                    && passages.get(i).text().length() <= MAX_HALF
                    && isOfPitch(tail.pattern().reason())) {
                gone[i] = true;
                hits[i] = tail;
            }
        }
    }

    private static boolean isConsent(@Nullable Hit hit) {
        return hit != null && hit.pattern().reason() == RemovalReason.COOKIES;
    }

    private static boolean isOfPitch(RemovalReason reason) {
        return reason == RemovalReason.NEWSLETTER
                || reason == RemovalReason.COOKIES
                || reason == RemovalReason.SUBSCRIPTION
                || reason == RemovalReason.APP;
    }

    private static boolean isTeaser(List<Passage> passages) {
        int weight = 0;
        for (Passage p : passages) {
            weight += NoticeWords.weight(p.text());
        }
        return weight <= TEASER;
    }

    /** A wall that only several lines below the article state together, kept ones and removed ones; marks its first line. */
    private List<Stripped> wallOfSeveral(
            List<Passage> passages,
            @Nullable Hit[] hits,
            boolean[] gone,
            int last,
            List<Stripped> cut,
            @Nullable String language,
            boolean teaser) {
        List<Passage> below = new ArrayList<>(passages.subList(last + 1, passages.size()));
        int after = passages.get(last).order();
        for (Stripped one : cut) {
            boolean title = teaser && one.removed().rule().equals(CutWalls.TITLE);
            if (one.order() > after && !title) {
                below.add(new Passage(one.order(), one.removed().text(), false, 0));
            }
        }
        below.sort(Comparator.comparingInt(Passage::order));
        int run = walls.run(below, language, teaser);
        if (run < 0) {
            return List.of();
        }
        Hit hit = WallWords.runHit(language);
        Passage call = below.get(run);
        int kept = passages.indexOf(call);
        if (kept > last) {
            hits[kept] = hit;
            gone[kept] = true;
            return List.of();
        }
        return List.of(CutWalls.stripped(call, hit));
    }

    /** The better of phrase and address; an address that misses the threshold by more than one does not count. */
    private @Nullable Hit hit(Passage passage, boolean edge, @Nullable String language) {
        Hit phrase = passage.phraseless() ? null : scorer.score(passage, edge, language);
        Hit addressed = address.score(passage, edge, language);
        boolean counts = addressed != null
                && addressed.score() + 1 >= NoticeScorer.ENOUGH
                && (phrase == null || phrase.score() < Math.min(addressed.score(), NoticeScorer.ENOUGH));
        return counts ? addressed : phrase;
    }

    private NoticeReport report(
            List<Passage> passages,
            @Nullable Hit[] hits,
            boolean[] gone,
            int last,
            List<Stripped> glued,
            List<Stripped> wallCut,
            @Nullable String primary) {
        List<Passage> kept = new ArrayList<>();
        List<Stripped> removed = new ArrayList<>(glued);
        boolean wall = !wallCut.isEmpty();
        int firstWall = firstWall(passages, hits, gone, last, wallCut);
        firstWall = isEnd(passages, gone, last, firstWall) ? firstWall : -1;
        for (int i = 0; i < passages.size(); i++) {
            Passage p = passages.get(i);
            Removed out = null;
            if (gone[i]) {
                NoticePattern pattern = hits[i].pattern();
                out = new Removed(p.text(), pattern.reason(), pattern.rule(), pattern.language());
                wall |= i > last && isOfWall(pattern.reason());
            } else if (credits.isCredit(p)) {
                out = new Removed(p.text(), RemovalReason.PHOTO_CREDIT, "notices/credit", null);
            } else if (firstWall >= 0
                            && i > last
                            && p.text().length() <= MAX_BESIDE
                            && (p.order() >= firstWall ? boxes.isOffer(p, primary) : leadsTo(passages, i, firstWall))
                    || wall && i > last && afterWall.belongs(p)) {
                out = new Removed(p.text(), RemovalReason.SUBSCRIPTION, OfferRun.AFTER_WALL, null);
            }
            if (out == null) {
                kept.add(p);
            } else {
                removed.add(new Stripped(p.order(), out));
            }
        }
        Wall found = wall(passages, hits, gone);
        return new NoticeReport(
                BrokenLines.join(kept), removed, wallCut.isEmpty() ? found : with(found, wallCut), wallCut);
    }

    /** The place of the first statement of a wall below the article's last paragraph, -1 when there is none. */
    private static int firstWall(
            List<Passage> passages, @Nullable Hit[] hits, boolean[] gone, int last, List<Stripped> wallCut) {
        int first = wallCut.isEmpty() ? -1 : wallCut.get(0).order();
        for (int i = Math.max(0, last + 1); last >= 0 && i < gone.length; i++) {
            Hit hit = hits[i];
            if (gone[i] && hit != null && hit.pattern().effect() != Effect.NONE) {
                int place = passages.get(i).order();
                return first < 0 ? place : Math.min(first, place);
            }
        }
        return first;
    }

    /** Whether what is left below the wall is so little that the article ended above. */
    private static boolean isEnd(List<Passage> passages, boolean[] gone, int last, int wall) {
        int lines = 0;
        int characters = 0;
        for (int i = Math.max(0, last + 1); wall >= 0 && i < gone.length; i++) {
            if (!gone[i] && passages.get(i).order() >= wall) {
                lines++;
                characters += passages.get(i).text().length();
            }
        }
        return wall >= 0 && lines <= MAX_LINES_BELOW && characters <= MAX_BELOW;
    }

    /** Whether all from passage {@code i} to the wall is headings and lines that are no sentences. */
    private static boolean leadsTo(List<Passage> passages, int i, int wall) {
        for (int k = i; k < passages.size() && passages.get(k).order() < wall; k++) {
            if (k - i > MAX_LINES_BELOW) {
                return false;
            }
            Passage p = passages.get(k);
            if (!p.heading()
                    && (p.text().length() > MAX_LABEL
                            || ".!…".indexOf(p.text().charAt(p.text().length() - 1)) >= 0)) {
                return false;
            }
        }
        return true;
    }

    private static Wall with(Wall wall, List<Stripped> cut) {
        List<String> evidence = new ArrayList<>(wall.evidence());
        boolean metered = wall.metered();
        for (Stripped one : cut) {
            metered |= one.removed().reason() == RemovalReason.METERED_COUNT;
            evidence.add("notice: " + one.removed().text());
        }
        boolean paywalled =
                wall.paywalled() || cut.stream().anyMatch(one -> one.removed().reason() == RemovalReason.SUBSCRIPTION);
        return new Wall(paywalled, metered, wall.remainingPercent(), false, List.copyOf(evidence));
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
            below += !gone[i] && isStrong(passages.get(i), hits[i], PARAGRAPH) ? 1 : 0;
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

    /** The weight from which on a passage is certainly a paragraph: of a teaser of short paragraphs a lower one, when they are sentences. */
    private static int weightOfParagraphs(List<Passage> passages, @Nullable Hit[] hits) {
        return lastStrong(passages, hits, PARAGRAPH) >= 0 ? PARAGRAPH : SHORT_PARAGRAPH;
    }

    private static int firstStrong(List<Passage> passages, @Nullable Hit[] hits, int weight) {
        for (int i = 0; i < hits.length; i++) {
            if (isStrong(passages.get(i), hits[i], weight)) {
                return i;
            }
        }
        return -1;
    }

    private static int lastStrong(List<Passage> passages, @Nullable Hit[] hits, int weight) {
        for (int i = hits.length - 1; i >= 0; i--) {
            if (isStrong(passages.get(i), hits[i], weight)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether it is certainly a paragraph of the article. */
    private static boolean isStrong(Passage p, @Nullable Hit hit, int weight) {
        return hit == null && !p.heading() && NoticeWords.weight(p.text()) >= weight && p.linkDensity() < 0.4;
    }
}
