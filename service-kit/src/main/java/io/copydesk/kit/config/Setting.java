package io.copydesk.kit.config;

/**
 * One value in force, as it may be shown to anyone: secrets are masked already.
 *
 * @param key the full key, such as {@code health.port}
 * @param value the value as one would write it in the file
 * @param origin the layer that it came from
 * @param where its place within that layer ({@code copydesk.yaml line 4}, {@code COPYDESK_HEALTH_PORT},
 *     {@code --health.port}), empty for a default
 */
public record Setting(String key, String value, Origin origin, String where) {}
