package io.copydesk.extraction.page;

import static io.copydesk.extraction.page.Feature.*;

import io.copydesk.extraction.model.TreeEnsemble;
import io.copydesk.schemas.LowerCase;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The blocks of one page with their features, a row each: the input of the block classifier, its training data, and what {@code --explain} prints.
 * Not thread-safe.
 *
 * <p>Internal: public for the training module and {@code --explain} only, may change in any release.
 */
public final class BlockSheet {

    private static final int WINDOW = 5;
    private static final int LONGEST_NOTICE = 400;
    private static final int SHORTEST_NOTICE = 12;
    /** Weight from which on a cell is a column of an old layout, not a value of a table. */
    private static final int LONG_CELL = 120;

    private static final int SHORTEST_PARAGRAPH = 60;
    private static final double MOST_LINKS = 0.5;

    private final ScannedPage page;
    private final float[][] rows;
    private final boolean[] inside;
    private final boolean[] candidate;
    private final PlaceFeatures places;

    private BlockSheet(ScannedPage page, float[][] rows, boolean[] inside, boolean[] candidate, PlaceFeatures places) {
        this.candidate = candidate;
        this.places = places;
        this.page = page;
        this.rows = rows;
        this.inside = inside;
    }

    /** The names of the columns, in their order. */
    public static List<String> columns() {
        return Arrays.stream(Feature.values()).map(Feature::name).toList();
    }

    /** The number of leading columns that do not depend on the first pass. */
    public static int firstPassColumns() {
        return FIRST_PASS;
    }

    static BlockSheet of(
            ScannedPage page, List<Region> container, PageMass mass, MainTextFinder.Hints hints, NoticeScore notices) {
        List<Block> blocks = page.blocks();
        float[][] rows = new float[blocks.size()][COUNT];
        boolean[] inside = new boolean[blocks.size()];
        boolean[] strong = new boolean[blocks.size()];
        for (Region region : container) {
            for (Block b : page.of(region)) {
                inside[b.order] = true;
                strong[b.order] = BlockJudge.isStrong(b) && b.region.boilerplate == null;
            }
        }
        boolean[] candidate = candidates(blocks, container);
        WordFeatures words = new WordFeatures(blocks, strong, hints);
        PlaceFeatures places = new PlaceFeatures(page, mass, inside);
        for (Block b : blocks) {
            float[] row = rows[b.order];
            if (!candidate[b.order]) {
                ShapeFeatures.putNeighbour(b, row);
            } else {
                ShapeFeatures.put(b, row);
                places.put(b, row);
                words.put(b, strong[b.order], row);
                row[DATED.ordinal()] = ShapeFeatures.flag(hints.dated());
                row[AUTHORED.ordinal()] = ShapeFeatures.flag(hints.authored());
                row[DECLARED.ordinal()] = ShapeFeatures.flag(hints.articleBody() != null);
                boolean like = isLikeNotice(b, container);
                row[NOTICE.ordinal()] = like ? notices.of(b.text) : 0;
                b.phraseless = like && row[NOTICE.ordinal()] == 0;
            }
        }
        new ContextFeatures(page, container, mass, rows, inside, strong, candidate).putAll();
        return new BlockSheet(page, rows, inside, candidate, places);
    }

    /** Longer or shorter texts are not notices, and blocks outside the container are rejected without this feature. */
    private static boolean isLikeNotice(Block b, List<Region> container) {
        return b.weight >= SHORTEST_NOTICE
                && b.weight <= LONGEST_NOTICE
                && !container.isEmpty()
                && b.order >= container.get(0).from
                && b.order < container.get(container.size() - 1).to;
    }

    /** From the first chosen region to the end of the last all visible blocks; elsewhere only those that may be paragraphs. */
    private static boolean[] candidates(List<Block> blocks, List<Region> container) {
        int from = container.isEmpty() ? 0 : container.get(0).from;
        int to = container.isEmpty() ? 0 : container.get(container.size() - 1).to;
        boolean[] candidate = new boolean[blocks.size()];
        for (Block b : blocks) {
            boolean near = b.order >= from && b.order < to;
            candidate[b.order] =
                    !b.region.hidden && (near || b.weight >= SHORTEST_PARAGRAPH && b.linkDensity() < MOST_LINKS);
        }
        return candidate;
    }

