package io.copydesk.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.ingest.page.Page;
import io.copydesk.ingest.page.WarcPages;
import io.copydesk.standalone.demo.SamplePages;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Enriched texts that are not in the state folder are read from the topic of articles. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class LostTextsIT {

    @TempDir
    private Path folder;

    @Test
    void endsInTheSameStateAsWithThem() throws IOException {
        List<Page> pages = SamplePages.load();
        Path all = corpus("all.warc", pages);
        Path half = corpus(
                "half.warc",
                IntStream.range(0, pages.size())
                        .filter(i -> i % 2 == 0)
                        .mapToObj(pages::get)
                        .toList());
        CommandLineRun undisturbed = replay(all, folder.resolve("undisturbed"));
        Path data = folder.resolve("data");

        replay(half, data);
        assertThat(removeTexts(data)).isPositive();
        CommandLineRun finished = replay(all, data);

        assertThat(finished.report()).isEqualTo(undisturbed.report());
    }

    private static CommandLineRun replay(Path corpus, Path data) {
        CommandLineRun run = CommandLineRun.of("replay", corpus.toString(), "--data", data.toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run;
    }

    private Path corpus(String name, List<Page> pages) throws IOException {
        Path corpus = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(corpus)) {
            for (Page page : pages) {
                out.write(WarcPages.encode(page));
            }
        }
        return corpus;
    }

    /** Removes the stores of texts and returns how many files they had. */
    private static long removeTexts(Path data) throws IOException {
        try (Stream<Path> all = Files.walk(data)) {
            List<Path> texts = all.filter(path -> isOfTexts(data.relativize(path)))
                    .sorted(Comparator.reverseOrder())
                    .toList();
            long files = texts.stream().filter(Files::isRegularFile).count();
            for (Path path : texts) {
                Files.delete(path);
            }
            return files;
        }
    }

    private static boolean isOfTexts(Path path) {
        return IntStream.range(0, path.getNameCount())
                .anyMatch(i -> path.getName(i).toString().equals("texts"));
    }
}
