package io.copydesk.kit.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Reads the layers of the configuration and binds them to records.
 *
 * <pre>{@code
 * Configuration configuration = new ConfigLoader()
 *         .section("health", HealthSettings.defaults())
 *         .section("kafka", KafkaSettings.defaults())
 *         .file(Path.of("copydesk.yaml"))
 *         .environment(System.getenv())
 *         .commandLine(Map.of("health.port", "8081"))
 *         .load();
 * HealthSettings health = configuration.get(HealthSettings.class);
 * }</pre>
 *
 * <p>The order of the calls does not matter: the file lies over the defaults, the environment over the
 * file, the command line over all. The
 * key {@code health.start-timeout} is the variable {@code COPYDESK_HEALTH_START_TIMEOUT}. Not for use by
 * several threads.
 */
public final class ConfigLoader {
    /** What the name of every variable begins with. */
    public static final String VARIABLE_PREFIX = "COPYDESK_";

    /** Read by the launcher, by the compose file and by the tests in containers. */
    private static final Set<String> NOT_SETTINGS =
            Set.of("COPYDESK_JAVA_OPTIONS", "COPYDESK_BASE_IMAGE", "COPYDESK_KAFKA_IMAGE", "COPYDESK_DOCKER_RUN");

    /** One file and one environment serve every process, which skips the sections that only others read. */
    private static final Set<String> SECTIONS_OF_ALL = Set.of(
            "kafka", "streams", "health", "topics", "frontier", "fetch", "extraction", "enrich", "alerts", "console");

    private final List<Section> sections = new ArrayList<>();
    private final Set<String> reserved = new HashSet<>(NOT_SETTINGS);
    private Optional<Path> file = Optional.empty();
    private Map<String, String> variables = Map.of();
    private Map<String, String> arguments = Map.of();
    private String beforeKey = "--";

    /**
     * Adds a section.
     *
     * @param name the section's name in the file, lower case, words joined by hyphens
     * @param defaults the record with the values that hold when nothing is given
     */
    public ConfigLoader section(String name, Record defaults) {
        sections.add(new Section(name, defaults));
        return this;
    }

    /** The file to read; one that does not exist is an error at {@link #load()}. */
    public ConfigLoader file(Path path) {
        file = Optional.of(path);
        return this;
    }

    /** The environment. Variables without the {@value #VARIABLE_PREFIX} prefix are ignored. */
    public ConfigLoader environment(Map<String, String> environment) {
        variables = new TreeMap<>(environment);
        return this;
    }

    /** Variables with our prefix that are not configuration keys, such as the one that names the file itself. */
    public ConfigLoader reserved(String... names) {
        reserved.addAll(Arrays.asList(names));
        return this;
    }

    /** Values from the command line by full key, each given as {@code --KEY}. */
    public ConfigLoader commandLine(Map<String, String> values) {
        return commandLine(values, "--");
    }

    /**
     * Values from the command line by full key.
     *
     * @param before what stands before a key there, such as {@code --set } with its space; messages repeat it
     */
    public ConfigLoader commandLine(Map<String, String> values, String before) {
        arguments = new TreeMap<>(values);
        beforeKey = before;
        return this;
    }

    /**
     * Reads all layers. Unknown environment variables are warnings: an orchestrator may have set them.
     *
     * @throws ConfigException naming every unknown key of the file and the command line, and every unreadable value
     */
    public Configuration load() {
        List<String> problems = new ArrayList<>();
        Map<String, GivenValue> winners = new LinkedHashMap<>();
        List<GivenValue> given = new ArrayList<>();
        SortedSet<String> skipped = new TreeSet<>();
        file.ifPresent(path -> given.addAll(YamlFile.read(path)));
        OtherVariables others = new OtherVariables();
        SortedSet<String> skippedVariables = new TreeSet<>();
        given.addAll(ofEnvironment(others, skippedVariables));
        arguments.forEach((key, value) -> given.add(new GivenValue(key, value, Origin.COMMAND_LINE, beforeKey + key)));
        for (GivenValue value : given) {
            if (sections.stream().anyMatch(section -> section.knows(value.key()))) {
                winners.put(value.key(), value);
            } else if (value.origin() == Origin.COMMAND_LINE || !isOfOthers(value.key())) {
                problems.add(unknown(value));
            } else {
                skipped.add(sectionOf(value.key()));
            }
        }
        List<Setting> settings = new ArrayList<>();
        List<Record> records = new ArrayList<>();
        sections.forEach(section -> records.add(section.bind(winners, problems, settings)));
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        return new Configuration(records, settings, skipped, skippedVariables, others.warnings());
    }

    private List<GivenValue> ofEnvironment(OtherVariables others, Set<String> skipped) {
        List<GivenValue> given = new ArrayList<>();
        variables.forEach((variable, value) -> {
            if (!variable.startsWith(VARIABLE_PREFIX) || reserved.contains(variable)) {
                return;
            }
            if (isOfOthers(variable.substring(VARIABLE_PREFIX.length())
                    .toLowerCase(Locale.ROOT)
                    .replaceFirst("_", "."))) {
                if (!OtherVariables.isServiceLink(variable, value)) {
                    skipped.add(variable);
                }
                return;
            }
            if (OtherVariables.isServiceLink(variable, value)) {
                others.add(variable, Optional.empty());
                return;
            }
            // The longest section name wins, so that "story" does not swallow the keys of "story-window".
            Optional<String> key = sections.stream()
                    .sorted(Comparator.comparingInt(
                            (Section section) -> -section.name().length()))
                    .flatMap(section -> section.keyOfVariable(variable).stream())
                    .findFirst();
            key.ifPresentOrElse(
                    known -> given.add(new GivenValue(known, value, Origin.ENVIRONMENT, variable)),
                    () -> others.add(variable, nearestVariable(variable)));
        });
        return given;
    }

    /** Whether a key is in a section that only other processes read. */
    private boolean isOfOthers(String key) {
        String name = sectionOf(key);
        return SECTIONS_OF_ALL.contains(name)
                && sections.stream().noneMatch(section -> section.name().equals(name));
    }

    private static String sectionOf(String key) {
        return key.substring(0, Math.max(0, key.indexOf('.')));
    }

    private String unknown(GivenValue value) {
        if (SECTIONS_OF_ALL.contains(value.key())) {
            return value.key() + " (" + value.where() + ") is a section: expected its keys, not a value";
        }
        return "unknown key " + value.key() + " (" + value.where() + ")" + nearest(value.key());
    }

    private String nearest(String key) {
        return NearestKey.to(key, allKeys())
                .map(valid -> "; the nearest valid key is " + valid)
                .orElseGet(this::sectionNames);
    }

    /** Compared without the prefix, which all variables share. */
    private Optional<String> nearestVariable(String variable) {
        List<String> valid = allKeys().stream()
                .map(key -> Section.variable(key).substring(VARIABLE_PREFIX.length()))
                .toList();
        return NearestKey.to(variable.substring(VARIABLE_PREFIX.length()), valid)
                .map(nearest -> VARIABLE_PREFIX + nearest);
    }

    private String sectionNames() {
        return "; the sections are "
                + sections.stream().map(Section::name).sorted().collect(Collectors.joining(", "));
    }

    private List<String> allKeys() {
        return sections.stream().flatMap(section -> section.keys().stream()).toList();
    }
}
