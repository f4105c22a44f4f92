package io.copydesk.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.schemas.Json;
import io.copydesk.standalone.demo.SamplePages;
import io.copydesk.standalone.pipeline.DataFolder;
import io.copydesk.standalone.pipeline.LocalPipeline;
import io.copydesk.standalone.pipeline.PipelineOptions;
import io.copydesk.standalone.pipeline.TestKafka;
import io.copydesk.standalone.replay.PageFeed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

/** The commands over a pipeline that has run. */
class CommandsIT {

    @RegisterExtension
    static final TestKafka KAFKA = new TestKafka();

    private static PipelineOptions options;

    @TempDir
    private Path folder;

    @BeforeAll
    static void runTheSample() throws InterruptedException {
        options = KAFKA.options(2);
        try (LocalPipeline pipeline = LocalPipeline.start(options);
                PageFeed feed = new PageFeed(pipeline.cluster().clients(), pipeline.prefix())) {
            SamplePages.load().forEach(feed::page);
            feed.refuse("broken.warc", "bad-warc", "The file is damaged", new byte[] {1, 2, 3}, 3);
            feed.flush();
            pipeline.awaitSettled(open -> {});
        }
    }

    @Test
    void theDemoPrintsWhatBecameOfTheSampleWhateverClusterTheShellNames() {
        CommandLineRun run =
                CommandLineRun.in(Map.of("COPYDESK_KAFKA_BOOTSTRAP_SERVERS", "cluster.invalid:9092"), "demo");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("What came in: ", "What was stripped: ", "device-sharing: ", "[es] Tu cuenta está abierta")
                .contains("Duplicates: ", "exact (1.0)", "Revisions: 2", "Stories: ")
                .contains(": balanced")
                .doesNotContain("NOT BALANCED");
        assertThat(run.err()).contains("not the cluster of COPYDESK_KAFKA_BOOTSTRAP_SERVERS");
    }

    @Test
    void pagesComeOutAsAWarcFileThatOthersRead() throws IOException {
        CommandLineRun run = onKafka("tail", "pages", "--warc");

        assertThat(run.exitCode()).as(run.err()).isZero();
        List<String> targets = new ArrayList<>();
        try (WarcReader warc = new WarcReader(new ByteArrayInputStream(run.bytes()))) {
            for (WarcRecord record : warc) {
                WarcResponse response = (WarcResponse) record;
                assertThat(response.http().status()).isEqualTo(200);
                targets.add(response.target());
            }
        }
        assertThat(targets)
                .containsExactlyInAnyOrderElementsOf(
                        SamplePages.load().stream().map(page -> page.url()).toList());
    }

    @Test
    void theWarcFileReplaysToTheSameState() throws IOException {
        Path dump = Files.write(
                folder.resolve("x.warc"), onKafka("tail", "pages", "--warc").bytes());
        Path out = folder.resolve("out");

        CommandLineRun again = CommandLineRun.of(
                "replay",
                dump.toString(),
                "--out",
                out.toString(),
                "--with-services",
                "--bootstrap-servers",
                KAFKA.bootstrapServers(),
                "--prefix",
                KAFKA.newPrefix());

        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(again.report()).containsEntry("ledger", "balanced");
        assertThat(Files.readAllLines(out.resolve("ledger.jsonl")))
                .extracting(line -> Json.tree(line).path("inputId").asText())
                .containsExactlyInAnyOrderElementsOf(
                        SamplePages.load().stream().map(page -> page.inputId()).toList());
    }

    @Test
    void aReplayOnAClusterOnlyFeedsTheServicesThatRunThere() throws Exception {
        Path dump = Files.write(
                folder.resolve("x.warc"), onKafka("tail", "pages", "--warc").bytes());
        PipelineOptions deployed = KAFKA.options(2);
        try (LocalPipeline services = LocalPipeline.start(deployed);
                Admin admin = Admin.create(services.cluster().clients())) {
            Set<String> before = members(admin, deployed.prefix());

            CommandLineRun fed = CommandLineRun.of(
                    "replay",
                    dump.toString(),
                    "--bootstrap-servers",
                    KAFKA.bootstrapServers(),
                    "--prefix",
                    deployed.prefix());

            assertThat(fed.exitCode()).as(fed.err()).isZero();
            assertThat(fed.err()).contains("starting none");
            assertThat(fed.report()).containsEntry("ledger", "balanced");
            assertThat(members(admin, deployed.prefix())).hasSizeGreaterThan(1).isEqualTo(before);
        }
    }

