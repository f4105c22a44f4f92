package io.copydesk.standalone.sample;

import java.nio.charset.Charset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Renders the articles of one site into the bytes its server would send. */
final class PageRenderer {

    private static final int OK = 200;
    private static final String WINDOWS = "windows-1252";
    private static final String UTF_8 = "utf-8";

    private final SiteFile site;

    PageRenderer(SiteFile site) {
        this.site = site;
    }

    /** One capture for each time the page was fetched, all of the same bytes. */
    List<SampleCapture> captures(ArticleFile article) {
        Set<Damage> damage = article.damage();
        boolean mislabelled = damage.contains(Damage.MISLABELLED);
        String declared = mislabelled ? UTF_8 : site.declaredCharset().orElse(null);
        String actual = mislabelled ? WINDOWS : site.charset();
        PageValues values = new PageValues(site, article, declared == null ? actual : declared);

        String html = damage.contains(Damage.SHELL)
                ? Template.html(SampleText.content(site.folder() + "/shell.html"), values)
                : Template.html(site.page(), values);
        for (Damage one : damage) {
            html = one.apply(html);
        }
        byte[] body = html.getBytes(Charset.forName(actual));
        Optional<SampleGold> gold =
                damage.contains(Damage.SHELL) ? Optional.empty() : Optional.of(gold(article, values));

        List<SampleCapture> captures = new ArrayList<>();
        for (Instant fetched : article.fetched()) {
            captures.add(new SampleCapture(site.url(article), fetched, OK, "text/html", declared, body, gold));
        }
        return captures;
    }

    private SampleGold gold(ArticleFile article, PageValues values) {
        return new SampleGold(
                article.headline(),
                article.language(),
                article.authors(),
                site.visibleDate(article),
                article.blocks().stream().map(SampleBlock::text).toList(),
                values.boilerplate());
    }
}
