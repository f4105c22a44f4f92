package io.copydesk.extraction;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether one block of a page was kept, and why.
 *
 * @param kept whether it is part of the article's body
 * @param rule the rule that removed it; {@code null} when kept
 * @param likelihood probability that it is article text by the block classifier, 0–1; 0 for blocks that are not classified
 * @param features the classifier's features by name, zeros left out
 */
public record BlockVerdict(
        String text, boolean kept, @Nullable String rule, float likelihood, Map<String, Float> features) {}
