package io.copydesk.extraction.metadata;

import io.copydesk.extraction.metadata.PageTitles.Place;
import java.util.Arrays;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The headline: of all that the page may be called ({@link PageTitles}), the title that the {@link HeadlineModel} finds most likely.
 *
 * @param text the headline, {@code null} when the page has none
 * @param heading the heading displayed above the text, {@code null} when the page has none
 */
record Headlines(@Nullable String text, @Nullable String heading) {

    /** Letters of a site's name at most, where nothing else tells that it is one. */
    private static final int MAX_SITE = 25;

    /** The bundled model, loaded when a headline is first chosen: its training reads pages without it. */
    private static final class Bundled {
        static final HeadlineModel MODEL = HeadlineModel.load();
    }

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
        String heading = heading(page, meta, jsonLd, suffix, title);
        PageTitles titles = titles(page, document, meta, jsonLd, publisher, slug, suffix, title, heading);
        String best = Bundled.MODEL.choose(HeadlineSheet.of(titles));
        return new Headlines(best != null ? best : fallback(document, jsonLd, suffix.strip(title)), heading);
    }

    /** The titles of which {@link #of} chooses. */
    static HeadlineSheet sheet(
            PageElements page,
            Document document,
            MetaTags meta,
            JsonLdArticle jsonLd,
            @Nullable String publisher,
            @Nullable String host,
            UrlSlug slug) {
        String title = Markup.oneLine(document.title());
        SiteSuffix suffix = new SiteSuffix(publisher, host);
        String heading = heading(page, meta, jsonLd, suffix, title);
        return HeadlineSheet.of(titles(page, document, meta, jsonLd, publisher, slug, suffix, title, heading));
    }

    private static @Nullable String heading(
            PageElements page, MetaTags meta, JsonLdArticle jsonLd, SiteSuffix suffix, @Nullable String title) {
        return MainHeading.find(
                page.headings(), suffix, Arrays.asList(title, meta.first("og:title"), jsonLd.headline()));
    }

    private static PageTitles titles(
            PageElements page,
            Document document,
            MetaTags meta,
            JsonLdArticle jsonLd,
            @Nullable String publisher,
            UrlSlug slug,
            SiteSuffix suffix,
            @Nullable String title,
            @Nullable String heading) {
        PageTitles titles = new PageTitles(title, slug, jsonLd.isNews(), publisher, suffix);
        String tag = suffix.strip(title);
        String whole = meta.first("og:title");
        String social = suffix.strip(whole);
        titles.add(Place.JSON_LD, jsonLd.headline());
        if (!isCutAtQuote(social, heading, tag)) {
            titles.add(Place.SOCIAL, social);
            titles.add(Place.WHOLE_SOCIAL, whole);
        }
        titles.add(Place.TAG, tag);
        titles.add(Place.CARD, suffix.strip(meta.first("twitter:title")));
        titles.add(Place.OTHER_META, suffix.strip(meta.first("parsely-title", "dc.title", "sailthru.title", "title")));
        titles.add(Place.MAIN_HEADING, withoutKicker(suffix.withoutPublisher(heading), social));
        titles.addHeadings(page.headings());
        titles.removeSites(MainHeading.siteNames(page.headings()));
        String below = belowSite(document, heading, title, suffix);
        if (heading != null && below != null) {
            titles.removeSites(Set.of(key(heading)));
            titles.add(Place.LOWER_HEADING, below);
        } else if (TitleFeature.isUnrelated(titles)) {
            titles.add(Place.LOWER_HEADING, PrintedPart.find(document, title, suffix));
        }
        titles.addParts();
        return titles;
    }

    /** The lower heading that the title tag puts beside the main one, when it is longer: the main heading names the site. */
    private static @Nullable String belowSite(
            Document document, @Nullable String heading, @Nullable String title, SiteSuffix suffix) {
        if (heading == null || title == null) {
            return null;
        }
        String key = key(heading);
        String whole = key(title);
        boolean part = !key.isEmpty()
                && key.length() <= MAX_SITE
                && 2 * key.length() < whole.length()
                && (whole.startsWith(key) || whole.endsWith(key));
        String below = part ? PrintedPart.find(document, title, suffix) : null;
        return below != null && key(below).length() + key.length() == whole.length() ? below : null;
    }

    /** The name of a page that has no title of its own. */
    private static @Nullable String fallback(Document document, JsonLdArticle jsonLd, @Nullable String tag) {
        Element lower = document.selectFirst("h2");
        for (String text :
                new @Nullable String[] {jsonLd.name(), lower == null ? null : Markup.oneLine(lower.text()), tag}) {
            if (text != null && text.strip().length() > 1) {
                return text.strip();
            }
        }
        return null;
    }

    /** The social title, where the heading ends with it right after a letter: the label above it stands in the same element. */
    private static @Nullable String withoutKicker(@Nullable String heading, @Nullable String social) {
        if (heading == null || social == null || heading.length() <= social.length()) {
            return heading;
        }
        int before = heading.length() - social.length() - 1;
        return heading.endsWith(social) && Character.isLetterOrDigit(heading.charAt(before)) ? social : heading;
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

    /** Letters and digits of {@code text} in lower case: equal for titles that differ in marks, case and white space. */
    static String key(String text) {
        char[] out = new char[text.length()];
        int n = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 'a' && c <= 'z') {
                out[n++] = c;
            } else if (Character.isLetterOrDigit(c)) {
                out[n++] = Character.toLowerCase(c);
            }
        }
        return new String(out, 0, n);
    }
}
