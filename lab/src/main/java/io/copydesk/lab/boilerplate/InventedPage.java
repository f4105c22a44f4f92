package io.copydesk.lab.boilerplate;

import io.copydesk.ingest.page.Page;
import java.util.Set;

/**
 * A page of an invented site.
 *
 * @param page as a fetcher would hand it on
 * @param paragraphs what belongs to the article
 * @param boilerplate what does not
 */
public record InventedPage(Page page, Set<String> paragraphs, Set<String> boilerplate) {}
