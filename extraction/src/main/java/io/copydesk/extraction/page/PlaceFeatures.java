package io.copydesk.extraction.page;

import static io.copydesk.extraction.page.Feature.*;
import static io.copydesk.extraction.page.ShapeFeatures.log;

import io.copydesk.extraction.page.ClassWords.Meaning;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The features of the regions around a block; one instance for each page. */
final class PlaceFeatures {

    private static final int MAX_LEVELS = 12;
    private static final int NONE = 15;
    private static final Meaning[] MEANINGS = Meaning.values();

    private final PageMass mass;
    private final double total;
    private final Map<Long, Path> paths = new HashMap<>();
    private final Path[] pathOf;
    /** The features that all blocks right inside one region share. */
    private final float[] @Nullable [] known;

    /** Blocks in elements of the same tags and classes, two levels up: paragraphs of one text mostly share theirs. */
    private static final class Path {
        double good;
        double all;
        double links;
        int blocks;
        int sentences;
        int inside;
        double likely;
        double weight;
    }

    PlaceFeatures(ScannedPage page, PageMass mass, boolean[] inside) {
        this.mass = mass;
        this.total = Math.max(1, mass.totalGood());
        this.pathOf = new Path[page.blocks().size()];
        this.known = new float[page.regions().size()][];
        @Nullable Path[] ofRegion = new Path[page.regions().size()];
        for (Block b : page.blocks()) {
            Path path = ofRegion[b.region.number];
            if (path == null) {
                path = paths.computeIfAbsent(key(b.region), k -> new Path());
                ofRegion[b.region.number] = path;
            }
            path.good += PageMass.quality(b);
            path.all += b.weight;
            path.links += b.linkChars;
            path.blocks++;
            path.sentences += b.sentence ? 1 : 0;
            path.inside += inside[b.order] ? 1 : 0;
            pathOf[b.order] = path;
        }
    }

    /** The mean of {@code likelihood} over the blocks of each block's path, longer blocks counting more. */
    float[] meanByPath(float[] likelihood, double[] weight) {
        for (Path path : paths.values()) {
            path.likely = 0;
            path.weight = 0;
        }
        for (int i = 0; i < likelihood.length; i++) {
            pathOf[i].likely += likelihood[i] * weight[i];
            pathOf[i].weight += weight[i];
        }
        float[] mean = new float[likelihood.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (float) (pathOf[i].likely / Math.max(1, pathOf[i].weight));
        }
        return mean;
    }

    private static long key(Region r) {
        long key = 17;
        Region at = r;
        for (int level = 0; level < 3 && at != null; level++, at = at.parent) {
            key = key * 0x9E3779B97F4A7C15L + at.looks;
        }
        return key;
    }

    void put(Block b, float[] row) {
        float[] shared = known[b.region.number];
        if (shared == null) {
            shared = ofRegion(b.region);
            known[b.region.number] = shared;
        }
        int from = IN_LIST.ordinal();
        System.arraycopy(shared, from, row, from, SIBLING_AT.ordinal() - from + 1);
        row[HEADING_LEVEL.ordinal()] = shared[HEADING_LEVEL.ordinal()];
        Path path = pathOf[b.order];
        row[PATH_GOOD.ordinal()] = (float) (path.good / total);
        row[PATH_LINK_DENSITY.ordinal()] = (float) (path.links / Math.max(1, path.all));
        row[PATH_MEAN_LENGTH.ordinal()] = log(path.all / path.blocks);
        row[PATH_SENTENCES.ordinal()] = (float) path.sentences / path.blocks;
        row[PATH_INSIDE.ordinal()] = (float) path.inside / path.blocks;
        row[BOILERPLATE.ordinal()] = b.region.boilerplate == null ? 0 : 1 + b.region.boilerplate.ordinal();
    }

    private float[] ofRegion(Region region) {
        float[] row = new float[COUNT];
        for (int i = 0; i < MEANINGS.length; i++) {
            row[CLASS_BODY.ordinal() + i] = NONE;
        }
        int level = 0;
        for (Region r = region; r != null && r.parent != null; r = r.parent, level++) {
            if (level < MAX_LEVELS && !r.classes.isEmpty()) {
                for (int i = 0; i < MEANINGS.length; i++) {
                    int column = CLASS_BODY.ordinal() + i;
                    if (row[column] == NONE && r.has(MEANINGS[i])) {
                        row[column] = level;
                    }
                }
            }
            tag(r, row);
        }
        Region parent = container(region);
        Region grand = parent.parent == null ? parent : container(parent.parent);
        Region great = grand.parent == null ? grand : container(grand.parent);
        row[PARENT_LENGTH.ordinal()] = log(mass.all(parent));
        row[PARENT_BLOCKS.ordinal()] = log(parent.to - parent.from);
        row[PARENT_LINK_DENSITY.ordinal()] = (float) mass.linkDensity(parent);
        row[PARENT_GOOD.ordinal()] = (float) (mass.good(parent) / Math.max(1, mass.all(parent)));
        row[GRANDPARENT_LINK_DENSITY.ordinal()] = (float) mass.linkDensity(grand);
        row[GRANDPARENT_GOOD.ordinal()] = (float) (mass.good(grand) / Math.max(1, mass.all(grand)));
        row[GRANDPARENT_SHARE.ordinal()] = (float) (mass.good(grand) / total);
        row[GREAT_SHARE.ordinal()] = (float) (mass.good(great) / total);
        row[SIBLINGS.ordinal()] = log(parent.children.size());
        row[SIBLING_AT.ordinal()] = (float) (region.from - parent.from) / Math.max(1, parent.to - parent.from);
        return row;
    }

    /** The nearest region that holds more than this text run. */
    private static Region container(Region region) {
        Region r = region;
        int own = r.to - r.from;
        while (r.parent != null && r.to - r.from == own && own <= 1) {
            r = r.parent;
        }
        return r;
    }

    private static void tag(Region r, float[] row) {
        switch (r.tag) {
            case "ul", "ol", "dl" -> row[IN_LIST.ordinal()] = 1;
            case "table" -> row[IN_TABLE.ordinal()] = 1;
            case "article" -> row[IN_ARTICLE.ordinal()]++;
            case "main" -> row[IN_MAIN.ordinal()] = 1;
            case "header" -> row[IN_HEADER.ordinal()] = 1;
            case "aside" -> row[IN_ASIDE.ordinal()] = 1;
            case "footer", "nav" -> row[IN_FOOTER.ordinal()] = 1;
            case "figure" -> row[IN_FIGURE.ordinal()] = 1;
            case "h1", "h2", "h3", "h4", "h5", "h6" -> row[HEADING_LEVEL.ordinal()] = r.tag.charAt(1) - '0';
            default -> {}
        }
    }
}
