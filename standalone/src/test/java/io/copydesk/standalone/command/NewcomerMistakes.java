package io.copydesk.standalone.command;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What those who use the command for the first time get wrong, in a folder with the files that they name. */
final class NewcomerMistakes {

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int USAGE = 2;

    private static final String PAGE =
            "<html lang=en><title>Quay opens</title><h1>Quay opens</h1><p>The harbour office counted the boats on Monday.</p></html>";

    /**
     * One of them.
     *
     * @param slip what was got wrong
     * @param variables of the environment
     * @param arguments of the command
     * @param exitCode of the answer
     * @param says what the answer has on stderr, for what would be right
     */
    record Mistake(
            String slip, Map<String, String> variables, List<String> arguments, int exitCode, List<String> says) {

        Mistake in(String variable, String value) {
            return new Mistake(slip, Map.of(variable, value), arguments, exitCode, says);
        }

        Mistake says(String... parts) {
            return new Mistake(slip, variables, arguments, exitCode, List.of(parts));
        }

        @Override
        public String toString() {
            return slip + ": " + String.join(" ", arguments);
        }
    }

    private final String kafka;
    private final int takenPort;

    /**
     * For the places that the mistakes are made at.
     *
     * @param kafka addresses of a broker
     * @param takenPort a port that no broker listens on, but somebody else
     */
    NewcomerMistakes(String kafka, int takenPort) {
        this.kafka = kafka;
        this.takenPort = takenPort;
    }

