package io.copydesk.extraction.metadata;

import io.copydesk.extraction.resource.WordLists;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
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

    /** Weight of a part of the title tag that the page prints as a heading of a lower level, where no first one is related. */
    private static final double PRINTED_PART = 1.2;

    /** Words of a heading that may say the same as a title in other words. */
    private static final int MIN_REWORDING = 4;

    private static final int MIN_LABELLED = 12;

    private static final Pattern WORD_BREAK = Pattern.compile("[^\\p{L}\\p{Nd}]+");
    private static final WordLists CLASSES = WordLists.of(Headlines.class, "headline-classes.txt");
    private static final List<String> TITLE = CLASSES.get("title");

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
        String social = suffix.strip(meta.first("og:title"));
        String heading = MainHeading.find(
                page.headings(), suffix, Arrays.asList(title, meta.first("og:title"), jsonLd.headline()));
        String tag = suffix.strip(title);
        List<Candidate> candidates = new ArrayList<>();
        add(candidates, jsonLd.headline(), 1.05);
        add(candidates, isCutAtQuote(social, heading, tag) ? null : social, 1.0);
        add(candidates, tag, 0.8);
        String other =
                suffix.strip(meta.first("twitter:title", "parsely-title", "dc.title", "sailthru.title", "title"));
        add(candidates, other, 0.5);
        Set<String> sites = MainHeading.siteNames(page.headings());
        String declared = social == null ? "" : key(social);
        candidates.removeIf(candidate -> suffix.isSiteName(candidate.text)
                || sites.contains(candidate.key) && !declared.isEmpty() && !candidate.key.equals(declared));
        boolean related = heading != null && isAboutTheSame(heading, candidates);
        List<Candidate> written = List.copyOf(candidates);
        add(candidates, withoutKicker(suffix.withoutPublisher(heading), social), related ? HEADING : UNRELATED_HEADING);
        if (!related) {
            add(candidates, PrintedPart.find(document, title, suffix), PRINTED_PART);
        }
        if (candidates.isEmpty()) {
            add(candidates, jsonLd.name(), 0.3);
            document.select("h2").stream().limit(1).forEach(h -> add(candidates, Markup.oneLine(h.text()), 0.2));
            if (candidates.isEmpty()) {
                add(candidates, tag, 0.1);
            }
        }
        boolean twice = social != null && social.equals(suffix.strip(meta.first("twitter:title")));
        if ((jsonLd.isNews() || twice) && isWrittenSeparately(social, heading, tag, jsonLd)) {
            return new Headlines(social, heading);
        }
        if (heading != null && !jsonLd.isNews() && isRewording(heading, written)) {
            return new Headlines(suffix.withoutPublisher(heading), heading);
        }
        return new Headlines(spelt(vote(candidates, title), candidates, heading, slug, social, jsonLd), heading);
    }

    /** {@code voted}, unless the URL spells another candidate, and no declared title repeats the heading. */
    private static @Nullable String spelt(
            @Nullable String voted,
            List<Candidate> candidates,
            @Nullable String heading,
            UrlSlug slug,
            @Nullable String social,
            JsonLdArticle jsonLd) {
        boolean confirmed = heading != null && (isSame(heading, social) || isSame(heading, jsonLd.headline()));
        if (confirmed || slug.spells(voted) || slug.spells(heading)) {
            return voted;
        }
        return candidates.stream()
                .map(Candidate::text)
                .filter(slug::spells)
                .findFirst()
                .orElse(voted);
    }

    private static boolean isSame(String heading, @Nullable String other) {
        return other != null && key(heading).equals(key(other));
    }

    /** The social title, where the heading ends with it right after a letter: the label above it stands in the same element. */
    private static @Nullable String withoutKicker(@Nullable String heading, @Nullable String social) {
        if (heading == null || social == null || heading.length() <= social.length()) {
            return heading;
        }
        int before = heading.length() - social.length() - 1;
        return heading.endsWith(social) && Character.isLetterOrDigit(heading.charAt(before)) ? social : heading;
    }

    /** Whether the heading says in other words what all titles for machines say: those were written for search engines. */
    private static boolean isRewording(String heading, List<Candidate> written) {
        List<String> words = words(heading);
        String key = key(heading);
        if (words.size() < MIN_REWORDING || written.stream().anyMatch(candidate -> key.contains(candidate.key))) {
            return false;
        }
        return written.stream().map(candidate -> words(candidate.text)).anyMatch(theirs -> {
            long shared = words.stream().filter(theirs::contains).count();
            return shared * 2 >= Math.min(words.size(), theirs.size());
        });
    }

    private static List<String> words(String text) {
        return List.of(WORD_BREAK.split(text.toLowerCase(Locale.ROOT)));
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
        // With the heading in it, it is the heading with a label or the site's name.
        boolean apart =
                !key.isEmpty() && !(shown.length() >= MIN_LABELLED && key.contains(shown)) && !key.equals(shown);
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
            texts.merge(c.key, c.text, (one, other) -> symbols(other) < symbols(one) ? other : one);
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

    /** How many pictures, such as emoji, stand in {@code text}. */
    private static long symbols(String text) {
        return text.codePoints()
                .filter(c -> Character.getType(c) == Character.OTHER_SYMBOL)
                .count();
    }

    /** A heading of several words that shares some with another candidate; a site's name in a heading shares none. */
    private static boolean isAboutTheSame(@Nullable String heading, List<Candidate> others) {
        if (heading == null || others.isEmpty()) {
            return heading != null;
        }
        List<String> words = words(heading);
        for (Candidate other : others) {
            List<String> theirs = words(other.text);
            long shared = words.stream().filter(theirs::contains).count();
            if (shared * 3 >= Math.min(words.size(), theirs.size()) && words.size() >= 3) {
                return true;
            }
        }
        return words.size() >= 5;
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
