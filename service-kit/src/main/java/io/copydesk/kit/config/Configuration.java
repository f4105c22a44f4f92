package io.copydesk.kit.config;

import java.util.Collection;
import java.util.List;

/** The configuration in force. Immutable. */
public final class Configuration {
    private final List<Record> records;
    private final List<Setting> settings;
    private final List<String> skipped;
    private final List<String> skippedVariables;
    private final List<String> warnings;

    Configuration(
            List<Record> records,
            List<Setting> settings,
            Collection<String> skipped,
            Collection<String> skippedVariables,
            List<String> warnings) {
        this.records = List.copyOf(records);
        this.settings = List.copyOf(settings);
        this.skipped = List.copyOf(skipped);
        this.skippedVariables = List.copyOf(skippedVariables);
        this.warnings = List.copyOf(warnings);
    }

    /**
     * The section of this type.
     *
     * @throws IllegalArgumentException when no section was loaded into such a record
     */
    public <R extends Record> R get(Class<R> type) {
        return records.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no section of type " + type.getName()));
    }

    /** The sections of the file that were skipped because only other processes read them, in alphabetical order. */
    public List<String> skipped() {
        return skipped;
    }

    /** The environment variables of such sections, in alphabetical order. */
    public List<String> skippedVariables() {
        return skippedVariables;
    }

    /** What was ignored, a line each; to be shown to whoever started the process. */
    public List<String> warnings() {
        return warnings;
    }

    /** Every value in force with its origin, by section and key, secrets masked. */
    public List<Setting> describe() {
        return settings;
    }
}
