package io.copydesk.kit.config;

import java.util.List;

/** The configuration cannot be used. The message has one line for each problem and is fit to be shown as it is. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    ConfigException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
    }

    /** One problem, a sentence that names the key and says what would be right. */
    public ConfigException(String problem) {
        this(List.of(problem));
    }

    /** Everything that is wrong, in the order in which it was found, one sentence each. */
    public List<String> problems() {
        return problems;
    }
}
