package io.copydesk.standalone.subscriptions;

import io.copydesk.ingest.opml.Opml;
import io.copydesk.ingest.opml.OpmlEntry;
import io.copydesk.ingest.opml.OpmlResult;
import io.copydesk.schemas.Subscription;
import io.copydesk.standalone.pipeline.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Reads subscriptions from OPML files. */
public final class OpmlFile {

    private OpmlFile() {}

    /**
     * The subscriptions of a file.
     *
     * @param refused receives a sentence for each entry that cannot be watched
     * @throws UsageException when there is no such file or it is not OPML
     */
    public static List<Subscription> read(Path file, Consumer<String> refused) throws IOException {
        if (Files.isDirectory(file)) {
            throw new UsageException(file + " is a folder; name an OPML file");
        }
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(Opml.MAX_BYTES + 1);
        } catch (NoSuchFileException e) {
            throw new UsageException(
                    file.toString().matches("(https?|feed):/.*")
                            ? file.toString().replaceFirst(":/+", "://")
                                    + " is a URL, and an OPML file is read here; copydesk feeds add URL watches a feed"
                            : "there is no file " + file);
        }
        OpmlResult.Parsed list = Opml.read(bytes).fold(parsed -> parsed, reason -> {
            throw new UsageException(file + " is not OPML: " + reason + hint(file));
        });
        list.refused().forEach(sentence -> refused.accept("refused: " + sentence));
        return list.entries().stream().map(OpmlFile::subscription).toList();
    }

    private static String hint(Path file) {
        return file.toString().matches("(?i).*\\.(csv|tsv|txt)")
                ? "; a list of addresses is watched by copydesk feeds add URL URL …"
                : "";
    }

    private static Subscription subscription(OpmlEntry entry) {
        return new Subscription(entry.url(), entry.title(), entry.category(), null).prioritised(entry.priority());
    }
}
