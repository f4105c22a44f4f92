package io.copydesk.extraction.page;

import io.copydesk.extraction.page.ClassWords.Classes;
import io.copydesk.extraction.page.ClassWords.Meaning;
import io.copydesk.schemas.LowerCase;
import io.copydesk.schemas.RemovalReason;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/** Marks the regions of a page that are boilerplate by tag, role or class words, unless they hold too much of its text. */
final class BoilerplateRules {

    /**
     * A region whose class words have this meaning is boilerplate, if it holds less than this share of the page's article-like text.
     *
     * @param most 0–1
     * @param mostOfBody the same for a region that is also named the article's body, 0–1
     * @param certain whether layouts use the words for nothing else; other words need an {@code <aside>} or a region that does not read like text
     */
    private record ClassRule(Meaning meaning, RemovalReason reason, double most, double mostOfBody, boolean certain) {

        boolean allows(Region r, double share) {
            return share < (r.has(Meaning.BODY) ? mostOfBody : most);
        }

        boolean isCertainOf(Region r) {
            return certain || r.tag.equals("aside");
        }

        String rule() {
            return "page/class-" + LowerCase.of(meaning.name());
        }
    }

    /** The first that applies decides. The shares are heuristic. */
    private static final List<ClassRule> CLASS_RULES = List.of(
            new ClassRule(Meaning.COMMENTS, RemovalReason.COMMENTS, 0.75, 0.1, true),
            new ClassRule(Meaning.COOKIES, RemovalReason.COOKIES, 0.75, 0.05, true),
            new ClassRule(Meaning.SUBSCRIPTION, RemovalReason.SUBSCRIPTION, 0.2, 0.02, false),
            new ClassRule(Meaning.NEWSLETTER, RemovalReason.NEWSLETTER, 0.35, 0.05, true),
            new ClassRule(Meaning.SHARE, RemovalReason.SHARE, 0.35, 0.05, true),
            new ClassRule(Meaning.RELATED, RemovalReason.RELATED, 0.35, 0.05, false),
            new ClassRule(Meaning.ADVERTISEMENT, RemovalReason.ADVERTISEMENT, 0.2, 0.02, false),
            new ClassRule(Meaning.APP, RemovalReason.APP, 0.3, 0.05, false),
            new ClassRule(Meaning.LOGIN, RemovalReason.LOGIN, 0.3, 0.05, false),
            new ClassRule(Meaning.CAPTION, RemovalReason.PHOTO_CREDIT, 0.15, 0.02, false),
            new ClassRule(Meaning.BYLINE, RemovalReason.BYLINE, 0.15, 0.02, false),
            new ClassRule(Meaning.DATE, RemovalReason.DATE_LINE, 0.15, 0.02, false),
            new ClassRule(Meaning.TAGS, RemovalReason.NAVIGATION, 0.15, 0.02, false),
            new ClassRule(Meaning.NAVIGATION, RemovalReason.NAVIGATION, 0.35, 0.05, false),
            new ClassRule(Meaning.SIDEBAR, RemovalReason.RELATED, 0.35, 0.05, false),
            new ClassRule(Meaning.HIDDEN, RemovalReason.NAVIGATION, 0.3, 0.05, false));

    /** Characters of article-like text from which on an {@code <article>} is the page's. */
    private static final double NAMED_ARTICLE = 300;

    /** Characters and blocks of a box with a field for the reader's mail address at most, and its share of the page's article-like text. */
    private static final int MAX_BOX = 500;

    private static final int MAX_BOX_BLOCKS = 10;
    private static final double MOST_OF_BOX = 0.35;

    /** Share of the text of a column of an article that is article-like at least. */
    private static final double PURE = 0.9;

    private static final Evaluator TEXT_IN_FIGURE = QueryParser.parse("table,blockquote,pre");

    private BoilerplateRules() {}

    /** Whether an inline element of these classes is a block of its own. */
    static boolean cutsInline(Classes classes) {
        return classes.has(Meaning.SHARE)
                || classes.has(Meaning.CAPTION)
                || classes.has(Meaning.NEWSLETTER)
                || classes.has(Meaning.ADVERTISEMENT)
                || classes.has(Meaning.HIDDEN)
                || classes.has(Meaning.BYLINE)
                || classes.has(Meaning.DATE);
    }

    static void mark(ScannedPage page, Strictness strictness) {
        PageMass mass = PageMass.of(page, false);
        double total = Math.max(1, mass.totalGood());
        Map<Integer, Double> columns = columns(page, mass);
        boolean named = page.regions().stream().anyMatch(r -> isNamedArticle(r, mass));
        if (strictness == Strictness.STRICT) {
            markMailBoxes(page, mass, total);
        }
        for (Region r : page.regions()) {
            if (r.parent == null) {
                continue;
            }
            if (r.parent.boilerplate != null) {
                r.mark(r.parent.boilerplate, r.parent.rule);
                continue;
            }
            if (r.boilerplate != null) {
                continue;
            }
            byTag(r, mass.good(r) / total, named);
            if (r.boilerplate == null && (strictness == Strictness.STRICT || r.has(Meaning.COMMENTS))) {
                byClass(r, mass.good(r) / total, columns.getOrDefault(r.looks, 0.0) / total, mass);
            }
            if (r.boilerplate == null && mass.good(r) / total < 0.6 && TeaserLists.isOne(page, r)) {
                r.mark(RemovalReason.RELATED, "page/teaser-list");
            }
        }
    }

