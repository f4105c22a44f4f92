package io.copydesk.extraction.metadata;

import io.copydesk.extraction.resource.WordLists;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * The headline: a vote among the page's heading, JSON-LD, the social title and the title tag without the site's name. On
 * news articles, a social title that the newsroom wrote separately from the heading wins over it; a page whose social title
 * repeats its title tag has the one that was made for search engines, and the heading stays, unless the URL spells
 * another candidate word by word.
 *
 * @param text the headline, {@code null} when the page has none
 * @param heading the heading displayed above the text, {@code null} when the page has none
 */
record Headlines(@Nullable String text, @Nullable String heading) {

    private static final int MAX_HEADING = 400;

    private static final int MAX = 400;
    /** Weight of the visible heading when it shares words with another candidate: it outweighs titles written for machines. */
    private static final double HEADING = 3.2;

    /** Weight of a heading that shares no words with the other candidates. */
    private static final double UNRELATED_HEADING = 1.1;

    private static final Pattern WORD_BREAK = Pattern.compile("[^\\p{L}\\p{Nd}]+");
    private static final WordLists CLASSES = WordLists.of(Headlines.class, "headline-classes.txt");
    private static final List<String> BOILERPLATE = CLASSES.get("boilerplate");
    private static final List<String> TITLE = CLASSES.get("title");
    private static final Pattern KICKER = Pattern.compile("(?i)" + String.join("|", CLASSES.get("kicker")));

    static Headlines of(
            PageElements page,
            Document document,
            MetaTags meta,
            JsonLdArticle jsonLd,
            @Nullable String publisher,
            @Nullable String host,
            UrlSlug slug) {
        String title = Markup.oneLine(document.title());
        SiteSuffix suffix = new SiteSuffix(publisher, host);
        List<Candidate> candidates = new ArrayList<>();
        String heading = mainHeading(page.headings());
        add(candidates, jsonLd.headline(), 1.05);
        String social = suffix.strip(meta.first("og:title"));
        String tag = suffix.strip(title);
        add(candidates, isCutAtQuote(social, heading, tag) ? null : social, 1.0);
        add(candidates, tag, 0.8);
        add(
                candidates,
                suffix.strip(meta.first("twitter:title", "parsely-title", "dc.title", "sailthru.title", "title")),
                0.5);
        add(candidates, heading, isAboutTheSame(heading, candidates) ? HEADING : UNRELATED_HEADING);
        if (candidates.isEmpty()) {
            add(candidates, jsonLd.name(), 0.3);
            document.select("h2").stream().limit(1).forEach(h -> add(candidates, Markup.oneLine(h.text()), 0.2));
        }
        boolean twice = social != null && social.equals(suffix.strip(meta.first("twitter:title")));
        if ((jsonLd.isNews() || twice) && isWrittenSeparately(social, heading, tag, jsonLd)) {
            return new Headlines(social, heading);
        }
        String voted = vote(candidates, title);
        String spelt = slug.spells(voted) || slug.spells(heading)
                ? null
                : candidates.stream()
                        .map(Candidate::text)
                        .filter(slug::spells)
                        .findFirst()
                        .orElse(null);
        return new Headlines(spelt != null ? spelt : voted, heading);
    }

    /**
     * The social title differs from the heading, and either the title tag repeats the heading or JSON-LD the social
     * title. Without a heading above the text, the headline of JSON-LD takes its place.
     */
    private static boolean isWrittenSeparately(
            @Nullable String social, @Nullable String heading, @Nullable String tag, JsonLdArticle jsonLd) {
        String declared = jsonLd.headline();
        String shownText = heading != null ? heading : declared;
        if (social == null || shownText == null || social.length() > MAX) {
            return false;
        }
        String key = key(social);
        String shown = key(shownText);
        boolean apart = !key.isEmpty() && !key.equals(shown);
        return apart
                && (tag != null && key(tag).equals(shown)
                        || jsonLd.isNews() && declared != null && key(declared).equals(key));
    }

    /** Whether {@code social} ends where the heading or the title tag goes on with a quotation mark: its attribute was closed by that mark. */
    private static boolean isCutAtQuote(@Nullable String social, @Nullable String heading, @Nullable String tag) {
        if (social == null) {
            return false;
        }
        for (String whole : new @Nullable String[] {heading, tag}) {
            String rest = whole != null && whole.length() > social.length() && whole.startsWith(social)
                    ? whole.substring(social.length()).strip()
                    : "";
            if (rest.startsWith("\"")) {
                return true;
            }
        }
        return false;
    }

    private record Candidate(String text, String key, double weight) {}

    private static void add(List<Candidate> all, @Nullable String text, double weight) {
        if (text != null
                && !text.isBlank()
                && text.length() <= MAX
                && text.strip().length() > 1) {
            all.add(new Candidate(text.strip(), key(text), weight));
        }
    }

