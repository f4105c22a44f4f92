package io.copydesk.standalone.command;

import io.copydesk.console.ConsoleSettings;
import io.copydesk.enrich.EnrichSettings;
import io.copydesk.ingest.clean.ExtractionSettings;
import io.copydesk.ingest.fetch.FetchSettings;
import io.copydesk.ingest.frontier.FrontierSettings;
import io.copydesk.kit.config.ConfigException;
import io.copydesk.kit.config.ConfigLoader;
import io.copydesk.kit.config.Configuration;
import io.copydesk.standalone.pipeline.UsageException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the web is watched: defaults, under a file, under the environment, under the command line. */
final class WatchOptions {

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "A copydesk.yaml with sections frontier, fetch, extraction, enrich and console.")
    @Nullable
    Path config;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "One setting, such as fetch.contact=https://desk.example/bot or frontier.min-poll=10m; see"
                    + " copydesk config.")
    Map<String, String> settings = new LinkedHashMap<>();

    /** What is in force; what was ignored is reported to {@code console}. */
    Configuration load(Console console) {
        ConfigLoader loader = new ConfigLoader()
                .section("frontier", FrontierSettings.defaults())
                .section("fetch", FetchSettings.defaults())
                .section("extraction", ExtractionSettings.defaults())
                .section("enrich", EnrichSettings.defaults())
                .section("console", ConsoleSettings.defaults())
                .environment(new TreeMap<>(System.getenv()))
                .commandLine(settings, "--set ");
        if (config != null) {
            loader.file(config);
        }
        try {
            Configuration configuration = loader.load();
            configuration.warnings().forEach(console::say);
            if (!configuration.skipped().isEmpty()) {
                console.say("not read from " + config + ", as they are for services: "
                        + String.join(", ", configuration.skipped())
                        + "; this command has --bootstrap-servers, --command-config and --prefix where it needs them");
            }
            return configuration;
        } catch (ConfigException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }
}
