package io.copydesk.kit.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The arguments of a service: words that select its roles, {@code --config FILE}, and any number of {@code --section.key value},
 * also with {@code =} in between.
 *
 * @param words what comes before the first option
 * @param file the configuration file, when one is named
 * @param values the values by full key; a key given twice keeps the last
 */
public record Arguments(List<String> words, Optional<Path> file, Map<String, String> values) {

    /**
     * Reads the arguments.
     *
     * @throws ConfigException for anything that is not of that form
     */
    public static Arguments parse(String... arguments) {
        List<String> words = new ArrayList<>();
        while (words.size() < arguments.length && !arguments[words.size()].startsWith("-")) {
            words.add(arguments[words.size()]);
        }
        Optional<Path> file = Optional.empty();
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = words.size(); i < arguments.length; i++) {
            String argument = arguments[i];
            if (!argument.startsWith("--") || argument.length() == 2) {
                throw new ConfigException(
                        "unexpected argument " + argument + ": expected --config FILE or --section.key VALUE");
            }
            int equals = argument.indexOf('=');
            String key = argument.substring(2, equals < 0 ? argument.length() : equals);
            if (equals < 0 && i + 1 == arguments.length) {
                throw new ConfigException("argument " + argument + " needs a value");
            }
            String value = equals < 0 ? arguments[++i] : argument.substring(equals + 1);
            if (key.equals("config")) {
                file = Optional.of(Path.of(value));
            } else {
                values.put(key, value);
            }
        }
        return new Arguments(List.copyOf(words), file, values);
    }
}
