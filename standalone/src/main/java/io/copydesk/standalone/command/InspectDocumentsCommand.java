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
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a feed or a sitemap holds: one line for each file, or {@code {"file","refused"}}. */
@Command
final class InspectDocumentsCommand implements Callable<Integer> {

    private static final String UNKNOWN = "https://unknown.example/";

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Documents as they were fetched.")
    private List<Path> files;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description =
                    "Where they were fetched from; relative links start there. Without it, where they say they are.")
    private String url;

    private final Console console;
    private final int limit;
    private final BiFunction<byte[], String, ObjectNode> reading;

    private InspectDocumentsCommand(Console console, int limit, BiFunction<byte[], String, ObjectNode> reading) {
        this.console = console;
        this.limit = limit;
        this.reading = reading;
    }

    static InspectDocumentsCommand feeds(Console console) {
        return new InspectDocumentsCommand(console, FeedParser.MAX_BYTES, InspectDocumentsCommand::feed);
    }

    static InspectDocumentsCommand sitemaps(Console console) {
        return new InspectDocumentsCommand(console, SitemapParser.MAX_BYTES, InspectDocumentsCommand::sitemap);
    }

    @Override
    public Integer call() throws IOException {
        for (Path file : files) {
            if (!Files.isRegularFile(file)) {
                throw new UsageException("There is no file \"" + file + "\"");
            }
        }
        for (Path file : files) {
            ObjectNode line = Json.mapper().createObjectNode().put("file", file.toString());
            line.setAll(reading.apply(read(file), url));
            console.out().println(Json.line(line));
        }
        return 0;
    }

    /** One byte more than the limit is enough to be refused. */
    private byte[] read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(limit + 1);
        }
    }

    private static ObjectNode feed(byte[] bytes, String url) {
        FeedResult result = FeedParser.parse(bytes, url != null ? url : ownAddress(bytes));
        return result instanceof FeedResult.Parsed parsed
                ? Json.mapper().valueToTree(parsed.document())
                : refused(((FeedResult.NotAFeed) result).detail());
    }

    private static String ownAddress(byte[] bytes) {
        if (FeedParser.parse(bytes, null) instanceof FeedResult.Parsed parsed) {
            FeedDocument.Hints hints = parsed.document().hints();
            String named = hints.selfLink() != null ? hints.selfLink() : hints.siteLink();
            return named != null ? named : UNKNOWN;
        }
        return UNKNOWN;
    }

    private static ObjectNode sitemap(byte[] bytes, String url) {
        SitemapResult result = SitemapParser.parse(bytes, url != null ? url : UNKNOWN);
        return result instanceof SitemapResult.Parsed parsed
                ? Json.mapper().valueToTree(parsed.document())
                : refused(((SitemapResult.NotASitemap) result).detail());
    }

    private static ObjectNode refused(String detail) {
        return Json.mapper().createObjectNode().put("refused", detail);
    }
}
