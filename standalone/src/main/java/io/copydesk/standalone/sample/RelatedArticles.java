package io.copydesk.standalone.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which older articles of its site a page links to. */
final class RelatedArticles {

    private static final int MOST = 3;

    private RelatedArticles() {}

    /** The latest of the same language published before it, one for each path and headline, newest first. */
    static List<ArticleFile> of(SiteFile site, ArticleFile article) {
        List<ArticleFile> older = new ArrayList<>();
        for (ArticleFile other : site.articles()) {
            if (other.language().equals(article.language())
                    && other.published().isBefore(article.published())
                    && !other.path().equals(article.path())
                    && !other.headline().equals(article.headline())
                    && !other.damage().contains(Damage.SHELL)) {
                older.add(other);
            }
        }
        older.sort(Comparator.comparing(ArticleFile::published)
                .reversed()
                .thenComparing(ArticleFile::path)
                .thenComparing(ArticleFile::name));
        Map<String, ArticleFile> byPath = new LinkedHashMap<>();
        older.forEach(other -> byPath.putIfAbsent(other.path(), other));
        Map<String, ArticleFile> byHeadline = new LinkedHashMap<>();
        byPath.values().forEach(other -> byHeadline.putIfAbsent(other.headline(), other));
        return byHeadline.values().stream().limit(MOST).toList();
    }
}
