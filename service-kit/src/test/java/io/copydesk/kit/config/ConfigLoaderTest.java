package io.copydesk.kit.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigLoaderTest {
    enum Mode {
        FAST,
        VERY_SLOW
    }

    record Fetch(
            Duration hostDelay,
            DataSize maxPage,
            URI proxy,
            Path cache,
            int threads,
            long budget,
            double share,
            boolean polite,
            String agent,
            Mode mode,
            List<String> hosts,
            Optional<String> password) {
        Fetch {
            if (threads < 1) {
                throw new IllegalArgumentException("threads must be at least 1");
            }
        }

        static Fetch defaults() {
            return new Fetch(
                    Duration.ofSeconds(5),
                    DataSize.ofMebibytes(5),
                    URI.create("http://proxy.example:3128"),
                    Path.of("cache"),
                    4,
                    1000,
                    0.5,
                    true,
                    "copydesk",
                    Mode.FAST,
                    List.of("a.example"),
                    Optional.empty());
        }
    }

    record Clients(Map<String, String> settings) {}

    @TempDir
    Path folder;

    @Test
    void givesTheDefaultsWhenNothingIsGiven() {
        assertThat(loader().load().get(Fetch.class)).isEqualTo(Fetch.defaults());
    }

    @Test
    void bindsEveryTypeOfValueFromTheFile() throws IOException {
        Path file = file("""
                fetch:
                  host-delay: 1m
                  max-page: 64KiB
                  proxy: https://other.example/
                  cache: /var/cache/pages
                  threads: 8
                  budget: 9000000000
                  share: 0.25
                  polite: false
                  agent: "a word: and more"
                  mode: very-slow
                  hosts: [b.example, c.example]
                  password: hush
                """);

        assertThat(loader().file(file).load().get(Fetch.class))
                .isEqualTo(new Fetch(
                        Duration.ofMinutes(1),
                        DataSize.ofKibibytes(64),
                        URI.create("https://other.example/"),
                        Path.of("/var/cache/pages"),
                        8,
                        9_000_000_000L,
                        0.25,
                        false,
                        "a word: and more",
                        Mode.VERY_SLOW,
                        List.of("b.example", "c.example"),
                        Optional.of("hush")));
    }

    @Test
    void laysEnvironmentOverFileAndCommandLineOverBoth() throws IOException {
        Path file = file("fetch: {threads: 5, agent: of-file, budget: 7}");
        Configuration loaded = loader().commandLine(Map.of("fetch.threads", "7"))
                .environment(Map.of("COPYDESK_FETCH_THREADS", "6", "COPYDESK_FETCH_AGENT", "of-environment"))
                .file(file)
                .load();

        assertThat(loaded.get(Fetch.class).threads()).isEqualTo(7);
        assertThat(loaded.describe())
                .contains(
                        new Setting("fetch.threads", "7", Origin.COMMAND_LINE, "--fetch.threads"),
                        new Setting("fetch.agent", "of-environment", Origin.ENVIRONMENT, "COPYDESK_FETCH_AGENT"),
                        new Setting("fetch.budget", "7", Origin.FILE, file + " line 1"),
                        new Setting("fetch.host-delay", "5s", Origin.DEFAULT, ""));
    }

    @Test
    void passesClientSettingsThroughUntouched() throws IOException {
        Path file = file("""
                clients:
                  security.protocol: SSL
                  max.poll.records: 0100
                  sasl:
                    mechanism: PLAIN
                  bootstrap.servers: [one.example:9092, two.example:9092]
                """);
        Configuration loaded = loader().file(file)
                .environment(Map.of("COPYDESK_CLIENTS_CLIENT_ID", "Desk"))
                .commandLine(Map.of("clients.main.consumer.max.poll.records", "7"))
                .load();

        assertThat(loaded.get(Clients.class).settings())
                .containsOnly(
                        Map.entry("acks", "all"),
                        Map.entry("security.protocol", "SSL"),
                        Map.entry("max.poll.records", "0100"),
                        Map.entry("sasl.mechanism", "PLAIN"),
                        Map.entry("bootstrap.servers", "one.example:9092,two.example:9092"),
                        Map.entry("client.id", "Desk"),
                        Map.entry("main.consumer.max.poll.records", "7"));
    }

    @Test
    void namesNearestKeyAndLineOfAnUnknownKey() throws IOException {
        Path file = file("fetch:\n  threads: 2\n  host-dealy: 3s\n");

        assertThatThrownBy(() -> loader().file(file).load())
                .isInstanceOf(ConfigException.class)
                .hasMessage("unknown key fetch.host-dealy (" + file
                        + " line 3); the nearest valid key is fetch.host-delay");
    }

    @Test
    void warnsOfUnknownVariablesInOneLineWithTheNearestOfEach() {
        Configuration loaded = loader().environment(Map.of(
                        "COPYDESK_FETCH_TREADS", "2",
                        "COPYDESK_ARCHIVE", "x",
                        "COPYDESK_FETCH_THREADS", "3"))
                .load();

        assertThat(loaded.warnings())
                .containsExactly("environment variables that are no settings are ignored: COPYDESK_ARCHIVE,"
                        + " COPYDESK_FETCH_TREADS (the nearest valid one is COPYDESK_FETCH_THREADS)");
        assertThat(loaded.get(Fetch.class).threads()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "COPYDESK_INGEST_PORT, tcp://10.0.0.7:80",
        "COPYDESK_FETCH_THREADS, tcp://10.0.0.7:80",
        "COPYDESK_CLIENTS_SERVICE_HOST, 10.0.0.7",
        "COPYDESK_CLIENTS_SERVICE_PORT, 80",
        "COPYDESK_CLIENTS_SERVICE_PORT_HTTP, 80",
        "COPYDESK_CLIENTS_PORT_80_TCP, tcp://10.0.0.7:80",
        "COPYDESK_CLIENTS_PORT_80_TCP_PROTO, tcp",
        "COPYDESK_CLIENTS_PORT_80_TCP_ADDR, 10.0.0.7"
    })
    void ignoresTheServiceLinksOfKubernetes(String variable, String value) {
        Configuration loaded = loader().environment(Map.of(variable, value)).load();

        assertThat(loaded.warnings())
                .containsExactly("environment variables that are no settings are ignored: " + variable);
        assertThat(loaded.describe()).extracting(Setting::origin).containsOnly(Origin.DEFAULT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COPYDESK_JAVA_OPTIONS",
                "COPYDESK_BASE_IMAGE",
                "COPYDESK_KAFKA_IMAGE",
                "COPYDESK_DOCKER_RUN",
                "HOME"
            })
    void doesNotWarnOfVariablesOfTheLauncherAndTheComposeFile(String variable) {
        assertThat(loader().environment(Map.of(variable, "x")).load().warnings())
                .isEmpty();
    }

    @Test
    void listsTheSectionsWhenNoKeyIsNearAnUnknownOne() {
        assertThatThrownBy(() ->
                        loader().commandLine(Map.of("archive.folder", "x")).load())
                .hasMessage("unknown key archive.folder (--archive.folder); the sections are clients, fetch");
    }

    @Test
    void leavesOtherAndReservedVariablesAlone() {
        Configuration loaded = loader().reserved("COPYDESK_CONFIG")
                .environment(Map.of("PATH", "/bin", "COPYDESK_CONFIG", "x.yaml"))
                .load();

        assertThat(loaded.get(Fetch.class)).isEqualTo(Fetch.defaults());
    }

    @Test
    void saysKeyValuePlaceAndExpectationOfAWrongValue() {
        assertThatThrownBy(() -> loader().environment(Map.of("COPYDESK_FETCH_HOST_DELAY", "soon"))
                        .load())
                .hasMessage("fetch.host-delay = \"soon\" (COPYDESK_FETCH_HOST_DELAY): "
                        + "expected a duration such as 250ms, 30s, 5m, 1h, 7d or PT1M30S");
    }

    @Test
    void ignoresAWrongValueThatIsOverridden() throws IOException {
        Configuration loaded = loader().file(file("fetch: {threads: many}"))
                .commandLine(Map.of("fetch.threads", "3"))
                .load();

        assertThat(loaded.get(Fetch.class).threads()).isEqualTo(3);
    }

    @Test
    void reportsAllProblemsAtOnce() {
        assertThatThrownBy(
                        () -> loader().commandLine(Map.of("fetch.threads", "x", "fetch.polite", "yes", "fetch.zz", "1"))
                                .load())
                .isInstanceOfSatisfying(
                        ConfigException.class, e -> assertThat(e.problems()).hasSize(3));
    }

    @Test
    void explainsARuleOfTheRecordItself() {
        assertThatThrownBy(
                        () -> loader().commandLine(Map.of("fetch.threads", "0")).load())
                .hasMessage("fetch: threads must be at least 1; given: fetch.threads = \"0\" (--fetch.threads)");
    }

    @Test
    void refusesAKeyWithoutValue() throws IOException {
        Path empty = file("fetch:\n  threads:\n");
        assertThatThrownBy(() -> loader().file(empty).load())
                .hasMessage("fetch.threads = \"\" (" + empty + " line 2): expected a whole number");

        Path nothing = file("fetch:\n  threads: null\n");
        assertThatThrownBy(() -> loader().file(nothing).load())
                .hasMessage("fetch.threads has no value (" + nothing + " line 2): expected a whole number");
    }

    @Test
    void acceptsAnEmptyFileAndAnEmptySection() throws IOException {
        assertThat(loader().file(file("# nothing yet\n")).load().get(Fetch.class))
                .isEqualTo(Fetch.defaults());
        assertThat(loader().file(file("fetch:\n")).load().get(Fetch.class)).isEqualTo(Fetch.defaults());
    }

    @Test
    void refusesASecondDocumentWhoseKeysWouldNotCount() throws IOException {
        Path file = file("fetch:\n  threads: 2\n---\nfetch:\n  threads: 3\n");

        assertThatThrownBy(() -> loader().file(file).load())
                .isInstanceOf(ConfigException.class)
                .hasMessage(file + " line 4: a second document; all stands in one");
        assertThat(loader().file(file("---\nfetch: {threads: 2}\n...\n"))
                        .load()
                        .get(Fetch.class)
                        .threads())
                .isEqualTo(2);
    }

    @Test
    void saysThatASectionWithAValueNeedsKeys() throws IOException {
        Path file = file("fetch: 5\n");

        assertThatThrownBy(() -> loader().file(file).load())
                .hasMessage("fetch (" + file + " line 1) is a section: expected its keys, not a value");
    }

    @Test
    void aFolderIsNoConfiguration() {
        assertThatThrownBy(() -> loader().file(folder).load())
                .isInstanceOf(ConfigException.class)
                .hasMessage("cannot read " + folder + ": it is a folder");
    }

    @Test
    void refusesAKeyNamedTwice() throws IOException {
        Path file = file("fetch:\n  threads: 2\n  threads: 3\n");

        assertThatThrownBy(() -> loader().file(file).load())
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("line 3")
                .hasMessageContaining("Duplicate field 'threads'");
    }

    @Test
    void namesTheLineOfWhatIsNotYaml() throws IOException {
        Path file = file("fetch:\n  threads: [2\n");

        assertThatThrownBy(() -> loader().file(file).load())
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith(file + " line ")
                .hasMessageContaining("not readable as YAML");
    }

    @Test
    void saysThatTheFileIsMissing() {
        Path file = folder.resolve("none.yaml");

        assertThatThrownBy(() -> loader().file(file).load()).hasMessage("configuration file not found: " + file);
    }

    @Test
    void refusesNestingWithoutEnd() throws IOException {
        Path file = file("fetch: " + "{a: ".repeat(50) + "1" + "}".repeat(50));

        assertThatThrownBy(() -> loader().file(file).load()).hasMessageContaining("nested too deeply");
    }

    @Test
    void masksSecretsInTheListAndInErrors() {
        Configuration loaded = loader().commandLine(Map.of(
                        "fetch.password", "hush",
                        "fetch.proxy", "http://me:hush@proxy.example:3128",
                        "clients.sasl.jaas.config", "PlainLoginModule password=hush",
                        "clients.ssl.keystore.key", "hush"))
                .load();

        assertThat(loaded.describe()).noneMatch(setting -> setting.value().contains("hush"));
        assertThat(loaded.describe())
                .extracting(Setting::value)
                .contains("http://********@proxy.example:3128", "********");
        assertThat(loaded.get(Fetch.class).password()).contains("hush");
        assertThatThrownBy(() -> loader().commandLine(Map.of("fetch.threads", "0", "fetch.password", "hush"))
                        .load())
                .hasMessageNotContaining("hush");
    }

    @Test
    void tellsSectionsApartWhoseNamesBeginAlike() {
        record Story(Map<String, String> rest) {}
        record Window(int size) {}
        Configuration loaded = new ConfigLoader()
                .section("story", new Story(Map.of()))
                .section("story-window", new Window(1))
                .environment(Map.of("COPYDESK_STORY_WINDOW_SIZE", "2"))
                .load();

        assertThat(loaded.get(Window.class).size()).isEqualTo(2);
        assertThat(loaded.get(Story.class).rest()).isEmpty();
    }

    @Test
    void namesTheSectionsOfTheFileThatOnlyOtherProcessesRead() throws IOException {
        Path file = file("fetch:\n  threads: 2\ntopics:\n  prefix: a.\n  partitions: 2\nhealth:\n  port: 1\n"
                + "console:\n  bind: 127.0.0.1:1\nextraction:\n  keep-kinds: live\n");

        assertThat(loader().file(file).load().skipped()).containsExactly("console", "extraction", "health", "topics");
        assertThat(loader().load().skipped()).isEmpty();
    }

    private static ConfigLoader loader() {
        return new ConfigLoader()
                .section("fetch", Fetch.defaults())
                .section("clients", new Clients(Map.of("acks", "all")));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("copydesk.yaml"), text);
    }
}
