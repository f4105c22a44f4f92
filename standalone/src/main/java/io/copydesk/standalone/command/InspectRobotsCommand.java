package io.copydesk.standalone.command;

import io.copydesk.ingest.robots.RobotsPolicy;
import io.copydesk.schemas.Json;
import io.copydesk.standalone.pipeline.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "robots",
        description = "Whether a robots.txt lets an agent fetch a URL (RFC 9309). Exit code 0 allowed, 1 disallowed.")
final class InspectRobotsCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "FILE", description = "The robots.txt.")
    private Path file;

    @Parameters(index = "1", paramLabel = "URL", description = "The URL to fetch.")
    private String url;

    @Parameters(index = "2", paramLabel = "AGENT", description = "The product token of the user agent.")
    private String agent;

    private final Console console;

    InspectRobotsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new UsageException("there is no file \"" + file + "\"");
        }
        boolean allowed;
        try (InputStream in = Files.newInputStream(file)) {
            allowed = RobotsPolicy.parse(in.readNBytes(RobotsPolicy.MAX_BYTES), agent)
                    .allows(url);
        }
        console.out()
                .println(Json.line(
                        Json.object().put("url", url).put("agent", agent).put("allowed", allowed)));
        return allowed ? 0 : 1;
    }
}
