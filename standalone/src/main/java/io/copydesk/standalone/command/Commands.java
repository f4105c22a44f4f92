package io.copydesk.standalone.command;

import io.copydesk.ingest.archive.MissingInputException;
import io.copydesk.kit.ServiceProcess;
import io.copydesk.kit.failure.FailureText;
import io.copydesk.schemas.ProductVersion;
import io.copydesk.standalone.pipeline.UsageException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** All commands, and what a failure of one becomes: a sentence on stderr and an exit code. */
@Command(
        name = "copydesk",
        description = "News in; clean, deduplicated, enriched articles and their stories out.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = Commands.Version.class,
        footer = {"", "The launcher ./copydesk also knows build, test [--docker] and bench."},
        subcommands = HelpCommand.class)
public final class Commands {

    @Option(
            names = "--config",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description =
                    "A copydesk.yaml, the one that services read too: settings of what the command starts, and in kafka"
                            + " and topics.prefix the cluster that it speaks to. Default: the file that the variable"
                            + " COPYDESK_CONFIG names.")
    private @Nullable Path config;

    private final Map<String, String> environment;

    /**
     * For a command line.
     *
     * @param environment variables that the command is started with
     */
    Commands(Map<String, String> environment) {
        this.environment = environment;
    }

    /** The settings file that was named, by the option or else by the variable that services know too. */
    @Nullable
    Path config() {
        String named = environment.getOrDefault(ServiceProcess.FILE_VARIABLE, "");
        return config != null || named.isBlank() ? config : Path.of(named);
    }

    /** The variables that the command was started with. */
    Map<String, String> environment() {
        return environment;
    }

    /** What {@code --version} prints. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"copydesk " + ProductVersion.current().text()};
        }
    }

    /** Runs one command and returns its exit code: 0 done, 1 failed, 2 not possible as asked. */
    public static int run(String... arguments) {
        return run(Console.system(), arguments);
    }

    static int run(Console console, String... arguments) {
        return run(console, System.getenv(), arguments);
    }

    static int run(Console console, Map<String, String> environment, String... arguments) {
        return execute(line(console, environment), console, arguments);
    }

    private static CommandLine line(Console console, Map<String, String> environment) {
        return new CommandLine(new Commands(Map.copyOf(environment)))
                .addSubcommand(new DemoCommand(console))
                .addSubcommand(new RunCommand(console))
                .addSubcommand(new ConsoleCommand(console))
                .addSubcommand(new ServiceCommand())
                .addSubcommand(new CommandLine(new FeedsCommand())
                        .addSubcommand(new FeedsAddCommand(console))
                        .addSubcommand(new FeedsRemoveCommand(console))
                        .addSubcommand(new FeedsListCommand(console))
                        .addSubcommand(new FeedsStatusCommand(console))
                        .addSubcommand(new FeedsRefreshCommand(console))
                        .addSubcommand(new FeedsImportCommand(console))
                        .addSubcommand(new FeedsExportCommand(console))
                        .addSubcommand(new FeedsDiscoverCommand(console)))
                .addSubcommand(
                        new CommandLine(new ArticlesCommand()).addSubcommand(new ArticlesWithdrawCommand(console)))
                .addSubcommand(new CommandLine(new AlertsCommand())
                        .addSubcommand(new AlertsAddCommand(console))
                        .addSubcommand(new AlertsRemoveCommand(console))
                        .addSubcommand(new AlertsListCommand(console))
                        .addSubcommand(new AlertsTestCommand(console)))
                .addSubcommand(new ConfigCommand(console))
                .addSubcommand(new ReplayCommand(console))
                .addSubcommand(new ResetCommand(console))
                .addSubcommand(new CleanCommand(console))
                .addSubcommand(new TailCommand(console))
                .addSubcommand(new VerifyCommand(console))
                .addSubcommand(new CommandLine(new ContractCommand())
                        .addSubcommand(new ContractCheckCommand(console))
                        .addSubcommand(new ContractShowCommand(console)))
                .addSubcommand(new CommandLine(new DeadLettersCommand())
                        .addSubcommand(new DeadLettersListCommand(console))
                        .addSubcommand(new DeadLettersRetryCommand(console)))
                .addSubcommand(new CommandLine(new InspectCommand())
                        .addSubcommand(new InspectUrlCommand(console))
                        .addSubcommand(new InspectDatesCommand(console))
                        .addSubcommand("feed", InspectDocumentsCommand.feeds(console))
                        .addSubcommand("sitemap", InspectDocumentsCommand.sitemaps(console))
                        .addSubcommand(new InspectRobotsCommand(console)))
                .addSubcommand(new AutoComplete.GenerateCompletion());
    }

    /**
     * Runs a command line in the manner of all commands: help for each subcommand, a failure as a sentence on stderr, and the
     * exit code: 0 done, 1 failed, 2 not possible as asked. What fails as the process ends is not told.
     */
    public static int execute(CommandLine line, Console console, String... arguments) {
        withHelp(line);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setErr(console.words());
        line.setOut(console.text());
        line.setParameterExceptionHandler(new UsageErrors());
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (ProcessEnd.isUnderWay()) {
                return 1;
            }
            console.say(command.getCommandSpec().qualifiedName() + ": " + FailureText.of(failure));
            return failure instanceof UsageException || failure instanceof MissingInputException ? 2 : 1;
        });
        try {
            int code = line.execute(arguments);
            console.flush();
            Optional<String> missing = console.outputFailure();
            missing.ifPresent(why -> console.say("copydesk: standard output is not complete: " + why));
            return missing.isPresent() ? Math.max(code, 1) : code;
        } catch (Error failure) {
            if (ProcessEnd.isUnderWay()) {
                return 1;
            }
            throw failure;
        } finally {
            console.flush();
        }
    }

    private static void withHelp(CommandLine command) {
        for (CommandLine sub : command.getSubcommands().values()) {
            sub.getCommandSpec().mixinStandardHelpOptions(true);
            withHelp(sub);
        }
    }
}
