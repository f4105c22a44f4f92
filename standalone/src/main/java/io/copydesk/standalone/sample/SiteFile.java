package io.copydesk.standalone.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One site: {@code <folder>/site.txt} (its facts and markup, then the names of its articles), {@code page.html} and a
 * {@code lines.<language>.txt} for each language it publishes in.
 *
 * @param folder folder below {@code sample/}
 * @param facts headers of {@code site.txt}
 * @param page the page template
 * @param lines the site's own words by language
 * @param articles in the order of {@code site.txt}
 */
record SiteFile(
        String folder, SampleText facts, String page, Map<String, SampleText> lines, List<ArticleFile> articles) {

    /** A fragment of the page inside the article's text, after the given number of blocks. */
    record Insert(int after, String fragment) {}

    static SiteFile read(String folder) {
        SampleText facts = SampleText.read(folder + "/site.txt");
        List<ArticleFile> articles = facts.text()
                .lines()
                .filter(line -> !line.isBlank())
                .map(name -> ArticleFile.read(folder, name))
                .toList();
        Map<String, SampleText> lines = new TreeMap<>();
        for (ArticleFile article : articles) {
            lines.computeIfAbsent(
                    article.language(), language -> SampleText.read(folder + "/lines." + language + ".txt"));
        }
        return new SiteFile(folder, facts, SampleText.content(folder + "/page.html"), lines, articles);
    }

    String host() {
        return facts.required("host");
    }

    String name() {
        return facts.required("name");
    }

    String language() {
        return facts.required("language");
    }

    String url(ArticleFile article) {
        return "https://" + host() + article.path();
    }

    /** The date of publication as precisely as the page gives it: some print the day only. */
    String visibleDate(ArticleFile article) {
        return facts.value("date-precision").filter("day"::equals).isPresent()
                ? article.published().toLocalDate().toString()
                : article.headers().required("date");
    }

    /** Charset of the bytes. */
    String charset() {
        return facts.required("charset");
    }

    /** Charset in the HTTP header, empty when the server names none. */
    Optional<String> declaredCharset() {
        return facts.value("declared-charset");
    }

    List<Insert> inserts() {
        List<Insert> inserts = new ArrayList<>();
        for (String line : facts.all("insert")) {
            String[] words = line.split(" ");
            inserts.add(new Insert(Integer.parseInt(words[0]), SampleText.content(folder + "/" + words[1])));
        }
        return inserts;
    }

    /** A fragment inside the element of the last paragraph, after its text. */
    Optional<String> glued() {
        return facts.value("glued").map(name -> SampleText.content(folder + "/" + name));
    }
}
