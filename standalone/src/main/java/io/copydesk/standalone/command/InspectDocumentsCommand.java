package io.copydesk.standalone.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.copydesk.ingest.feed.FeedDocument;
import io.copydesk.ingest.feed.FeedParser;
import io.copydesk.ingest.feed.FeedResult;
import io.copydesk.ingest.sitemap.SitemapParser;
import io.copydesk.ingest.sitemap.SitemapResult;
import io.copydesk.schemas.Json;
import io.copydesk.standalone.pipeline.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the content of feeds or sitemaps: one line of JSON for each file, {@code {"file","refused"}} for one that is neither. */
@Command
final class InspectDocumentsCommand implements Callable<Integer> {

    private static final String UNKNOWN_URL = "https://unknown.example/";

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Documents as they were fetched.")
    private List<Path> files;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description =
                    "Where they were fetched from: the base of relative links. Default: the address that the feed itself gives.")
    private String url;

    private final Console console;
    private final int limit;
    private final BiFunction<byte[], String, ObjectNode> reading;

    private InspectDocumentsCommand(Console console, int limit, BiFunction<byte[], String, ObjectNode> reading) {
        this.console = console;
        this.limit = limit;
        this.reading = reading;
    }

    static CommandLine feeds(Console console) {
        return described(
                new InspectDocumentsCommand(console, FeedParser.MAX_BYTES, InspectDocumentsCommand::feed),
                "Print what is read of each feed: its title and items, or {\"file\",\"refused\"}.");
    }

    static CommandLine sitemaps(Console console) {
        return described(
                new InspectDocumentsCommand(console, SitemapParser.MAX_BYTES, InspectDocumentsCommand::sitemap),
                "Print what is read of each sitemap: its addresses, or {\"file\",\"refused\"}.");
    }

    private static CommandLine described(InspectDocumentsCommand command, String description) {
        CommandLine line = new CommandLine(command);
        line.getCommandSpec().usageMessage().description(description);
        return line;
    }

    @Override
    public Integer call() throws IOException {
        for (Path file : files) {
            if (!Files.isRegularFile(file)) {
                throw new UsageException("there is no file " + file);
            }
        }
        for (Path file : files) {
            ObjectNode line = Json.object().put("file", file.toString());
            line.setAll(reading.apply(read(file), url));
            console.out().println(Json.line(line));
        }
        return 0;
    }

    /** At most one byte more than the limit, which the parser then refuses. */
    private byte[] read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(limit + 1);
        }
    }

    private static ObjectNode feed(byte[] bytes, String url) {
        FeedResult result = FeedParser.parse(bytes, url != null ? url : ownAddress(bytes));
        return result.fold(feed -> Json.object(feed), InspectDocumentsCommand::refused);
    }

    private static String ownAddress(byte[] bytes) {
        FeedDocument.Hints hints =
                FeedParser.parse(bytes, null).fold(FeedDocument::hints, reason -> FeedDocument.Hints.NONE);
        String named = hints.selfLink() != null ? hints.selfLink() : hints.siteLink();
        return named != null ? named : UNKNOWN_URL;
    }

    private static ObjectNode sitemap(byte[] bytes, String url) {
        SitemapResult result = SitemapParser.parse(bytes, url != null ? url : UNKNOWN_URL);
        return result.fold(sitemap -> Json.object(sitemap), InspectDocumentsCommand::refused);
    }

    private static ObjectNode refused(String detail) {
        return Json.object().put("refused", detail);
    }
}
