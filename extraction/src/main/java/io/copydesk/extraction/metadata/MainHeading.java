package io.copydesk.extraction.metadata;

import io.copydesk.extraction.resource.WordLists;
import io.copydesk.schemas.LowerCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;

/**
 * Which heading of the first level is the article's: pages have others for the site's name, for sections, widgets, teasers and, unseen, for readers
 * of the screen's text.
 */
final class MainHeading {

    /** Letters and digits of a heading that a title can be told to repeat; characters of scripts without blanks say more. */
    private static final int MIN_KEY = 8;

    private static final int MIN_DENSE_KEY = 4;
    private static final int SHORT = 20;
    /** Characters of a label in front of the headline at most. */
    private static final int MAX_LABEL = 40;

    private static final WordLists CLASSES = WordLists.of(MainHeading.class, "headline-classes.txt");
    private static final List<String> BOILERPLATE = CLASSES.get("boilerplate");
    private static final List<String> UNSEEN = CLASSES.get("unseen");
    /** The class of an element about a person (microformats). */
    private static final String CARD = "h-card";

    private static final Pattern KICKER = Pattern.compile("(?i)" + String.join("|", CLASSES.get("kicker")));

    private static final Evaluator LINK = QueryParser.parse("a[href]");
    private static final Pattern HOME = Pattern.compile("https?://[^/]+/?");

    private MainHeading() {}

    /**
     * The one that is marked as the headline, else the one that shares most with a title of the page, else the first that readers see; {@code null} when
     * there is none.
     *
     * @param titles the title tag, the social title and others, as written; {@code null} where the page has none
     */
    static @Nullable String find(List<Element> headings, SiteSuffix site, List<@Nullable String> titles) {
        List<String> keys = new ArrayList<>();
        for (String title : titles) {
            if (title != null) {
                keys.add(Headlines.key(title));
            }
        }
        Element best = null;
        Element named = null;
        int bestLength = 0;
        int most = 0;
        for (Element h : headings) {
            if (h.attr("itemprop").contains("headline")) {
                return text(h);
            }
            if (isOfPage(h)) {
                continue;
            }
            String text = h.text();
            int agreement = agreement(Headlines.key(text), keys);
            if (agreement > most && !site.isSiteName(text)) {
                named = h;
                most = agreement;
            }
            boolean better = best == null || bestLength < SHORT && text.length() > bestLength;
            if (better && !isUnseen(h)) {
                best = h;
                bestLength = text.length();
            }
        }
        Element main = named != null ? named : best;
        return main == null ? null : belowLabel(main, keys);
    }

    /** The heading's text without the first element inside, where a title of the page says that the headline begins behind it. */
    private static @Nullable String belowLabel(Element heading, List<String> titles) {
        String text = text(heading);
        Element first = heading.firstElementChild();
        String label = first == null ? "" : Markup.oneLine(first.text());
        if (text == null || label == null || label.isEmpty() || label.length() > MAX_LABEL || !text.startsWith(label)) {
            return text;
        }
        String rest = text.substring(label.length()).strip();
        String key = Headlines.key(rest);
        String all = Headlines.key(text);
        return isTelling(key)
                        && titles.stream().anyMatch(title -> title.startsWith(key))
                        && titles.stream().noneMatch(title -> title.contains(all))
                ? rest
                : text;
    }

    /** The headings that are links to the front page, as {@link Headlines#key}s: names of the site. */
    static Set<String> siteNames(List<Element> headings) {
        return headings.stream()
                .filter(MainHeading::isHomeLink)
                .map(h -> Headlines.key(h.text()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the heading is in a part of the page that frames any article, or a link to the front page. */
    static boolean isOfPage(Element h) {
        return isInBoilerplate(h) || isHomeLink(h);
    }

    /** Twice the letters that the heading shares with a title that contains it or is contained in it; less one in the second case. */
    private static int agreement(String key, List<String> titles) {
        int most = 0;
        for (String title : titles) {
            if (isTelling(key) && title.contains(key)) {
                most = Math.max(most, 2 * key.length());
            } else if (isTelling(title) && key.contains(title)) {
                most = Math.max(most, 2 * title.length() - 1);
            }
        }
        return most;
    }

    private static boolean isTelling(String key) {
        return key.length() >= MIN_KEY || key.length() >= MIN_DENSE_KEY && SiteSuffix.isDense(key);
    }

    private static boolean isUnseen(Element h) {
        String classes = LowerCase.of(h.className());
        return !classes.isEmpty() && UNSEEN.stream().anyMatch(classes::contains);
    }

    /** The heading's text without the label above it, which some sites put inside, and without the mark that links to it. */
    static @Nullable String text(Element heading) {
        String all = Markup.oneLine(heading.text());
        if (all == null) {
            return null;
        }
        StringBuilder own = new StringBuilder();
        for (Node child : heading.childNodes()) {
            boolean kicker = child instanceof Element e
                    && KICKER.matcher(e.className()).find()
                    && !e.text().strip().endsWith(":");
            if (child instanceof Element e && !kicker && !isMark(e)) {
                own.append(' ').append(e.text());
            } else if (child instanceof TextNode t) {
                own.append(t.text());
            }
        }
        String rest = Markup.oneLine(own.toString());
        boolean whole = rest != null && rest.length() >= 10 && Character.isLetterOrDigit(rest.charAt(0));
        return whole || rest != null && all.startsWith(rest) ? rest : all;
    }

    /** Whether {@code e} is the sign by which a heading links to itself: ¶, #. */
    private static boolean isMark(Element e) {
        return e.attr("href").startsWith("#") && e.text().strip().length() == 1;
    }

    /** Whether the heading is the site's name or logo: a link to its front page, or inside one. */
    private static boolean isHomeLink(Element h) {
        Element parent = h.parent();
        Element link = parent != null && parent.normalName().equals("a") ? parent : h.selectFirst(LINK);
        if (link == null) {
            return false;
        }
        String href = link.attr("href").strip();
        boolean home =
                href.equals("/") || href.equals("#") || HOME.matcher(href).matches();
        return home && (link == parent || link.text().strip().equals(h.text().strip()));
    }

    private static boolean isNamedAsBoilerplate(String name) {
        for (int i = 0; !name.isEmpty() && i < BOILERPLATE.size(); i++) {
            if (name.contains(BOILERPLATE.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInBoilerplate(Element h) {
        int steps = 0;
        for (Element e = h; e != null && steps < 6; e = e.parent(), steps++) {
            String tag = e.normalName();
            String classes = e.className();
            if (tag.equals("nav")
                    || tag.equals("aside")
                    || tag.equals("footer")
                    || classes.contains(CARD) && e.classNames().contains(CARD)
                    || isNamedAsBoilerplate(classes)
                    || isNamedAsBoilerplate(e.id())) {
                return true;
            }
        }
        return false;
    }
}
