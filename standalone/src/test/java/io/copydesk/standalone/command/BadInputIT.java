package io.copydesk.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.copydesk.ingest.page.WarcPages;
import io.copydesk.schemas.Json;
import io.copydesk.standalone.demo.SamplePages;
import io.copydesk.standalone.pipeline.TestKafka;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Bad input has a clear outcome, and the good input beside it is not harmed. */
class BadInputIT {

    @RegisterExtension
    static final TestKafka KAFKA = new TestKafka();

    private static final String STORY = "The café on Harbour Row closed on Friday after forty years.\n"
            + "Its owner, Marta Lindqvist, said that the rent had doubled since the new quay was built.\n"
            + "Regulars left flowers at the door, and the council promised to look into the leases.\n";

    @TempDir
    private Path folder;

    private Path corpus;

    @BeforeEach
    void writeCorpus() throws IOException {
        corpus = Files.createDirectory(folder.resolve("corpus"));
        Files.writeString(corpus.resolve("good.txt"), STORY);
        Files.write(corpus.resolve("latin.txt"), STORY.getBytes(Charset.forName("windows-1252")));
        Files.write(corpus.resolve("empty.html"), new byte[0]);
        Files.write(corpus.resolve("one-tag.html"), oneTag(10 * 1024 * 1024));
        Files.write(corpus.resolve("cut.warc.gz"), cutInTheMiddle(gzip(records(0, 4))));
        Files.write(corpus.resolve("wrong-length.warc"), wrongLength(records(4, 3)));
        Files.writeString(
                corpus.resolve("lines.jsonl"),
                "{\"id\":\"j1\",\"url\":\"https://a.example/1\",\"articleBody\":\"One fine article.\"}\n"
                        + "{\"id\":\"j2\", broken\n"
                        + "{\"id\":\"j3\",\"url\":\"https://a.example/3\",\"articleBody\":\"Another fine article.\"}\n");
    }

    @Test
    void everyBadInputHasItsLineAndTheRestIsUnharmed() throws IOException {
        Path out = folder.resolve("out");

        CommandLineRun run = replay(corpus.toString(), "--out", out.toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.report()).containsEntry("ledger", "balanced");
        Map<String, JsonNode> ledger = ledger(out);
        assertThat(outcome(ledger, "good.txt")).isEqualTo("article");
        assertThat(outcome(ledger, "latin.txt")).isEqualTo("article");
        assertThat(outcome(ledger, "j1")).isEqualTo("article");
        assertThat(outcome(ledger, "j3")).isEqualTo("article");
        assertThat(outcome(ledger, "empty.html")).isEqualTo("dead-letter empty");
        assertThat(outcome(ledger, "one-tag.html")).isEqualTo("dead-letter too-large");
        assertThat(ledger.values())
                .extracting(line -> line.path("reason").asText(""))
                .contains("truncated-gzip", "bad-warc", "bad-json");
        assertThat(ledger.keySet()).as("the whole record before the damage").contains(id(0), id(4));
        String articles = Files.readString(out.resolve("articles.jsonl"));
        assertThat(articles).contains("The café on Harbour Row closed");
        assertThat(articles.lines().filter(line -> line.contains("Marta Lindqvist")))
                .hasSize(2);
    }

