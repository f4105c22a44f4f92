package io.copydesk.ingest.boilerplate;

import java.util.Map;
import java.util.Set;

/**
 * What a page changed in what is known of its site.
 *
 * @param before what was known before, for each period where that changed
 * @param articles ids of the articles that have a line which is treated otherwise now
 */
public record LearnedChange(Map<Period, LearnedSet> before, Set<String> articles) {}
