package io.copydesk.lab.boilerplate;

import java.util.ArrayList;
import java.util.List;

/** The pages of several invented sites. */
public final class InventedSites {

    private InventedSites() {}

    /**
     * The pages, one site after the other.
     *
     * @param seed gives the same pages every time
     * @param sites how many sites
     * @param articles how many articles each
     * @param noise the probability that a word of a boilerplate line reads otherwise on a page, 0–1
     */
    public static List<InventedPage> pages(long seed, int sites, int articles, double noise) {
        List<InventedPage> pages = new ArrayList<>();
        for (int i = 0; i < sites; i++) {
            pages.addAll(new InventedSite(seed, i, noise).pages(articles));
        }
        return pages;
    }

    /**
     * Pages whose boilerplate reads differently on each of them but stands in elements of its own, as do leads, quotes and facts of the articles.
     *
     * @param seed gives the same pages every time
     * @param sites how many sites
     * @param articles how many articles each
     */
    public static List<InventedPage> placed(long seed, int sites, int articles) {
        List<InventedPage> pages = new ArrayList<>();
        for (int i = 0; i < sites; i++) {
            pages.addAll(new PlacedSite(seed, i).pages(articles));
        }
        return pages;
    }
}
