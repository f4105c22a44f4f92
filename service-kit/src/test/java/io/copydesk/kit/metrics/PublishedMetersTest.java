package io.copydesk.kit.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.schemas.Topic;
import io.copydesk.schemas.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** What a process shows, what the documentation says that it shows, and what alerts and dashboards ask for. */
class PublishedMetersTest {

    private static final Path OPERATIONS = Path.of("../docs/operations.md");
    private static final Path OBSERVE = Path.of("../deploy/observe");
    private static final Pattern SHOWN = Pattern.compile("(?m)^([a-z_0-9]+)[{ ]");
    private static final Pattern ASKED_FOR = Pattern.compile("\\b(?:copydesk|jvm|process|kafka)_[a-z_0-9]+");
    private static final Pattern DOCUMENTED = Pattern.compile("`(copydesk_[a-z_<>]+)`");
    private static final Pattern OF_A_HISTOGRAM = Pattern.compile("_(bucket|count|sum|max)$");

    private static final Pattern HELP = Pattern.compile("(?m)^# HELP ([a-z_0-9]+) \\S");

    /** Meters that the console publishes by itself; its own tests read them. */
    private static final String OF_THE_CONSOLE = "copydesk_console_";

    private final String text = text();
    private final Set<String> shown = names(SHOWN, text, match -> match.group(1));

    @Test
    void theDocumentationNamesEveryMeterOfOursAndNoOther() throws IOException {
        String operations = Files.readString(OPERATIONS);
        String section = operations.substring(operations.indexOf("## Metrics"), operations.indexOf("## Alerts"));
        Set<String> documented = names(DOCUMENTED, section, match -> match.group(1)).stream()
                .flatMap(name -> name.contains("<topic>")
                        ? Stream.of("articles", "enriched_articles", "duplicates", "stories")
                                .map(topic -> name.replace("<topic>", topic))
                        : Stream.of(name))
                .filter(name -> !name.startsWith(OF_THE_CONSOLE))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(shown.stream()
                        .filter(name -> name.startsWith("copydesk_"))
                        .map(name -> OF_A_HISTOGRAM.matcher(name).replaceFirst(""))
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(documented);
    }

    @Test
    void saysWhatEveryMeterOfOursCounts() {
        Set<String> explained = names(HELP, text, match -> match.group(1));
        assertThat(shown.stream()
                        .filter(name -> name.startsWith("copydesk_"))
                        .map(name -> name.replaceFirst("_(bucket|count|sum)$", "")))
                .isNotEmpty()
                .allMatch(explained::contains);
    }

    @Test
    void alertsAskForMetersThatAreShown() throws IOException {
        Set<String> asked = names(ASKED_FOR, Files.readString(OBSERVE.resolve("alerts.yml")), MatchResult::group);

        assertThat(asked).hasSizeGreaterThan(10);
        assertThat(shown).containsAll(asked);
    }

    @Test
    void dashboardsAskForMetersThatAreShown() throws IOException {
        try (Stream<Path> files = Files.list(OBSERVE.resolve("grafana/dashboards"))) {
            List<Path> dashboards = files.toList();
            assertThat(dashboards).isNotEmpty();
            for (Path dashboard : dashboards) {
                Set<String> asked = names(ASKED_FOR, Files.readString(dashboard), MatchResult::group);
                assertThat(asked).as(dashboard.toString()).isNotEmpty();
                assertThat(shown).as(dashboard.toString()).containsAll(asked);
            }
        }
    }

    /** What a process shows that has written every kind of record once. */
    private static String text() {
        try (Metrics metrics = new Metrics("test")) {
            TopicMeters meters = metrics.ofPipeline("desk.");
            metrics.bind(() -> true, () -> 0);
            new WatchMeters(metrics.registry(), "0_0").polled(0);
            PushMeters.of(meters).received("accepted");
            AutoCloseable restore = metrics.bindRestore("app", () -> 0, () -> 0);
            write(meters, Topics.LEDGER, "{\"outcome\":\"article\"}");
            write(meters, Topics.DEAD_LETTERS, "{\"stage\":\"clean\",\"reason\":\"empty\"}");
            write(meters, Topics.FETCH_OUTCOMES, "{\"target\":\"page\",\"result\":\"fetched\"}");
            write(meters, Topics.DUPLICATES, "{\"kind\":\"near\"}");
            write(meters, Topics.STORIES, "{}");
            write(meters, Topics.ENRICHED_ARTICLES, "{}");
            write(
                    meters,
                    Topics.ARTICLES,
                    "{\"version\":1,\"datePublished\":\"2026-11-30T02:48:20Z\",\"pipeline\":{\"fetched\":\"2026-11-30T02:52:20Z\"}}");
            // Shown from the first collection on.
            metrics.registry().timer("jvm.gc.pause").record(Duration.ZERO);
            String shown = metrics.scrape();
            restore.close();
            return shown;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(TopicMeters meters, Topic<?> topic, String json) {
        meters.written(new ProducerRecord<>(
                topic.name("desk."), null, 0L, new byte[0], json.getBytes(StandardCharsets.UTF_8)));
    }

    private static Set<String> names(Pattern pattern, String text, Function<MatchResult, String> name) {
        return pattern.matcher(text).results().map(name).collect(Collectors.toCollection(TreeSet::new));
    }
}
