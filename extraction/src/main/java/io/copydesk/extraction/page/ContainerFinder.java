package io.copydesk.extraction.page;

import io.copydesk.extraction.page.ClassWords.Meaning;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Chooses the regions that hold the article: most article-like text, least other text. */
final class ContainerFinder {

    /** Exponent of the share of article-like text in a region's score. */
    private static final double PURITY_POWER = 1.5;

    /** Share of the best region's text that a named body must hold to be preferred to it. */
    private static final double BODY_SHARE = 0.3;

    private static final Set<String> LEAVES =
            Set.of("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "a", "span", "tr", "blockquote", "pre", "figure");

    private ContainerFinder() {}

    /** The chosen regions in document order, none inside another; empty when the page has no article-like text. */
    static List<Region> find(ScannedPage page, PageMass mass) {
        Region best = best(page, mass, true);
        if (best == null) {
            best = best(page, mass, false);
        }
        if (best == null) {
            return List.of();
        }
        Region body = body(page, best, mass);
        return body != null ? List.of(body) : withSiblings(best, withCousins(page, best, mass), mass);
    }

    private static @Nullable Region best(ScannedPage page, PageMass mass, boolean severalBlocks) {
        Region best = null;
        double bestScore = 0;
        for (Region r : page.regions()) {
            if (r.boilerplate != null || r.hidden || LEAVES.contains(r.tag) || severalBlocks && isParagraph(page, r)) {
                continue;
            }
            double score = score(r, mass);
            if (score > bestScore || best != null && score == bestScore && r.depth > best.depth) {
                best = r;
                bestScore = score;
            }
        }
        return best;
    }

    /** Whether {@code r} is one paragraph or a box around it, which say no more of what is the article than a {@code <p>} does. */
    private static boolean isParagraph(ScannedPage page, Region r) {
        return r.size() == 1
                && !isCalledArticle(r)
                && page.blocks().get(r.from).text.indexOf('\n') < 0;
    }

    /** Articles in pieces inside boxes of their own: regions of the same depth whose tag and classes, and those of their parents, are equal. */
    private static List<Region> withCousins(ScannedPage page, Region best, PageMass mass) {
        List<Region> alike = new ArrayList<>();
        for (Region r : page.regions()) {
            boolean piece = r == best
                    || r.depth == best.depth
                            && looksLike(r, best)
                            && r.parent != null
                            && best.parent != null
                            && looksLike(r.parent, best.parent)
                            && !best.element.className().isEmpty()
                            && r.boilerplate == null
                            && !r.hidden
                            && mass.good(r) > 150
                            && mass.good(r) > 0.7 * mass.all(r);
            if (piece) {
                alike.add(r);
            }
        }
        return alike;
    }

    private static boolean looksLike(Region a, Region b) {
        return a.looks == b.looks;
    }

    /** The one region inside {@code best} that is marked up as the article, if it holds enough and no other of some size is marked so. */
    private static @Nullable Region body(ScannedPage page, Region best, PageMass mass) {
        Region found = null;
        double second = 0;
        for (Region r : page.regions()) {
            boolean candidate = r != best
                    && best.contains(r)
                    && r.boilerplate == null
                    && !r.hidden
                    && isCalledArticle(r)
                    && mass.good(r) > 0.7 * mass.all(r);
            if (!candidate || found != null && found.contains(r)) {
                continue;
            }
            if (found == null || mass.good(r) > mass.good(found)) {
                second = found == null ? 0 : mass.good(found);
                found = r;
            } else {
                second = Math.max(second, mass.good(r));
            }
        }
        boolean enough = found != null
                && mass.good(found) > Math.max(400, BODY_SHARE * mass.good(best))
                && second < 0.25 * mass.good(found);
        return enough ? found : null;
    }

    private static boolean isCalledArticle(Region r) {
        return r.tag.equals("article") || r.has(Meaning.BODY) || r.isMarkedAsBody() || r.isMarkedAsArticle();
    }

    static double score(Region r, PageMass mass) {
        double good = mass.good(r);
        if (good <= 0) {
            return 0;
        }
        double purity = Math.min(1, (good + 50) / (mass.all(r) + 50));
        double score = good * Math.pow(purity, PURITY_POWER);
        if (r.has(Meaning.BODY) || r.isMarkedAsBody()) {
            score *= 1.25;
        } else if (r.tag.equals("article") || r.isMarkedAsArticle()) {
            score *= 1.1;
        }
        return score;
    }

    /** Articles in pieces: siblings of the best region, or of one of its ancestors, that look like it or hold much text. */
    private static List<Region> withSiblings(Region best, List<Region> cousins, PageMass mass) {
        if (cousins.size() > 1) {
            return cousins;
        }
        Region path = best;
        double own = mass.good(best);
        for (int up = 0; up < 4 && path.parent != null; up++, path = path.parent) {
            List<Region> found = new ArrayList<>();
            boolean more = false;
            for (Region sibling : path.parent.children) {
                if (sibling == path) {
                    found.add(best);
                } else if (belongs(sibling, path, own, mass)) {
                    found.add(sibling);
                    more = true;
                }
            }
            if (more) {
                return found;
            }
        }
        return List.of(best);
    }

    private static boolean belongs(Region sibling, Region path, double own, PageMass mass) {
        if (sibling.boilerplate != null || sibling.hidden) {
            return false;
        }
        double good = mass.good(sibling);
        double all = mass.all(sibling);
        boolean alike =
                sibling.tag.equals(path.tag) && sibling.element.attr("class").equals(path.element.attr("class"));
        return good > 150 && good > 0.7 * all && (alike || good > 0.15 * own);
    }
}
