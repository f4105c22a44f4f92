package io.copydesk.schemas;

import java.time.Duration;

/** What the data contract promises of public topics; {@code copydesk contract check} measures each on a running cluster. */
public enum Promise {
    /** Of each topic. */
    SCHEMA("schema", "conformity", "Every value is valid against the JSON Schema of its topic."),
    /** Of each topic. */
    HEADERS("headers", "completeness", "Every record has the headers of a CloudEvent, a trace and a cause."),
    /** Of each topic. */
    KEYS("duplicate-keys", "uniqueness", "All records of a key are in one partition."),
    /** Of each topic. */
    EVENTS("duplicate-events", "uniqueness", "No two records have the same ce_source and ce_id."),
    /** Of articles and enriched-articles. */
    ORDER("order", "consistency", "The last record of an article is its newest version."),
    /** Of enriched-articles. */
    FRESHNESS(
            "freshness",
            "timeliness",
            "99 of 100 articles are in enriched-articles within this time of the arrival of the input that led to the record."),
    /** Of articles. */
    LEDGER(
            "ledger",
            "completeness",
            "Every page that arrived longer ago than that has a line in the ledger, and the articles that the ledger names are there.");

    /** The limit of {@link #FRESHNESS}. */
    public static final Duration FRESH = Duration.ofSeconds(60);

    private final String label;
    private final String dimension;
    private final String text;

    Promise(String label, String dimension, String text) {
        this.label = label;
        this.dimension = dimension;
        this.text = text;
    }

    /** Its name in the contract and in the output of the check. */
    public String label() {
        return label;
    }

    /** The dimension of data quality that it is of, as ODCS names it. */
    public String dimension() {
        return dimension;
    }

    /** What is promised: one sentence. */
    public String text() {
        return text;
    }

    /** Whether it is made of a topic. */
    public boolean isOf(Topic<?> topic) {
        return switch (this) {
            case SCHEMA, HEADERS, KEYS, EVENTS -> topic.audience() == Topic.Audience.PUBLIC;
            case ORDER -> topic.equals(Topics.ARTICLES) || topic.equals(Topics.ENRICHED_ARTICLES);
            case FRESHNESS -> topic.equals(Topics.ENRICHED_ARTICLES);
            case LEDGER -> topic.equals(Topics.ARTICLES);
        };
    }
}
