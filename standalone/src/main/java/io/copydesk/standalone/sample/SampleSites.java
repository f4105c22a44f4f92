package io.copydesk.standalone.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Loads the bundled sample. Every call reads the same files and gives the same bytes; stateless, so safe to share
 * between threads.
 *
 * <p>A missing or malformed data file is a fault of the build and ends in an {@link IllegalStateException}.
 */
public final class SampleSites {

    private static final Comparator<SampleCapture> BY_TIME =
            Comparator.comparing(SampleCapture::fetched).thenComparing(SampleCapture::url);

    private SampleSites() {}

    /** Every capture of every site, by fetch time, then URL. */
    public static List<SampleCapture> load() {
        return sites().stream()
                .flatMap(site -> site.captures().stream())
                .sorted(BY_TIME)
                .toList();
    }

    /** The sites, in a fixed order. */
    public static List<SampleSite> sites() {
        List<SampleSite> sites = new ArrayList<>();
        for (SiteFile site : siteFiles()) {
            PageRenderer renderer = new PageRenderer(site);
            List<SampleCapture> captures = new ArrayList<>();
            for (ArticleFile article : site.articles()) {
                captures.addAll(renderer.captures(article));
            }
            captures.sort(BY_TIME);
            sites.add(new SampleSite(site.host(), site.name(), site.language(), captures));
        }
        return List.copyOf(sites);
    }

    /** The events that several articles report: name of the event to the URLs of its reports, by site. */
    public static SortedMap<String, Set<String>> stories() {
        SortedMap<String, Set<String>> stories = new TreeMap<>();
        for (SiteFile site : siteFiles()) {
            for (ArticleFile article : site.articles()) {
                article.story()
                        .ifPresent(name -> stories.computeIfAbsent(name, key -> new LinkedHashSet<>())
                                .add(site.url(article)));
            }
        }
        return Collections.unmodifiableSortedMap(stories);
    }

    /** The repeats that were written into the articles on purpose. */
    public static List<SampleRelation> relations() {
        List<SiteFile> sites = siteFiles();
        Map<String, String> urls = new TreeMap<>();
        for (SiteFile site : sites) {
            site.articles().forEach(article -> urls.put(site.folder() + "/" + article.name(), site.url(article)));
        }
        List<SampleRelation> relations = new ArrayList<>();
        for (SiteFile site : sites) {
            for (ArticleFile article : site.articles()) {
                for (ArticleFile.Relation relation : article.relations()) {
                    String of = urls.get(relation.of());
                    if (of == null) {
                        throw new IllegalStateException(article.name() + " names an unknown article: " + relation.of());
                    }
                    relations.add(new SampleRelation(site.url(article), relation.kind(), of));
                }
            }
        }
        return List.copyOf(relations);
    }

    static List<SiteFile> siteFiles() {
        return SampleText.lines("sites.txt").stream().map(SiteFile::read).toList();
    }
}
