package io.copydesk.standalone.command;

import io.copydesk.alerts.rule.Rule;
import io.copydesk.alerts.rule.RuleFile;
import io.copydesk.kit.config.ConfigException;
import io.copydesk.standalone.pipeline.UsageException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "add",
        description =
                "Add rules, or change added ones of the same name. The role alerts tells by them of what arrives from then on.",
        footer = {
            "",
            "The file is YAML: a list under rules:, as in the file of the role, or the fields of a single rule."
        })
final class AlertsAddCommand implements Callable<Integer> {

    private static final int MOST_BYTES = 4 * 1024 * 1024;

    /** One of both. */
    static final class Source {
        @Parameters(paramLabel = "FILE", description = "Rules as YAML; - for standard input.")
        private @Nullable Path file;

        @ArgGroup(exclusive = false)
        private @Nullable RuleOptions options;
    }

    @ArgGroup(multiplicity = "1")
    private Source source = new Source();

    @Mixin
    private KafkaOptions kafka;

    private final Console console;

    AlertsAddCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        List<Rule> added = rules();
        return AlertsCommand.on(kafka, rules -> {
            List<String> changed = rules.add(added);
            added.forEach(rule -> console.out().println(rule.name()));
            changed.forEach(name -> console.say("changed: " + name));
            return 0;
        });
    }

    private List<Rule> rules() throws IOException {
        try {
            RuleOptions options = source.options;
            if (options != null) {
                return List.of(options.rule());
            }
            Path file = Objects.requireNonNull(source.file, "picocli demands one of both");
            return RuleFile.rules(text(file), file.toString());
        } catch (ConfigException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private static String text(Path file) throws IOException {
        byte[] bytes;
        if (file.toString().equals("-")) {
            bytes = System.in.readNBytes(MOST_BYTES + 1);
        } else {
            try (var in = Files.newInputStream(file)) {
                bytes = in.readNBytes(MOST_BYTES + 1);
            } catch (NoSuchFileException e) {
                throw new UsageException("there is no file " + file);
            }
        }
        if (bytes.length > MOST_BYTES) {
            throw new UsageException(file + " is larger than 4 MiB");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UsageException(file + " is not text in UTF-8");
        }
    }
}
