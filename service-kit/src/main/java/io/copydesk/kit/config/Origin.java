package io.copydesk.kit.config;

/** The layer that a value came from; a later layer wins over an earlier one. */
public enum Origin {
    /** The record of defaults in the code. */
    DEFAULT("default"),
    /** The configuration file. */
    FILE("file"),
    /** An environment variable. */
    ENVIRONMENT("environment"),
    /** An argument of the command. */
    COMMAND_LINE("command line");

    private final String label;

    Origin(String label) {
        this.label = label;
    }

    /** The word for people: {@code default}, {@code file}, {@code environment} or {@code command line}. */
    @Override
    public String toString() {
        return label;
    }
}
