package io.copydesk.extraction.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the blocks and regions of a page show of its kind.
 *
 * <p>Internal: public for the kind package only, may change in any release.
 */
public final class PageStructure {

    /** Likelihood from which on a block counts as kept. */
    private static final float ENOUGH = 0.5f;

    private static final int CARD_LEAST = 20;
    private static final int CARD_MOST = 700;
    private static final int LEAST_ALIKE = 3;
    private static final int TEXT_CARD = 200;

    private static final int FULL_SENTENCE = 60;
    private static final double LINKED = 0.3;

    private final ScannedPage page;
    private final float[] likelihood;
    private int repeats;
    private int cards;
    private int textCards;
    private double cardWeight;
    private List<Region> cardGroup = List.of();
    private final boolean[] inCard;
    private final List<Line> lines;

    private PageStructure(ScannedPage page, float[] likelihood) {
        this.page = page;
        this.likelihood = likelihood;
        for (Region r : page.regions()) {
            if (r.children.size() >= LEAST_ALIKE) {
                alike(r);
            }
        }
        inCard = new boolean[page.blocks().size()];
        for (Region r : cardGroup) {
            Arrays.fill(inCard, r.from, r.to, true);
        }
        lines = visible();
    }

    /** The structure of the page that the classifier judged. */
    public static PageStructure of(MainText.Evidence evidence) {
        return new PageStructure(evidence.sheet().page(), evidence.likelihood());
    }

    /** One visible block. */
    public record Line(
            String text,
            int weight,
            double linkDensity,
            int links,
            boolean heading,
            boolean item,
            boolean cell,
            boolean preformatted,
            boolean sentence,
            boolean kept) {}

    /** The visible blocks in document order. */
    public List<Line> lines() {
        return lines;
    }

    private List<Line> visible() {
        List<Line> lines = new ArrayList<>(page.blocks().size());
        for (Block b : page.blocks()) {
            if (!b.region.hidden) {
                lines.add(new Line(
                        b.text,
                        b.weight,
                        b.linkDensity(),
                        b.links,
                        b.kind == BlockKind.HEADING,
                        b.kind == BlockKind.ITEM,
                        b.kind == BlockKind.CELL,
                        b.kind == BlockKind.PREFORMATTED,
                        b.sentence,
                        b.removed == null && likelihood[b.order] >= ENOUGH));
            }
        }
        return lines;
    }

    /** The class attributes of the regions, with how often each occurs. */
    public Map<String, Integer> classes() {
        Map<String, Integer> classes = new HashMap<>();
        for (Region r : page.regions()) {
            if (!r.classNames.isEmpty()) {
                classes.merge(r.classNames, 1, Integer::sum);
            }
        }
        return classes;
    }

    private void alike(Region parent) {
        Map<Integer, List<Region>> byLooks = new HashMap<>();
        for (Region child : parent.children) {
            if (child.size() > 0 && !child.hidden && !child.tag.equals("p")) {
                byLooks.computeIfAbsent(child.looks, k -> new ArrayList<>()).add(child);
            }
        }
        for (List<Region> group : byLooks.values()) {
            if (group.size() < LEAST_ALIKE) {
                continue;
            }
            repeats = Math.max(repeats, group.size());
            int found = 0;
            int texts = 0;
            double weight = 0;
            for (Region r : group) {
                int own = 0;
                boolean linked = false;
                for (Block b : page.of(r)) {
                    own += b.weight;
                    linked |= b.links > 0;
                }
                boolean card = linked && own >= CARD_LEAST && own <= CARD_MOST;
                found += card ? 1 : 0;
                texts += own >= TEXT_CARD ? 1 : 0;
                weight += card ? own : 0;
            }
            if (found > cards) {
                cards = found;
                cardGroup = group;
            }
            textCards = Math.max(textCards, texts);
            cardWeight = Math.max(cardWeight, weight);
        }
    }

    /** Siblings of equal tag and class, of the largest such group. */
    public int repeats() {
        return repeats;
    }

    /** The same, counting those with a link and a short text only. */
    public int cards() {
        return cards;
    }

    /** The same, counting those with much text only. */
    public int textCards() {
        return textCards;
    }

    /** Share of the visible text that is in the cards, 0–1. */
    public double cardShare() {
        double all = 0;
        for (Block b : page.blocks()) {
            all += b.region.hidden || b.region.boilerplate != null && !isInCard(b) ? 0 : b.weight;
        }
        double own = 0;
        for (Region r : cardGroup) {
            for (Block b : page.of(r)) {
                own += b.weight;
            }
        }
        return own / Math.max(1, all);
    }

    /** How many full sentences the page shows outside of the cards and of what the rules removed. */
    public int sentencesOutside() {
        int found = 0;
        for (Block b : page.blocks()) {
            boolean full = b.sentence && b.weight >= FULL_SENTENCE && b.linkDensity() < LINKED;
            found += full && !b.region.hidden && b.region.boilerplate == null && !isInCard(b) ? 1 : 0;
        }
        return found;
    }

    /** The texts that the page shows outside of the cards. */
    public Stream<String> textsOutside() {
        return page.blocks().stream()
                .filter(block -> !block.region.hidden && !isInCard(block))
                .map(block -> block.text);
    }

    /** The texts of each card, by card. */
    public List<List<String>> cardTexts() {
        return cardGroup.stream()
                .map(card -> page.of(card).stream().map(block -> block.text).toList())
                .toList();
    }

    private boolean isInCard(Block b) {
        return inCard[b.order];
    }

    /** Weight of the text of the group with the most of {@link #cards}. */
    public double cardWeight() {
        return cardWeight;
    }
}
