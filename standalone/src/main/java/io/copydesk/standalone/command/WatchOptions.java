package io.copydesk.standalone.command;

import io.copydesk.kit.config.ConfigLoader;
import io.copydesk.kit.config.Configuration;
import io.copydesk.kit.config.Setting;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How the web is watched: defaults, under a file, under the environment, under the command line. */
final class WatchOptions {

    /** Sections that {@link KafkaOptions} reads. */
    private static final Set<String> WHERE_TOPICS_ARE = Set.of("kafka", "topics");

    /** Its option. */
    static final String SET = "--set";

    @Option(
            names = SET,
            paramLabel = "KEY=VALUE",
            description = "One setting, such as fetch.contact=https://desk.example/bot or frontier.min-poll=10m; see"
                    + " copydesk config.")
    Map<String, String> settings = new LinkedHashMap<>();

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it first
    private CommandSpec command;

    /** What is in force; what was ignored is reported to {@code console}. */
    Configuration load(Console console) {
        Optional<SettingsFile> place = SettingsFile.of(command); // refuses what is wrong in any section
        ConfigLoader loader = SettingsFile.roles()
                .environment(SettingsFile.environment(command))
                .commandLine(settings, SET + " ");
        Path config = SettingsFile.path(command);
        if (config != null) {
            loader.file(config);
        }
        Configuration configuration = SettingsFile.load(loader);
        configuration.warnings().forEach(console::say);
        List<String> unread = Stream.of(
                        configuration.skipped().stream()
                                .filter(section -> !WHERE_TOPICS_ARE.contains(section))
                                .map(section -> section + " (" + config + ")"),
                        configuration.skippedVariables().stream().filter(WatchOptions::isNoPlace),
                        place.stream().flatMap(file -> file.unread().stream().map(WatchOptions::named)))
                .flatMap(names -> names)
                .toList();
        if (!unread.isEmpty()) {
            console.say("not read, as they are for services: " + String.join(", ", unread));
        }
        return configuration;
    }

    private static boolean isNoPlace(String variable) {
        return WHERE_TOPICS_ARE.stream()
                .noneMatch(section ->
                        variable.startsWith(ConfigLoader.VARIABLE_PREFIX + section.toUpperCase(Locale.ROOT) + "_"));
    }

    private static String named(Setting setting) {
        return setting.key() + " (" + setting.where() + ")";
    }

    /** What is given of where topics are, beside {@link #load}. */
    List<Setting> place() {
        return SettingsFile.of(command).map(SettingsFile::place).orElse(List.of());
    }
}
