package io.copydesk.lab.command;

import io.copydesk.standalone.command.Console;
import io.copydesk.standalone.pipeline.UsageException;
import java.time.Duration;
import java.util.function.LongConsumer;
import picocli.CommandLine.Option;

/** Options of the benches of pages on invented sites. */
final class PressOptions {

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}")
    long seed;

    @Option(names = "--sites", paramLabel = "N", defaultValue = "100", description = "Default: ${DEFAULT-VALUE}")
    int sites;

    @Option(names = "--pages", paramLabel = "N", defaultValue = "10000", description = "Default: ${DEFAULT-VALUE}")
    int pages;

    /** @throws UsageException when a number is out of its bounds */
    void check() {
        if (sites < 1 || pages < 1) {
            throw new UsageException("--sites and --pages must be at least 1");
        }
    }

    LongConsumer progress(Console console) {
        return passed ->
                console.progress("simulated " + Duration.ofMillis(passed).toDays() + " days");
    }
}