    /** The largest small region around a field for the reader's mail address is an invitation to a letter, or a form. */
    private static void markMailBoxes(ScannedPage page, PageMass mass, double total) {
        for (Region field : page.regions()) {
            Region box = null;
            for (Region up = field.asksForMail ? field : null;
                    up != null && up.size() <= MAX_BOX_BLOCKS && mass.all(up) <= MAX_BOX;
                    up = up.parent) {
                boolean small = mass.good(up) < MOST_OF_BOX * total && !up.tag.equals("article") && !isHeaded(page, up);
                box = small && up.parent != null ? up : box;
            }
            if (box != null && box.boilerplate == null) {
                box.mark(RemovalReason.NEWSLETTER, "page/mail-box");
            }
        }
    }

    private static boolean isHeaded(ScannedPage page, Region region) {
        return page.of(region).stream().anyMatch(block -> block.region.tag.equals("h1"));
    }

    /** An {@code <article>} with enough text, outside of any {@code <aside>}. */
    private static boolean isNamedArticle(Region r, PageMass mass) {
        if (!r.tag.equals("article") || mass.good(r) < NAMED_ARTICLE) {
            return false;
        }
        for (Region up = r; up != null; up = up.parent) {
            if (up.tag.equals("aside")) {
                return false;
            }
        }
        return true;
    }

    private static void byTag(Region r, double share, boolean named) {
        String role = r.element.attr("role");
        switch (r.tag) {
            case "nav" -> {
                if (share < 0.6) {
                    r.mark(RemovalReason.NAVIGATION, "page/tag-nav");
                }
            }
            case "footer" -> {
                if (share < 0.4) {
                    r.mark(RemovalReason.NAVIGATION, "page/tag-footer");
                }
            }
            case "aside" -> {
                if (share < 0.3 || named && share < 0.9) {
                    r.mark(RemovalReason.RELATED, "page/tag-aside");
                }
            }
            case "figcaption", "caption" -> r.mark(RemovalReason.PHOTO_CREDIT, "page/tag-" + r.tag);
            case "figure" -> {
                if (share < 0.3 && r.element.selectFirst(TEXT_IN_FIGURE) == null) {
                    r.mark(RemovalReason.PHOTO_CREDIT, "page/tag-figure");
                }
            }
            case "form", "dialog", "menu", "fieldset" -> {
                if (share < 0.2) {
                    r.mark(RemovalReason.NAVIGATION, "page/tag-" + r.tag);
                }
            }
            case "address" -> {
                if (share < 0.2) {
                    r.mark(RemovalReason.BYLINE, "page/tag-address");
                }
            }
            default -> {}
        }
        if (r.boilerplate == null && !role.isEmpty() && share < 0.4) {
            switch (role) {
                case "navigation", "menu", "menubar", "toolbar", "search", "banner", "contentinfo" ->
                    r.mark(RemovalReason.NAVIGATION, "page/role-" + role);
                case "complementary" -> r.mark(RemovalReason.RELATED, "page/role-complementary");
                case "dialog", "alertdialog", "alert" -> r.mark(RemovalReason.COOKIES, "page/role-" + role);
                default -> {}
            }
        }
    }

    /**
     * The article-like text of all regions that look alike, are called sidebars and hold little else: pieces of an article may stand in columns of a
     * grid.
     */
    private static Map<Integer, Double> columns(ScannedPage page, PageMass mass) {
        Map<Integer, Double> columns = new HashMap<>();
        Set<Integer> others = new HashSet<>();
        for (Region r : page.regions()) {
            if (r.has(Meaning.SIDEBAR)) {
                columns.merge(r.looks, mass.good(r), Double::sum);
                if (mass.good(r) < PURE * mass.all(r)) {
                    others.add(r.looks);
                }
            }
        }
        columns.keySet().removeAll(others);
        return columns;
    }

    /**
     * @param share of the page's article-like text that {@code r} holds
     * @param column the same of all such sidebars that look like it, 0 when they hold other text
     */
    private static void byClass(Region r, double share, double column, PageMass mass) {
        if (r.classes.isEmpty() || r.tag.equals("body") || r.tag.equals("main")) {
            return;
        }
        for (ClassRule rule : CLASS_RULES) {
            if (r.has(rule.meaning)
                    && rule.allows(r, rule.meaning == Meaning.SIDEBAR ? Math.max(share, column) : share)
                    && (rule.isCertainOf(r) || !readsLikeText(r, share, mass))) {
                r.mark(rule.reason, rule.rule());
                return;
            }
        }
        if (r.has(Meaning.WEAK) && share < 0.1 && mass.linkDensity(r) > 0.3) {
            r.mark(RemovalReason.NAVIGATION, "page/class-weak");
        }
    }

    /** Several full paragraphs with few links: not a box beside the article, whatever its classes say. */
    private static boolean readsLikeText(Region r, double share, PageMass mass) {
        double good = mass.good(r);
        return share > 0.06 && good > 500 && good > 0.8 * mass.all(r) && mass.linkDensity(r) < 0.12;
    }
}