    /** Writes the files. */
    static void write(Path folder) throws IOException {
        Files.createDirectory(folder.resolve("empty"));
        text(folder, "page.html", PAGE);
        text(folder, "articles.csv", "url,title\nhttps://quay.example/1,Quay opens\n");
        text(folder, "feeds.csv", "feed,title\nhttps://quay.example/feed,Quay Post\n");
        text(folder, "urls.txt", "https://quay.example/1\nhttps://quay.example/2\n");
        text(folder, "page.mhtml", "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\n");
        text(folder, "array.json", "[{\"url\":\"https://quay.example/1\",\"text\":\"Quay opens.\"}]");
        text(folder, "broken.jsonl", "{\"url\":\"https://quay.example/1\", broken\n");
        text(folder, "unknown.jsonl", "{\"url\":\"https://quay.example/1\",\"wording\":\"Quay opens.\"}\n");
        text(folder, "feed.xml", "<rss version=\"2.0\"><channel><title>Quay Post</title></channel></rss>");
        text(folder, "old.arc", "filedesc://old.arc 0.0.0.0 20040101000000 text/plain 76\n1 0 Quay\n");
        text(
                folder,
                "crawl.cdx",
                " CDX N b a m s k r M S V g\nexample,quay)/ 20260101 https://quay.example/ text/html 200\n");
        text(folder, "tabs.yaml", "fetch:\n\tcontact: https://desk.example\n");
        text(folder, "misspelt.yaml", "fetch:\n  contct: https://desk.example\n");
        text(folder, "flat.yaml", "contact: https://desk.example\n");
        text(folder, "rules.yaml", "rules:\n  - name: boats\n    word: [boat]\n");
        Files.write(
                folder.resolve("photo.jpg"), new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 16});
        byte[] record = "WARC/1.1\r\nWARC-Type: resource\r\nContent-Length: 2000\r\n\r\n<html>"
                .getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("whole.warc.gz")))) {
            out.write(record);
        }
        byte[] whole = Files.readAllBytes(folder.resolve("whole.warc.gz"));
        Files.write(folder.resolve("cut.warc.gz"), Arrays.copyOf(whole, whole.length - 12));
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("pages.zip")))) {
            zip.putNextEntry(new ZipEntry("page.html"));
            zip.write(PAGE.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void text(Path folder, String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    /** All of them. */
    List<Mistake> all() {
        return List.of(
                slip("a command mistyped", USAGE, "rnu").says("did you mean copydesk run?"),
                slip("a subcommand mistyped", USAGE, "feeds lst").says("did you mean copydesk feeds list?"),
                slip("a group mistyped", USAGE, "dead-leters list").says("did you mean copydesk dead-letters?"),
                slip("no subcommand", USAGE, "feeds").says("Missing required subcommand", "discover"),
                slip("an option mistyped", USAGE, "replay page.html --partition=2")
                        .says("did you mean --partitions?"),
                slip("two forms at once", USAGE, "clean --json --explain page.html")
                        .says("leave --json out"),
                slip("a role mistyped", USAGE, "service clen").says("there are clean, frontier"),
                slip("no role", USAGE, "service").says("clean, frontier"),
                slip("a topic mistyped", USAGE, "tail article").says("articles", "enriched-articles"),
                slip("pages as text", USAGE, "tail pages").says("add --warc"),
                slip("a stage that is none", USAGE, "dead-letters list --stage=foo")
                        .says("CLEAN"),
                slip("a health that is none", USAGE, "feeds list --health=broken")
                        .says("FAILING"),
                slip("a layer that is none", USAGE, "clean --without magic page.html")
                        .says("MODEL"),
                slip("a setting mistyped", USAGE, "run --set frontier.min-pol=10m")
                        .says("the nearest valid key is frontier.min-poll"),
                slip("a duration without a unit", USAGE, "run --set frontier.min-poll=10")
                        .says("--set frontier.min-poll", "such as 250ms"),
                slip("a setting without a value", USAGE, "run --set frontier.min-poll")
                        .says("KEY=VALUE"),
                slip("a port that is none", USAGE, "run --health-port 99999").says("--health-port", "from 0 to 65535"),
                slip("no partitions", USAGE, "replay page.html --partitions 0").says("between 1 and 1000"),
                slip("a speed below nothing", USAGE, "replay page.html --speed -1")
                        .says("must be 0 or more"),
                slip("a date of another order", USAGE, "replay page.html --from 01.05.2026")
                        .says("such as 2026-01-31"),
                slip("dates the wrong way round", USAGE, "replay page.html --from 2026-05-02 --until 2026-05-01")
                        .says("--until", "must be after"),
                slip("a language by its name", USAGE, "replay page.html --language deutsch")
                        .says("such as en"),
                slip("a URL for an OPML file", USAGE, "run --feeds https://quay.example/feed.xml")
                        .says("copydesk feeds add URL"),
                slip("a URL for an archive", USAGE, "replay https://quay.example/a.warc")
                        .says("is a URL", "copydesk clean URL"),
                slip("a scheme that is not read", USAGE, "clean ftp://quay.example/a.html")
                        .says("http and https"),
                slip("a page without a scheme", USAGE, "clean www.quay.example/a.html")
                        .says("copydesk clean https://www.quay.example/a.html"),
                slip("a feed without a scheme", USAGE, "feeds add www.quay.example/feed")
                        .says("such as https://"),
                slip("a host that does not exist", DONE, "clean https://nohost.invalid/a.html")
                        .says("nohost.invalid"),
                slip("a local site", DONE, "clean http://127.0.0.1:" + takenPort + "/")
                        .says("fetch.ports"),
                onKafka("a feed that is not public", DONE, "feeds add http://127.0.0.1/feed.xml")
                        .says("fetch.allow-loopback"),
                onKafka("a feed on an odd port", DONE, "feeds add https://quay.example:8100/feed.xml")
                        .says("fetch.ports"),
                onKafka("a feed that is not watched", USAGE, "feeds remove https://quay.example/no")
                        .says("feeds list shows what is"),
                slip("a file that is not there", USAGE, "clean nothing.html")
                        .says("There is no file or folder", "nothing.html"),
                slip("an empty folder", DONE, "clean empty").says("there was nothing to read in empty"),
                slip("a photograph", DONE, "clean photo.jpg")
                        .says("photo.jpg: The file is no WARC, JSON Lines, HTML or text"),
                slip("a table", DONE, "clean articles.csv").says("make a line of JSON"),
                slip("an array", DONE, "clean array.json").says("on a line of its own (jq -c '.[]')"),
                slip("a list of addresses", DONE, "clean urls.txt").says("fetch them into WARC files"),
                slip("a page saved as a message", DONE, "clean page.mhtml").says("save the page as HTML only"),
                slip("a line that is no JSON", DONE, "clean broken.jsonl")
                        .says("broken.jsonl:1: The line is no JSON object"),
                slip("a line without a known field", DONE, "clean unknown.jsonl")
                        .says("html, path, text"),
                slip("an archive cut short", DONE, "clean cut.warc.gz").says("The gzip data end in the middle"),
                slip("an archive of before WARC", DONE, "clean old.arc").says("convert an ARC file to WARC"),
                slip("an index for an archive", DONE, "clean crawl.cdx").says("name the WARC files that it lists"),
                slip("a packed folder", DONE, "clean pages.zip").says("unpack it"),
                slip("a feed for an OPML file", USAGE, "feeds import feed.xml").says("is not OPML", "feeds add URL"),
                slip("a table for an OPML file", USAGE, "feeds import feeds.csv")
                        .says("is not OPML", "feeds add URL URL"),
                slip("a folder for an OPML file", USAGE, "feeds import empty").says("is a folder; name an OPML file"),
                slip("an OPML file that is not there", USAGE, "feeds import nothing.opml")
                        .says("there is no file nothing.opml"),
                slip("a settings file that is not there", USAGE, "config --config nothing.yaml")
                        .says("not found: nothing.yaml"),
                slip("a settings file with tabs", USAGE, "config --config tabs.yaml")
                        .says("tabs.yaml line 2", "TAB"),
                slip("a settings file with a key mistyped", USAGE, "config --config misspelt.yaml")
                        .says("fetch.contact"),
                slip("a setting outside its section", USAGE, "config --config flat.yaml")
                        .says("the sections are", "fetch"),
                slip("rules with a key mistyped", USAGE, "alerts test --rules rules.yaml")
                        .says("words"),
                slip("a variable mistyped", DONE, "config")
                        .in("COPYDESK_FETCH_CONTCT", "x")
                        .says("COPYDESK_FETCH_CONTACT"),
                slip("a server that is not there", FAILED, "tail articles --bootstrap-servers 127.0.0.1:1")
                        .says("no Kafka broker answers at 127.0.0.1:1"),
                slip("the same by a variable", FAILED, "tail articles")
                        .in("COPYDESK_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:1")
                        .says("COPYDESK_KAFKA_BOOTSTRAP_SERVERS", "no Kafka broker answers"),
                slip("a server without a port", FAILED, "tail articles --bootstrap-servers localhost")
                        .says("no HOST:PORT such as"),
                slip("a URL for a server", FAILED, "tail articles --bootstrap-servers http://localhost:9092")
                        .says("no HOST:PORT such as"),
                slip("a port of something else", FAILED, "tail articles --bootstrap-servers 127.0.0.1:" + takenPort)
                        .says("no Kafka broker answers"),
                slip("a login without a cluster", USAGE, "feeds list --command-config client.properties")
                        .says("--bootstrap-servers"),
                onKafka("a login that is not there", USAGE, "feeds list --command-config nothing.properties")
                        .says("nothing.properties"),
                onKafka("a port that is taken", FAILED, "console --set console.bind=127.0.0.1:" + takenPort)
                        .says("console.bind", Integer.toString(takenPort)),
                onKafka("the same for health", USAGE, "run --no-console --health-port " + takenPort)
                        .says("--health-port", Integer.toString(takenPort)),
                slip("a console for everybody", USAGE, "console --set console.bind=0.0.0.0:8090")
                        .says("console.token"),
                slip("a prefix that is none", USAGE, "tail articles --prefix news/ --bootstrap-servers " + kafka)
                        .says("A-Z"),
                slip("a folder that is a file", USAGE, "tail articles --data page.html")
                        .says("page.html is a file; --data names a folder"),
                slip("a folder without data", USAGE, "tail articles --data empty")
                        .says("there is nothing in the data folder empty yet", "copydesk run"),
                slip("a result where a file is", USAGE, "replay page.html --out page.html")
                        .says("name a folder that can be written with --out"),
                slip("a cluster's command without one", USAGE, "reset clean").says("--bootstrap-servers"));
    }

    private static Mistake slip(String slip, int exitCode, String arguments) {
        return new Mistake(slip, Map.of(), List.of(arguments.split(" ")), exitCode, List.of());
    }

    private Mistake onKafka(String slip, int exitCode, String arguments) {
        return slip(slip, exitCode, arguments + " --bootstrap-servers " + kafka + " --prefix mistakes.");
    }
}
