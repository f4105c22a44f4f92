package io.copydesk.kit.config;

import java.util.List;

/** The configuration in force. Immutable. */
public final class Configuration {
    private final List<Record> records;
    private final List<Setting> settings;
    private final List<String> warnings;

    Configuration(List<Record> records, List<Setting> settings, List<String> warnings) {
        this.records = List.copyOf(records);
        this.settings = List.copyOf(settings);
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

    /** What was ignored, a line each; to be shown to whoever started the process. */
    public List<String> warnings() {
        return warnings;
    }

    /** Every value in force with its origin, by section and key, secrets masked. */
    public List<Setting> describe() {
        return settings;
    }
}
