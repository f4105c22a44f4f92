package io.copydesk.standalone.sample;

/**
 * A relation between two articles of the sample that was written into them on purpose.
 *
 * @param url the later article
 * @param kind {@code exact} (same text, other URL), {@code syndicated} (one agency text, edited) or {@code part} (one
 *     paragraph quoted)
 * @param of URL of the article it repeats
 */
public record SampleRelation(String url, String kind, String of) {}
