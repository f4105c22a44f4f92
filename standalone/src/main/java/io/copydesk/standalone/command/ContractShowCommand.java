package io.copydesk.standalone.command;

import io.copydesk.schemas.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "show",
        description = "Print the data contract (Open Data Contract Standard 3.1, as JSON, which is YAML).",
        footer = {"", "With one of the options another document about the topics."})
final class ContractShowCommand implements Callable<Integer> {

    private static final class Other {
        @Option(names = "--async-api", description = "The AsyncAPI 3.1 document.")
        private boolean asyncApi;

        @Option(names = "--json-ld", description = "The JSON-LD context that articles are expanded with.")
        private boolean jsonLd;
    }

    @ArgGroup
    private Other other = new Other();

    private final Console console;

    ContractShowCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        String another = other.asyncApi ? "/asyncapi.json" : "/context.jsonld";
        String file = other.asyncApi || other.jsonLd ? another : "/datacontract.odcs.json";
        try (InputStream in = Topics.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing from the installation");
            }
            console.out().write(in.readAllBytes());
        }
        return 0;
    }
}