    /** Equal candidates add their weights; one that the title tag begins with gains a little. */
    private static @Nullable String vote(List<Candidate> candidates, @Nullable String title) {
        Map<String, Double> votes = new LinkedHashMap<>();
        Map<String, String> texts = new LinkedHashMap<>();
        String titleKey = title == null ? "" : key(title);
        for (Candidate c : candidates) {
            votes.merge(c.key, c.weight, Double::sum);
            texts.putIfAbsent(c.key, c.text);
        }
        String best = null;
        double most = 0;
        for (Map.Entry<String, Double> entry : votes.entrySet()) {
            double sum = entry.getValue() + (titleKey.contains(entry.getKey()) ? 0.4 : 0);
            if (sum > most) {
                most = sum;
                best = texts.get(entry.getKey());
            }
        }
        return best;
    }

    /** A heading of several words that shares some with another candidate; a site's name in a heading shares none. */
    private static boolean isAboutTheSame(@Nullable String heading, List<Candidate> others) {
        if (heading == null || others.isEmpty()) {
            return heading != null;
        }
        List<String> words = List.of(WORD_BREAK.split(heading.toLowerCase(Locale.ROOT)));
        for (Candidate other : others) {
            List<String> theirs = List.of(WORD_BREAK.split(other.text.toLowerCase(Locale.ROOT)));
            long shared = words.stream().filter(theirs::contains).count();
            if (shared * 3 >= Math.min(words.size(), theirs.size()) && words.size() >= 3) {
                return true;
            }
        }
        return words.size() >= 5;
    }

    /** The heading's text without the label above it, which some sites put inside. */
    private static @Nullable String text(Element heading) {
        String all = Markup.oneLine(heading.text());
        if (all == null) {
            return null;
        }
        StringBuilder own = new StringBuilder();
        for (Node child : heading.childNodes()) {
            boolean kicker = child instanceof Element e
                    && KICKER.matcher(e.className()).find()
                    && !e.text().strip().endsWith(":");
            if (child instanceof Element e && !kicker) {
                own.append(' ').append(e.text());
            } else if (child instanceof TextNode t) {
                own.append(t.text());
            }
        }
        String rest = Markup.oneLine(own.toString());
        boolean whole = rest != null && rest.length() >= 10 && Character.isLetterOrDigit(rest.charAt(0));
        return whole || rest != null && all.startsWith(rest) ? rest : all;
    }

    /** The only heading of the first level, or the one that is marked as the headline, or the longest. */
    private static @Nullable String mainHeading(List<Element> headings) {
        Element best = null;
        for (Element h : headings) {
            if (h.attr("itemprop").contains("headline")) {
                return text(h);
            }
            if (isInBoilerplate(h) || isHomeLink(h)) {
                continue;
            }
            if (best == null
                    || best.text().length() < 20
                            && h.text().length() > best.text().length()) {
                best = h;
            }
        }
        return best == null ? null : text(best);
    }

    /** Whether the heading is the site's name or logo: a link to its front page, or inside one. */
    private static boolean isHomeLink(Element h) {
        Element parent = h.parent();
        Element link = parent != null && parent.normalName().equals("a") ? parent : h.selectFirst("a[href]");
        if (link == null) {
            return false;
        }
        String href = link.attr("href").strip();
        boolean home = href.equals("/") || href.equals("#") || href.matches("https?://[^/]+/?");
        return home && (link == parent || link.text().strip().equals(h.text().strip()));
    }

    private static boolean isInBoilerplate(Element h) {
        int steps = 0;
        for (Element e = h; e != null && steps < 6; e = e.parent(), steps++) {
            String tag = e.normalName();
            String classes = e.className() + " " + e.id();
            if (tag.equals("nav")
                    || tag.equals("aside")
                    || tag.equals("footer")
                    || e.classNames().contains("h-card")
                    || BOILERPLATE.stream().anyMatch(classes::contains)) {
                return true;
            }
        }
        return false;
    }

    /** Whether {@code element} is a heading that ends with the headline of this {@link #key}. */
    static boolean isPrintedIn(Element element, String key) {
        if (key.isEmpty()) {
            return false;
        }
        if (!ShortText.isHeading(element)) {
            return isCalledTitle(element) && key.equals(key(element.ownText()));
        }
        String text = ShortText.of(element, MAX_HEADING);
        return text != null && key(text).endsWith(key);
    }

    private static boolean isCalledTitle(Element element) {
        String classes =
                element.attributesSize() == 0 ? "" : element.className().toLowerCase(Locale.ROOT);
        for (int i = 0; !classes.isEmpty() && i < TITLE.size(); i++) {
            if (classes.contains(TITLE.get(i))) {
                return true;
            }
        }
        return false;
    }

    /** Letters and digits of {@code text} in lower case: equal for titles that differ in marks, case and white space. */
    static String key(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                out.append(Character.toLowerCase(text.charAt(i)));
            }
        }
        return out.toString();
    }
}
