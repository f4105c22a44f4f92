package io.copydesk.lab.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.standalone.command.CommandLineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchCapacityCommandTest {

    @TempDir
    private Path folder;

    @Test
    void printsALineForEachNumberOfFeeds() throws IOException {
        CommandLineRun run = capacity(feed(90), "--copies", "1,10", "--kept", "10", "--heap-each", "200000");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.lines()).hasSize(3);
        assertThat(run.lines().get(1).trim().split(" +")).startsWith("1", "24", "240", "0.05");
        assertThat(run.lines().get(2).trim().split(" +")).startsWith("10", "240");
    }

    @Test
    void saysThatATraceOfLessThanAWeekIsTooShort() throws IOException {
        CommandLineRun run = capacity(feed(5));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("shorter than a week");
    }

    /** A feed with an item each hour. */
    private Path feed(int days) throws IOException {
        String seconds = IntStream.rangeClosed(0, days * 24)
                .mapToObj(hour -> Integer.toString(hour * 3_600))
                .collect(Collectors.joining(","));
        return Files.writeString(folder.resolve("feeds.tsv"), "hourly\t" + seconds + "\n");
    }

    private static CommandLineRun capacity(Path trace, String... options) {
        String[] arguments = new String[options.length + 4];
        System.arraycopy(new String[] {"bench", "capacity", "--trace", trace.toString()}, 0, arguments, 0, 4);
        System.arraycopy(options, 0, arguments, 4, options.length);
        return CommandLineRun.of(BenchCommands::run, arguments);
    }
}
