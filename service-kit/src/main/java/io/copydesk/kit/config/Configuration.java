package io.copydesk.kit.config;

import java.util.List;

/** The configuration in force. Immutable. */
public final class Configuration {
    private final List<Record> records;
    private final List<Setting> settings;

    Configuration(List<Record> records, List<Setting> settings) {
        this.records = List.copyOf(records);
        this.settings = List.copyOf(settings);
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

    /** Every value in force with its origin, by section and key, secrets masked. */
    public List<Setting> describe() {
        return settings;
    }
}
