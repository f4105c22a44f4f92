package io.copydesk.schemas;

/**
 * A cookie that a redirect set: sites exist that redirect each reader until a cookie comes back.
 *
 * @param url the URL whose response set it, absolute and normalised
 * @param field the value of the {@code Set-Cookie} field (RFC 6265 §4.1)
 */
public record SetCookie(String url, String field) {}
