package io.copydesk.extraction;

import java.util.Map;

/**
 * What became of one block of a page, and why.
 *
 * @param kept whether it stands in the article's body
 * @param rule the rule that took it out; {@code null} when kept or when it never was near the article
 * @param likelihood what the block classifier makes of it, 0–1; 0 for blocks it is not asked about
 * @param features what the classifier saw, by name; those that are zero are left out
 */
public record BlockVerdict(String text, boolean kept, String rule, float likelihood, Map<String, Float> features) {}
