package io.copydesk.extraction.page;

import io.copydesk.extraction.page.ClassWords.Classes;
import io.copydesk.extraction.page.ClassWords.Meaning;
import io.copydesk.schemas.RemovalReason;
import java.util.EnumMap;
import java.util.Map;

/** Marks the regions of a page that are boilerplate by tag, role or class words, unless they hold too much of its text. */
final class BoilerplateRules {

    private static final Map<Meaning, RemovalReason> REASONS = new EnumMap<>(Map.ofEntries(
            Map.entry(Meaning.COMMENTS, RemovalReason.COMMENTS),
            Map.entry(Meaning.COOKIES, RemovalReason.COOKIES),
            Map.entry(Meaning.SUBSCRIPTION, RemovalReason.SUBSCRIPTION),
            Map.entry(Meaning.NEWSLETTER, RemovalReason.NEWSLETTER),
            Map.entry(Meaning.SHARE, RemovalReason.SHARE),
            Map.entry(Meaning.RELATED, RemovalReason.RELATED),
            Map.entry(Meaning.ADVERTISEMENT, RemovalReason.ADVERTISEMENT),
            Map.entry(Meaning.APP, RemovalReason.APP),
            Map.entry(Meaning.LOGIN, RemovalReason.LOGIN),
            Map.entry(Meaning.CAPTION, RemovalReason.PHOTO_CREDIT),
            Map.entry(Meaning.BYLINE, RemovalReason.BYLINE),
            Map.entry(Meaning.DATE, RemovalReason.DATE_LINE),
            Map.entry(Meaning.TAGS, RemovalReason.NAVIGATION),
            Map.entry(Meaning.NAVIGATION, RemovalReason.NAVIGATION),
            Map.entry(Meaning.SIDEBAR, RemovalReason.RELATED),
            Map.entry(Meaning.HIDDEN, RemovalReason.NAVIGATION)));

    private static final double NAMED_ARTICLE = 300;

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
        boolean named = page.regions().stream().anyMatch(r -> isNamedArticle(r, mass));
        for (Region r : page.regions()) {
            if (r.parent == null) {
                continue;
            }
            if (r.parent.boilerplate != null) {
                r.mark(r.parent.boilerplate, r.parent.rule);
                continue;
            }
            byTag(r, mass.good(r) / total, named);
            if (r.boilerplate == null && (strictness == Strictness.STRICT || r.has(Meaning.COMMENTS))) {
                byClass(r, mass.good(r) / total, mass);
            }
            if (r.boilerplate == null && mass.good(r) / total < 0.6 && TeaserLists.isOne(page, r)) {
                r.mark(RemovalReason.RELATED, "page/teaser-list");
            }
        }
    }

    /** A text of its own that the page calls its article, outside of any aside. */
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
                if (share < 0.3 && r.element.selectFirst("table,blockquote,pre") == null) {
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

    private static void byClass(Region r, double share, PageMass mass) {
        if (r.classes.isEmpty() || r.tag.equals("body") || r.tag.equals("main")) {
            return;
        }
        for (Map.Entry<Meaning, RemovalReason> entry : REASONS.entrySet()) {
            Meaning meaning = entry.getKey();
            if (r.has(meaning)
                    && share < allowance(meaning, r)
                    && !(readsLikeText(r, share, mass) && isDoubtful(meaning, r))) {
                r.mark(entry.getValue(), "page/class-" + meaning.name().toLowerCase(java.util.Locale.ROOT));
                return;
            }
        }
        if (r.has(Meaning.WEAK) && share < 0.1 && mass.linkDensity(r) > 0.3) {
            r.mark(RemovalReason.NAVIGATION, "page/class-weak");
        }
    }

    /** The largest share of the page's good text a region may hold and still be believed to be boilerplate. */
    private static double allowance(Meaning meaning, Region r) {
        boolean body = r.has(Meaning.BODY);
        return switch (meaning) {
            case COMMENTS -> body ? 0.1 : 0.75;
            case COOKIES -> body ? 0.05 : 0.75;
            case HIDDEN, LOGIN, APP -> body ? 0.05 : 0.3;
            case RELATED, SHARE, NEWSLETTER, SIDEBAR, NAVIGATION -> body ? 0.05 : 0.35;
            case ADVERTISEMENT, SUBSCRIPTION -> body ? 0.02 : 0.2;
            case TAGS, BYLINE, DATE, CAPTION -> body ? 0.02 : 0.15;
            default -> 0;
        };
    }

    /** Words that layouts use for the main column as well. */
    private static boolean isDoubtful(Meaning meaning, Region r) {
        return switch (meaning) {
            case COMMENTS, COOKIES, NEWSLETTER, SHARE -> false;
            default -> !r.tag.equals("aside");
        };
    }

    /** Several full paragraphs with few links: whatever its name, this is no box beside the article. */
    private static boolean readsLikeText(Region r, double share, PageMass mass) {
        double good = mass.good(r);
        return share > 0.06 && good > 500 && good > 0.8 * mass.all(r) && mass.linkDensity(r) < 0.12;
    }
}