    @Test
    void aMissingFileIsASentenceAndExitCodeTwo() {
        CommandLineRun run = replay(folder.resolve("nothing-here.warc").toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("There is no file or folder").contains("nothing-here.warc");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void anOutThatCannotBeWrittenIsASentenceAndExitCodeTwo() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");

        CommandLineRun run =
                replay(corpus.toString(), "--out", file.resolve("out").toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("cannot write to").contains("--out");
    }

    @Test
    void anUnknownOptionIsExitCodeTwo() {
        assertThat(replay(corpus.toString(), "--partition", "3").exitCode()).isEqualTo(2);
    }

    @Test
    void cleanAnswersEveryInputInOrder() {
        CommandLineRun run = CommandLineRun.of(
                "clean",
                corpus.resolve("empty.html").toString(),
                corpus.resolve("lines.jsonl").toString(),
                corpus.resolve("latin.txt").toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.lines())
                .extracting(line -> Json.tree(line))
                .extracting(line ->
                        line.path("id").asText() + " " + line.path("error").asText("ok"))
                .containsExactly("empty.html empty", "j1 ok", "lines.jsonl:2 bad-json", "j3 ok", "latin.txt ok");
    }

    @Test
    void anArticleOfTwoMegabytesPassesABrokerWithDefaultLimits() throws IOException {
        String words = IntStream.range(0, 250_000)
                .mapToObj(i -> Integer.toString(i * 7919, 36))
                .collect(Collectors.joining(" "));
        Path lines = Files.writeString(
                folder.resolve("long.jsonl"),
                "{\"id\":\"long\",\"url\":\"https://kestrel.example/long-read\",\"text\":\"A long read\\n\\n" + words
                        + ".\"}\n"
                        + "{\"id\":\"next\",\"url\":\"https://kestrel.example/next\",\"text\":\"The next one\\n\\nThe harbour council said"
                        + " on Monday that the ferry would stay.\"}\n");
        Path out = folder.resolve("out");

        CommandLineRun run = replay(lines.toString(), "--out", out.toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.report()).containsEntry("ledger", "balanced");
        assertThat(outcome(ledger(out), "long")).isEqualTo("article");
        assertThat(outcome(ledger(out), "next")).isEqualTo("article");
    }

    @Test
    void aTextHasTheHeadlineAuthorAndDateThatItsLineNames() throws IOException {
        Path lines = Files.writeString(
                folder.resolve("titled.jsonl"),
                "{\"url\":\"https://kestrel.example/j1\",\"title\":\"Ferry came late\",\"author\":\"Ann Other\",\"date\":\"2026-11-20\","
                        + "\"text\":\"A short text about a ferry that came late to the harbour. The council will meet on Friday about it.\"}\n");
        Path out = folder.resolve("out");

        assertThat(replay(lines.toString(), "--out", out.toString()).exitCode()).isZero();
        JsonNode article = Json.tree(Files.readString(out.resolve("articles.jsonl")));
        assertThat(article.path("headline").asText()).isEqualTo("Ferry came late");
        assertThat(article.path("author").path(0).path("name").asText()).isEqualTo("Ann Other");
        assertThat(article.path("datePublished").asText()).isEqualTo("2026-11-20");
    }

    @Test
    void otherPartitionsThanThereAreAreSaidToHaveNoEffect() {
        String text = corpus.resolve("good.txt").toString();
        String prefix = KAFKA.newPrefix();
        assertThat(replayUnder(prefix, text, "--partitions", "3").err()).doesNotContain("no effect");

        CommandLineRun again = replayUnder(prefix, text, "--partitions", "7");

        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(again.err()).contains("the existing topics have 3 partitions; --partitions 7 has no effect");
    }

    @Test
    void anAddressThatIsNoBrokersIsASentence() {
        for (String address : new String[] {"127.0.0.1", "nohost.invalid:9092"}) {
            CommandLineRun run = CommandLineRun.of("feeds", "list", "--bootstrap-servers", address);
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err())
                    .contains("cannot connect to Kafka at " + address + ": ")
                    .doesNotContain("Exception");
        }
    }

    private CommandLineRun replay(String... arguments) {
        return replayUnder(KAFKA.newPrefix(), arguments);
    }

    private static CommandLineRun replayUnder(String prefix, String... arguments) {
        Stream<String> cluster =
                Stream.of("--with-services", "--bootstrap-servers", KAFKA.bootstrapServers(), "--prefix", prefix);
        return CommandLineRun.of(Stream.of(Stream.of("replay"), Stream.of(arguments), cluster)
                .flatMap(each -> each)
                .toArray(String[]::new));
    }

    private static Map<String, JsonNode> ledger(Path out) throws IOException {
        Map<String, JsonNode> ledger = new HashMap<>();
        for (String line : Files.readAllLines(out.resolve("ledger.jsonl"))) {
            JsonNode entry = Json.tree(line);
            assertThat(ledger.put(entry.path("inputId").asText(), entry))
                    .as("one line for each input")
                    .isNull();
        }
        return ledger;
    }

    private static String outcome(Map<String, JsonNode> ledger, String inputId) {
        JsonNode entry = ledger.get(inputId);
        return (entry.path("outcome").asText() + " " + entry.path("reason").asText("")).strip();
    }

    private static String id(int page) {
        return SamplePages.load().get(page).inputId();
    }

    private static byte[] records(int from, int count) {
        ByteArrayOutputStream records = new ByteArrayOutputStream();
        SamplePages.load().subList(from, from + count).forEach(page -> records.writeBytes(WarcPages.encode(page)));
        return records.toByteArray();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(compressed)) {
            out.write(bytes);
        }
        return compressed.toByteArray();
    }

    private static byte[] cutInTheMiddle(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length * 3 / 4);
    }

    /** The second record says that it is longer than it is. */
    private static byte[] wrongLength(byte[] records) {
        String text = new String(records, StandardCharsets.ISO_8859_1);
        int second = text.indexOf("WARC/1.1", 1);
        int length = text.indexOf("Content-Length: ", second) + "Content-Length: ".length();
        return (text.substring(0, length) + "9" + text.substring(length)).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] oneTag(int size) {
        byte[] bytes = new byte[size];
        Arrays.fill(bytes, (byte) 'a');
        byte[] start = "<html><body><div class=\"".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(start, 0, bytes, 0, start.length);
        return bytes;
    }
}
