package io.copydesk.standalone.command;

import io.copydesk.kit.ServiceProcess;
import io.copydesk.kit.config.ConfigLoader;
import io.copydesk.kit.config.Configuration;
import io.copydesk.kit.config.Setting;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How the web is watched: defaults, under a file, under the environment, under the command line. */
final class WatchOptions {

    /** Sections that {@link KafkaOptions} reads. */
    private static final Set<String> WHERE_TOPICS_ARE = Set.of("kafka", "topics");

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "One setting, such as fetch.contact=https://desk.example/bot or frontier.min-poll=10m; see"
                    + " copydesk config.")
    Map<String, String> settings = new LinkedHashMap<>();

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it first
    private CommandSpec command;

    /** What is in force; what was ignored is reported to {@code console}. */
    Configuration load(Console console) {
        SettingsFile.of(command); // refuses what is wrong in any section
        ConfigLoader loader =
                SettingsFile.roles().environment(new TreeMap<>(System.getenv())).commandLine(settings, "--set ");
        Path config = SettingsFile.path(command);
        if (config != null) {
            loader.file(config);
        } else if (System.getenv(ServiceProcess.FILE_VARIABLE) != null) {
            console.say(ServiceProcess.FILE_VARIABLE + " is read by services alone; --config FILE is for this command");
        }
        Configuration configuration = SettingsFile.load(loader);
        configuration.warnings().forEach(console::say);
        List<String> unread = configuration.skipped().stream()
                .filter(section -> !WHERE_TOPICS_ARE.contains(section))
                .toList();
        if (!unread.isEmpty()) {
            console.say("not read from " + config + ", as they are for services: " + String.join(", ", unread));
        }
        return configuration;
    }

    /** What is given of where topics are, beside {@link #load}. */
    List<Setting> place() {
        return SettingsFile.of(command).map(SettingsFile::place).orElse(List.of());
    }
}