    ScannedPage page() {
        return page;
    }

    /** Number of blocks. */
    public int size() {
        return rows.length;
    }

    /** The text of block {@code i}. */
    public String text(int i) {
        return page.blocks().get(i).text;
    }

    /** Whether block {@code i} is judged by the classifier; only then its row is complete. */
    public boolean isCandidate(int i) {
        return candidate[i];
    }

    /** One after the last block of the unit that starts at {@code i}: the cells of a table are kept or removed together. */
    public int endOfUnit(int i) {
        int end = i + 1;
        while (isCell(i) && end < rows.length && isCell(end)) {
            end++;
        }
        return end;
    }

    private boolean isCell(int i) {
        Block b = page.blocks().get(i);
        return b.kind == BlockKind.CELL && b.weight < LONG_CELL && candidate[i];
    }

    /** Whether block {@code i} is inside the regions that the rules chose. */
    public boolean isInside(int i) {
        return inside[i];
    }

    /** Whether the rules would keep block {@code i}. */
    public boolean isKeptByRules(int i) {
        return inside[i] && page.blocks().get(i).removed == null && candidate[i];
    }

    /** The features of block {@code i} that are not zero, by name in lower case. */
    public Map<String, Float> features(int i) {
        Map<String, Float> features = new LinkedHashMap<>();
        for (Feature f : Feature.values()) {
            if (rows[i][f.ordinal()] != 0) {
                features.put(LowerCase.of(f.name()), rows[i][f.ordinal()]);
            }
        }
        return features;
    }

    /** The features of block {@code i}; not a copy. */
    public float[] row(int i) {
        return rows[i];
    }

    /** What {@code trees} say of each block, 0 for those that are not candidates. */
    float[] judge(TreeEnsemble trees) {
        return trees.likelihoods(rows, candidate);
    }

    /** Fills in the columns of the second pass: the likelihoods of the first for each block, its neighbours and the regions around it. */
    public void passOn(float[] likelihood) {
        List<Block> blocks = page.blocks();
        int n = rows.length;
        double[] own = new double[n];
        double[] weighted = new double[n + 1];
        double[] weight = new double[n + 1];
        for (int i = 0; i < n; i++) {
            own[i] = candidate[i] ? Math.min(400, blocks.get(i).weight) : 0;
            weighted[i + 1] = weighted[i] + own[i] * likelihood[i];
            weight[i + 1] = weight[i] + own[i];
        }
        double all = Math.max(1, weighted[n]);
        float[] byPath = places.meanByPath(likelihood, own);
        float highestAfter = 0;
        for (int i = n - 1; i >= 0; i--) {
            float[] row = rows[i];
            Region region = blocks.get(i).region;
            Region parent = region.parent == null ? region : region.parent;
            Region grand = parent.parent == null ? parent : parent.parent;
            row[FIRST.ordinal()] = likelihood[i];
            row[FIRST_PREVIOUS.ordinal()] = at(likelihood, i - 1);
            row[FIRST_SECOND_PREVIOUS.ordinal()] = at(likelihood, i - 2);
            row[FIRST_NEXT.ordinal()] = at(likelihood, i + 1);
            row[FIRST_SECOND_NEXT.ordinal()] = at(likelihood, i + 2);
            row[FIRST_PARENT.ordinal()] = mean(weighted, weight, parent.from, parent.to);
            row[FIRST_GRANDPARENT.ordinal()] = mean(weighted, weight, grand.from, grand.to);
            row[FIRST_PATH.ordinal()] = byPath[i];
            row[FIRST_WINDOW.ordinal()] = mean(weighted, weight, Math.max(0, i - WINDOW), Math.min(n, i + WINDOW + 1));
            row[FIRST_BEFORE.ordinal()] = (float) (weighted[i] / all);
            row[FIRST_AFTER.ordinal()] = highestAfter;
            highestAfter = Math.max(highestAfter, likelihood[i]);
        }
    }

    private static float at(float[] values, int i) {
        return i < 0 || i >= values.length ? -1 : values[i];
    }

    private static float mean(double[] weighted, double[] weight, int from, int to) {
        return (float) ((weighted[to] - weighted[from]) / Math.max(1, weight[to] - weight[from]));
    }
}
