package io.copydesk.kit.config;

import org.jspecify.annotations.Nullable;

/**
 * A value as one layer gave it, not yet understood.
 *
 * @param key the full key that it is meant for
 * @param value its text, {@code null} when the file named the key and said nothing
 * @param origin the layer
 * @param where its place within the layer, for messages
 */
record GivenValue(String key, @Nullable String value, Origin origin, String where) {

    /** {@code health.port = "eighty" (copydesk.yaml line 4)}, with secrets masked. */
    String quoted() {
        return key + " = \"" + Secrets.masked(key, String.valueOf(value)) + "\" (" + where + ")";
    }
}
