package io.copydesk.enrich.dedup;

import io.copydesk.schemas.Relation;

/**
 * How two texts relate.
 *
 * @param kind near, syndicated, or part; exact copies are one text
 * @param score 0–1, the share of the smaller text that is in both
 * @param rule label of the rule that decided
 */
public record Edge(Relation.Kind kind, double score, String rule) {}
