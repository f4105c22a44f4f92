package io.copydesk.schemas;

import org.jspecify.annotations.Nullable;

/**
 * An article that is a copy of another one, or holds a part of it; re-issued when an earlier original turns up.
 *
 * @param id the article's id
 * @param of article id of the original
 * @param kind how it relates to the original
 * @param score 0–1, the share of the smaller text that both have
 * @param rule the versioned rule that decided
 * @param workId the work that both belong to; {@code null} for a part, which is never merged
 */
public record Duplicate(
        String id,
        String of,
        Relation.Kind kind,
        double score,
        String rule,
        @Nullable String workId) {}