    private static Set<String> members(Admin admin, String prefix) throws Exception {
        Set<String> members = new TreeSet<>();
        for (String service : List.of("ingest", "enrich")) {
            String group = "copydesk-" + prefix + service;
            admin.describeConsumerGroups(List.of(group))
                    .all()
                    .get()
                    .get(group)
                    .members()
                    .forEach(member -> members.add(member.consumerId()));
        }
        return members;
    }

    @Test
    void clientSettingsAreForANamedCluster() {
        CommandLineRun run = CommandLineRun.of("feeds", "list", "--command-config", "client.properties");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("name it with --bootstrap-servers");
        assertThat(onKafka("feeds", "list", "--command-config", "absent.properties")
                        .err())
                .contains("cannot read the client settings in absent.properties");
    }

    @Test
    void aTopicComesOutAsLinesOfJson() {
        CommandLineRun run = onKafka("tail", "enriched-articles", "--json");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.lines())
                .hasSizeGreaterThan(40)
                .allSatisfy(line ->
                        assertThat(Json.tree(line).path("@type").asText()).isEqualTo("NewsArticle"));
    }

    @Test
    void aFeedKeepsWhatIsNotNamedWhenItIsAddedAgain() throws IOException {
        String url = "https://www.ternquay-gazette.example/feed";
        Path opml = Files.writeString(
                folder.resolve("feeds.opml"),
                "<opml version=\"2.0\"><body><outline text=\"Gazette\" xmlUrl=\"" + url + "\"/></body></opml>");

        assertThat(feeds("add", url, "--every", "10m..1h", "--category", "Harbours", "--priority", "high")
                        .exitCode())
                .isZero();
        assertThat(feeds("add", url).exitCode()).isZero();
        assertThat(feeds("import", opml.toString()).exitCode()).isZero();
        assertThat(subscription())
                .contains(
                        "Harbours",
                        "Gazette",
                        "\"minPollSeconds\":600",
                        "\"maxPollSeconds\":3600",
                        "\"priority\":\"high\"");

        assertThat(feeds("add", url, "--every", "auto").exitCode()).isZero();
        assertThat(subscription()).contains("Harbours", "Gazette").doesNotContain("PollSeconds");
    }

    @Test
    void anUnknownTopicNamesThoseThatThereAre() {
        CommandLineRun run = onKafka("tail", "article");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("there is no topic article").contains("enriched-articles");
    }

    @Test
    void deadLettersAreListedWithTheirReasons() {
        CommandLineRun run = onKafka("dead-letters", "list", "--stage", "archive");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.lines()).containsExactly("archive/broken.warc\tarchive\tbad-warc\t3 bytes\tThe file is damaged");
    }

    @Test
    void aDeadLetterThatNeverReachedATopicIsNotRetried() {
        CommandLineRun run = onKafka("dead-letters", "retry", "--stage", "archive");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.report()).containsEntry("retried", "0").containsEntry("not-retried", "1");
        assertThat(run.err()).contains("mend the source and replay it");
    }

    @Test
    void aFolderThatIsInUseIsASentenceAndExitCodeTwo() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "A text.\n");
        CommandLineRun inUse;
        try (DataFolder held = DataFolder.open(folder.resolve("data"))) {
            inUse = CommandLineRun.of(
                    "replay",
                    folder.resolve("a.txt").toString(),
                    "--data",
                    folder.resolve("data").toString());
            assertThat(held.broker()).doesNotExist();
        }
        assertThat(inUse.exitCode()).isEqualTo(2);
        assertThat(inUse.err()).contains("is in use by another copydesk");
    }

    private static CommandLineRun feeds(String... arguments) {
        return inOwnTopics(Stream.concat(Stream.of("feeds"), Stream.of(arguments)));
    }

    /** The newest record of the only subscription. */
    private static String subscription() {
        return inOwnTopics(Stream.of("tail", "subscriptions", "--json"))
                .out()
                .lines()
                .reduce("", (first, second) -> second);
    }

    private static CommandLineRun inOwnTopics(Stream<String> arguments) {
        return CommandLineRun.of(Stream.concat(
                        arguments, Stream.of("--bootstrap-servers", KAFKA.bootstrapServers(), "--prefix", "feeds."))
                .toArray(String[]::new));
    }

    private static CommandLineRun onKafka(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--bootstrap-servers", KAFKA.bootstrapServers(), "--prefix", options.prefix()));
        return CommandLineRun.of(all.toArray(String[]::new));
    }
}
