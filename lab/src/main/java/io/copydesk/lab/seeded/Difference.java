package io.copydesk.lab.seeded;

import org.jspecify.annotations.Nullable;

/**
 * A key whose value is not that of the undisturbed run.
 *
 * @param topic the topic without prefix, or the sequence of a task's records
 * @param key the record's key, or the place in the sequence
 * @param expected the value of the undisturbed run, {@code null} for none
 * @param found the value of the disturbed run, {@code null} for none
 */
public record Difference(
        String topic,
        String key,
        @Nullable String expected,
        @Nullable String found) {}
