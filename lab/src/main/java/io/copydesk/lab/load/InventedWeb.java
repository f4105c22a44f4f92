package io.copydesk.lab.load;

import io.copydesk.ingest.page.Page;
import io.copydesk.lab.bench.InventedArticles;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Pages without end of invented sites, with the articles of {@link InventedArticles} in them and the weight of pages of today: about 250 KB,
 * most of it scripts and styles in the page, then navigation, teasers with several pictures each, and a text of some kilobytes. A page
 * is a function of the seed and its number; the parts that all pages of a site share are made once. For one thread.
 */
public final class InventedWeb implements LoadInputs {

    private static final int STYLES = 40_000;
    private static final int SCRIPTS = 130_000;
    private static final int LINKS = 180;
    private static final int TEASERS = 45;
    private static final int SAMPLE = 300;
    private static final int SENTENCES_A_PARAGRAPH = 3;
    private static final String HEX = "0123456789abcdef";

    private final long seed;
    private final InventedArticles articles;
    private final List<Site> sites = new ArrayList<>();
    private int next;

    /**
     * What the pages of a site share.
     *
     * @param head from the end of the article's own metadata to the text
     * @param foot what comes behind the text
     */
    private record Site(String host, String head, String foot) {}

    /**
     * Pages of {@code count} sites.
     *
     * @param count 1 to 10,000
     */
    public InventedWeb(long seed, int count) {
        this.seed = seed;
        this.articles = new InventedArticles(seed);
        for (int i = 0; i < count; i++) {
            sites.add(site(i));
        }
    }

    @Override
    public Page next() {
        return page(next++);
    }

    @Override
    public void restart() {
        // There is no end, and a page that came again would be no new one.
    }

    @Override
    public boolean isFinite() {
        return false;
    }

    @Override
    public List<Page> sample() {
        List<Page> pages = new ArrayList<>();
        for (int i = 0; i < SAMPLE; i++) {
            pages.add(page(i));
        }
        return pages;
    }

    /** The page with this number. */
    Page page(int number) {
        Article article = articles.article(number);
        Site site = sites.get(new SplittableRandom(seed + 31L * number).nextInt(sites.size()));
        String url = "https://" + site.host() + "/news/" + number;
        StringBuilder html =
                new StringBuilder(site.head().length() + site.foot().length() + 16_000);
        html.append("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>")
                .append(article.headline())
                .append("</title><link rel=\"canonical\" href=\"")
                .append(url)
                .append("\"><meta property=\"og:title\" content=\"")
                .append(article.headline())
                .append("\"><script type=\"application/ld+json\">")
                .append(jsonLd(article, url))
                .append("</script>")
                .append(site.head())
                .append("<h1>")
                .append(article.headline())
                .append("</h1><time datetime=\"")
                .append(article.datePublished())
                .append("\">Today</time>");
        paragraphs(article.articleBody(), html);
        html.append(site.foot());
        byte[] body = html.toString().getBytes(StandardCharsets.UTF_8);
        Instant fetched = Instant.parse(article.pipeline().fetched());
        return Page.resource("load-" + number, url, fetched, "text/html", "utf-8", body);
    }

    private static String jsonLd(Article article, String url) {
        return Json.line(Json.object()
                .put("@context", "https://schema.org")
                .put("@type", "NewsArticle")
                .put("url", url)
                .put("headline", article.headline())
                .put("datePublished", article.datePublished()));
    }

    private static void paragraphs(String text, StringBuilder html) {
        String[] sentences = text.split("(?<=\\.) ");
        for (int i = 0; i < sentences.length; i++) {
            html.append(i % SENTENCES_A_PARAGRAPH == 0 ? (i == 0 ? "<p>" : "</p><p>") : " ")
                    .append(sentences[i]);
        }
        html.append("</p>");
    }

    private Site site(int number) {
        SplittableRandom random = new SplittableRandom(seed ^ 0x51e5L + number * 7_919L);
        StringBuilder head = new StringBuilder(STYLES + SCRIPTS + 40_000);
        head.append("<style>");
        while (head.length() < STYLES) {
            head.append(".c").append(name(random, 5)).append(" .").append(name(random, 6));
            head.append("{margin:0 ").append(random.nextInt(40)).append("px;color:#");
            head.append(name(random, 6)).append(";display:flex}");
        }
        head.append("</style><script>window.__STATE__={");
        while (head.length() < STYLES + SCRIPTS) {
            head.append('"').append(name(random, 8)).append("\":{\"id\":").append(random.nextInt(1 << 20));
            head.append(",\"href\":\"/")
                    .append(name(random, 12))
                    .append("\",\"on\":")
                    .append(random.nextBoolean());
            head.append("},");
        }
        head.append("\"end\":0};</script></head><body><header><nav><ul>");
        for (int i = 0; i < LINKS; i++) {
            head.append("<li class=\"nav__item c").append(name(random, 4)).append("\"><a href=\"/section/");
            head.append(name(random, 9))
                    .append("\"><span>")
                    .append(words(random, 2))
                    .append("</span></a></li>");
        }
        head.append("</ul></nav></header><main><article class=\"story\">");
        StringBuilder foot = new StringBuilder(60_000);
        foot.append("</article><aside><h2>More</h2>");
        for (int i = 0; i < TEASERS; i++) {
            teaser(random, foot);
        }
        foot.append("</aside></main><footer><p>").append(words(random, 30)).append("</p></footer></body></html>");
        return new Site("www.load" + number + ".example", head.toString(), foot.toString());
    }

    private static void teaser(SplittableRandom random, StringBuilder out) {
        String picture = "/media/" + name(random, 16);
        out.append("<div class=\"teaser teaser--")
                .append(name(random, 4))
                .append("\"><a href=\"/news/")
                .append(name(random, 10));
        out.append("\"><picture>");
        for (int width = 320; width <= 1_600; width += 320) {
            out.append("<source media=\"(min-width:")
                    .append(width)
                    .append("px)\" srcset=\"")
                    .append(picture);
            out.append("?w=").append(width).append(" 1x, ").append(picture).append("?w=");
            out.append(2 * width).append(" 2x\">");
        }
        out.append("<img alt=\"\" src=\"").append(picture).append("\"></picture><h3>");
        out.append(words(random, 8)).append("</h3></a></div>");
    }

    private static String words(SplittableRandom random, int count) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < count; i++) {
            out.append(i == 0 ? "" : " ")
                    .append((char) ('a' + random.nextInt(26)))
                    .append(name(random, 5));
        }
        return out.toString();
    }

    private static String name(SplittableRandom random, int length) {
        StringBuilder out = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            out.append(HEX.charAt(random.nextInt(HEX.length())));
        }
        return out.toString();
    }
}
