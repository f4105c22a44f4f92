package io.copydesk.standalone.command;

import io.copydesk.alerts.AlertsRole;
import io.copydesk.console.ConsoleRole;
import io.copydesk.enrich.EnrichRole;
import io.copydesk.ingest.IngestRoles;
import io.copydesk.ingest.fetch.HostResolver;
import io.copydesk.kit.Role;
import io.copydesk.kit.ServiceProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "service",
        description =
                "Run parts of the pipeline on a Kafka cluster until stopped (SIGTERM), with health and metrics over HTTP.",
        footer = {
            "",
            "The cluster is the setting kafka.bootstrap.servers; other settings of kafka are its clients' own.",
            "docs/operations.md has the settings, the probes and what each role needs."
        })
final class ServiceCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "ROLE",
            arity = "1..*",
            description = "clean, frontier, fetch, enrich, alerts or console; one or several.")
    private List<String> roles = List.of();

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "One setting, such as topics.prefix=news.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it first
    private CommandSpec command;

    /** All roles, looking up hosts with {@code resolver}. */
    static ServiceProcess process(HostResolver resolver) {
        List<Role> all = new ArrayList<>(IngestRoles.all(resolver));
        all.add(EnrichRole.create());
        all.add(AlertsRole.create(resolver));
        all.add(ConsoleRole.create());
        return new ServiceProcess(all);
    }

    @Override
    public Integer call() {
        List<String> arguments = new ArrayList<>(roles);
        Path config = SettingsFile.path(command);
        if (config != null) {
            arguments.addAll(List.of("--config", config.toString()));
        }
        settings.forEach((key, value) -> arguments.add("--" + key + "=" + value));
        return process(HostResolver.system()).run(SettingsFile.environment(command), arguments.toArray(String[]::new));
    }
}
