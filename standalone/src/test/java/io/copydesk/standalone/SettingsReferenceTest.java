package io.copydesk.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.alerts.AlertsSettings;
import io.copydesk.console.ConsoleSettings;
import io.copydesk.enrich.EnrichSettings;
import io.copydesk.ingest.clean.ExtractionSettings;
import io.copydesk.ingest.fetch.FetchSettings;
import io.copydesk.ingest.frontier.FrontierSettings;
import io.copydesk.kit.config.ConfigLoader;
import io.copydesk.kit.config.Setting;
import io.copydesk.kit.health.HealthSettings;
import io.copydesk.kit.streams.KafkaSettings;
import io.copydesk.kit.streams.StreamsSettings;
import io.copydesk.kit.topics.TopicSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The reference of all settings is made from their records: keys and defaults from the records themselves, descriptions from
 * the {@code @param} lines of their Javadoc. {@code -Dsettings.write=true} writes it.
 */
class SettingsReferenceTest {

    private static final Path DOCUMENT = Path.of("../docs/settings.md");

    private static final Pattern PARAMETER = Pattern.compile("\\* @param (\\w+) (.*?)(?=\\* @|\\*/)", Pattern.DOTALL);

    private static Map<String, Record> sections() {
        Map<String, Record> sections = new LinkedHashMap<>();
        sections.put("frontier", FrontierSettings.defaults());
        sections.put("fetch", FetchSettings.defaults());
        sections.put("extraction", ExtractionSettings.defaults());
        sections.put("enrich", EnrichSettings.defaults());
        sections.put("alerts", AlertsSettings.defaults());
        sections.put("console", ConsoleSettings.defaults());
        sections.put("topics", TopicSettings.defaults());
        sections.put("streams", StreamsSettings.defaults());
        sections.put("health", HealthSettings.defaults());
        sections.put("kafka", KafkaSettings.defaults());
        return sections;
    }

    private static final String HEAD = """
            # All settings

            Made from the records that hold them; `mvn -pl standalone -am test -Dtest=SettingsReferenceTest -Dsettings.write=true
            -Dsurefire.failIfNoSpecifiedTests=false` makes it anew. A key is given in a YAML file (`--config FILE`, one file for
            services and commands, or the file that `COPYDESK_CONFIG` names), in the environment (`COPYDESK_FETCH_CONTACT` for `fetch.contact`), or on the command
            line (`--set fetch.contact=…` of `copydesk run`, `--fetch.contact=…` of a service); the later of these wins.
            `copydesk config` prints what is in force and where it comes from. Durations are written as 250ms, 30s, 5m, 1h, 7d, sizes as
            500KiB, 5MiB, lists with commas. What roles read which section: [operations.md](operations.md#settings).
            """;

    @Test
    void theReferenceIsThatOfTheRecords() throws IOException {
        String made = reference();
        if (Boolean.getBoolean("settings.write")) {
            Files.writeString(DOCUMENT, made);
        }
        assertThat(Files.readString(DOCUMENT)).isEqualTo(made);
    }

    private static String reference() throws IOException {
        StringBuilder text = new StringBuilder(HEAD);
        for (Map.Entry<String, Record> section : sections().entrySet()) {
            text.append("\n## ").append(section.getKey()).append("\n\n");
            Map<String, String> descriptions = descriptions(section.getValue().getClass());
            List<Setting> settings = new ConfigLoader()
                    .section(section.getKey(), section.getValue())
                    .environment(Map.of())
                    .load()
                    .describe();
            if (section.getValue() instanceof KafkaSettings) {
                text.append(
                        "Every setting of Kafka's clients by its own name, such as `kafka.bootstrap.servers`; with `consumer.`,"
                                + " `producer.` or `admin.` after `kafka.` for one kind of client. Without any the services connect to "
                                + "`127.0.0.1:9092`.\n");
                continue;
            }
            text.append("| key | default | what it is |\n|---|---|---|\n");
            for (Setting setting : settings) {
                String name = setting.key().substring(section.getKey().length() + 1);
                String description = descriptions.get(camel(name));
                assertThat(description).as("Javadoc of %s", setting.key()).isNotBlank();
                String value = setting.value().isEmpty() ? "none" : "`" + setting.value() + "`";
                text.append("| `%s` | %s | %s |\n".formatted(setting.key(), value, description));
            }
        }
        return text.toString();
    }

    /** Component to description, from the record's source. */
    private static Map<String, String> descriptions(Class<?> type) throws IOException {
        String file = "src/main/java/" + type.getName().replace('.', '/') + ".java";
        Path source = List.of("service-kit", "ingest-service", "enrich-service", "alerts", "console").stream()
                .map(module -> Path.of("..", module).resolve(file))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
        String code = Files.readString(source);
        Matcher parameters = PARAMETER.matcher(code.substring(0, code.indexOf("public record")));
        Map<String, String> descriptions = new LinkedHashMap<>();
        while (parameters.find()) {
            descriptions.put(parameters.group(1), plain(parameters.group(2)));
        }
        return descriptions;
    }

    /** Javadoc's markup as Markdown, on one line. */
    private static String plain(String javadoc) {
        return javadoc.replaceAll("\\s*\\R\\s*\\*\\s*", " ")
                .replaceAll("\\{@(?:code|literal)\\s+([^}]*)}", "`$1`")
                .replaceAll("\\{@link(?:plain)?\\s+(?:\\w*#)?(\\w+)[^}]*}", "`$1`")
                .replace("|", "\\|")
                .strip();
    }

    private static String camel(String kebab) {
        StringBuilder name = new StringBuilder();
        for (String word : kebab.split("-")) {
            name.append(name.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return name.toString();
    }
}
