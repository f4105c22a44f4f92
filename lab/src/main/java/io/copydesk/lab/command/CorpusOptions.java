package io.copydesk.lab.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The invented corpus of a trial whose topics are verified, and where its data is. */
final class CorpusOptions {

    @Option(names = "--partitions", paramLabel = "N", defaultValue = "3", description = "Default: ${DEFAULT-VALUE}")
    int partitions;

    @Option(
            names = "--pages",
            paramLabel = "N",
            defaultValue = "400",
            description = "Of the invented corpus, at least. Default: ${DEFAULT-VALUE}")
    int pages;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}")
    long seed;

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description = "For data and logs; a new one in the folder for temporary files by default.")
    private @Nullable Path folder;

    /** The folder that was named, or a new one. */
    Path folder(String prefix) throws IOException {
        return folder == null ? Files.createTempDirectory(prefix) : folder;
    }
}
