package io.copydesk.kit.config;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One section of the configuration and the record that it binds to.
 *
 * <p>The component {@code startTimeout} is the key {@code start-timeout}. A component {@code Map<String,
 * String>} takes every key of the section that no
 * other component names, as written.
 */
final class Section {
    private final String name;
    private final Record defaults;
    private final Map<String, RecordComponent> keys = new LinkedHashMap<>();
    private @Nullable RecordComponent rest;

    Section(String name, Record defaults) {
        this.name = name;
        this.defaults = defaults;
        for (RecordComponent component : defaults.getClass().getRecordComponents()) {
            if (component.getType() == Map.class) {
                rest = component;
            } else {
                ValueType.of(component.getGenericType());
                keys.put(name + "." + kebab(component.getName()), component);
            }
        }
    }

    String name() {
        return name;
    }

    /** The keys that have a component of their own, in the record's order. */
    List<String> keys() {
        return List.copyOf(keys.keySet());
    }

    boolean knows(String key) {
        return keys.containsKey(key) || takesRest() && key.startsWith(name + ".") && key.length() > name.length() + 1;
    }

    boolean takesRest() {
        return rest != null;
    }

    /** The key that an environment variable sets, empty when it is none of this section. */
    Optional<String> keyOfVariable(String variable) {
        String prefix = variable(name) + "_";
        if (!variable.startsWith(prefix) || variable.length() == prefix.length()) {
            return Optional.empty();
        }
        Optional<String> named = keys.keySet().stream()
                .filter(key -> variable(key).equals(variable))
                .findFirst();
        if (named.isPresent() || !takesRest()) {
            return named;
        }
        String own =
                variable.substring(prefix.length()).toLowerCase(Locale.ROOT).replace('_', '.');
        return Optional.of(name + "." + own);
    }

    static String variable(String key) {
        return ConfigLoader.VARIABLE_PREFIX
                + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /**
     * The record with the given values laid over its defaults.
     *
     * @param given the winning value of each key
     * @param problems gets a sentence for each value that cannot be read
     * @param settings gets what is in force
     * @return the record, or the defaults when there were problems
     */
    Record bind(Map<String, GivenValue> given, List<String> problems, List<Setting> settings) {
        int before = problems.size();
        Map<String, Object> arguments = new LinkedHashMap<>();
        keys.forEach((key, component) -> {
            Object value = value(defaults, component);
            ValueType type = ValueType.of(component.getGenericType());
            GivenValue override = given.get(key);
            if (override != null) {
                value = parsed(override, type, problems).orElse(value);
            }
            arguments.put(component.getName(), value);
            settings.add(setting(key, type.format().apply(value), override));
        });
        if (rest != null) {
            arguments.put(rest.getName(), restOf(rest, given, settings));
        }
        return problems.size() == before ? construct(arguments, given, problems) : defaults;
    }

    private static Optional<Object> parsed(GivenValue given, ValueType type, List<String> problems) {
        try {
            if (given.value() != null) {
                return Optional.of(type.parse().apply(given.value()));
            }
            problems.add(given.key() + " has no value (" + given.where() + "): expected " + type.expected());
        } catch (IllegalArgumentException e) {
            problems.add(given.quoted() + ": expected " + type.expected());
        }
        return Optional.empty();
    }

    private Map<String, String> restOf(
            RecordComponent component, Map<String, GivenValue> given, List<Setting> settings) {
        Map<String, String> values = new TreeMap<>();
        ((Map<?, ?>) value(defaults, component)).forEach((key, value) -> values.put((String) key, (String) value));
        given.forEach((key, value) -> {
            if (key.startsWith(name + ".") && !keys.containsKey(key)) {
                values.put(key.substring(name.length() + 1), value.value() == null ? "" : value.value());
            }
        });
        values.forEach((own, value) -> {
            String key = name + "." + own;
            settings.add(setting(key, value, given.get(key)));
        });
        return values;
    }

    private static Setting setting(String key, String value, @Nullable GivenValue given) {
        return new Setting(
                key,
                Secrets.masked(key, value),
                given == null ? Origin.DEFAULT : given.origin(),
                given == null ? "" : given.where());
    }

    private Record construct(Map<String, Object> arguments, Map<String, GivenValue> given, List<String> problems) {
        RecordComponent[] components = defaults.getClass().getRecordComponents();
        try {
            Constructor<? extends Record> constructor = defaults.getClass()
                    .getDeclaredConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(Arrays.stream(components)
                    .map(component -> arguments.get(component.getName()))
                    .toArray());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                List<String> own = given.values().stream()
                        .filter(value -> value.key().startsWith(name + "."))
                        .map(GivenValue::quoted)
                        .toList();
                problems.add(name + ": " + refused.getMessage() + "; given: " + String.join(", ", own));
                return defaults;
            }
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object value(Record holder, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(holder);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code startTimeout} to {@code start-timeout}. */
    private static String kebab(String camel) {
        return camel.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
