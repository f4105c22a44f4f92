package io.copydesk.enrich.entity;

import org.jspecify.annotations.Nullable;

/**
 * The words for who says something.
 *
 * @param start index of their first token
 * @param end index after their last token
 * @param entity whom they name, {@code null} when they name nobody
 */
record Subject(int start, int end, @Nullable Entity entity) {

    Subject of(@Nullable Entity other) {
        return new Subject(start, end, other);
    }
}
