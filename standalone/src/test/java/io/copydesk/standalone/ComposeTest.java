package io.copydesk.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.copydesk.kit.config.ConfigLoader;
import io.copydesk.kit.health.HealthSettings;
import io.copydesk.kit.streams.KafkaSettings;
import io.copydesk.kit.streams.StreamsSettings;
import io.copydesk.kit.topics.TopicSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be checked of the Compose file and the Dockerfiles without an engine. */
class ComposeTest {
    private static final Path PROJECT = Path.of("..");
    private static final Pattern VARIABLE = Pattern.compile("(COPYDESK_[A-Z_]++)=([^ \\\\\n]++)");
    private static final Pattern MAIN_CLASS = Pattern.compile("\"(io\\.copydesk\\.[a-zA-Z.]++)\"");

    private final JsonNode compose = compose();

    @Test
    void runsTheVersionOfKafkaThatTheClientsHave() {
        assertThat(compose.at("/services/kafka/image").asText())
                .isEqualTo("${COPYDESK_KAFKA_IMAGE:-apache/kafka:" + DockerKafka.kafkaVersion() + "}");
    }

    @Test
    void publishesPortsOnLoopbackOnly() {
        assertThat(compose.findValues("ports"))
                .hasSize(5)
                .allSatisfy(ports -> assertThat(ports)
                        .allSatisfy(port -> assertThat(port.asText()).startsWith("127.0.0.1:")));
    }

    /** A fixed port can be had by one replica only. */
    @Test
    void servicesHaveNoFixedPortSoThatTheyScale() {
        assertThat(services())
                .hasSize(4)
                .allSatisfy(
                        service -> assertThat(service.at("/ports/0").asText()).isEqualTo("127.0.0.1::8080"));
    }

    @Test
    void runsEachRoleOnceWithStateThatOutlivesItsContainer() {
        assertThat(services())
                .extracting(service -> service.at("/command/0").asText())
                .containsExactlyInAnyOrder("clean", "frontier", "fetch", "");
        assertThat(services())
                .extracting(service -> service.at("/volumes/0").asText())
                .doesNotHaveDuplicates()
                .allSatisfy(volume -> assertThat(volume).endsWith("-state:/var/lib/copydesk"));
    }

    private List<JsonNode> services() {
        List<JsonNode> services = new ArrayList<>();
        compose.get("services").forEach(service -> {
            if (service.path("image").asText().startsWith("copydesk/")) {
                services.add(service);
            }
        });
        return services;
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest-service", "enrich-service"})
    void setsOnlyVariablesThatTheServiceKnows(String service) throws IOException {
        Map<String, String> environment = new TreeMap<>();
        Matcher own = VARIABLE.matcher(dockerfile(service));
        while (own.find()) {
            environment.put(own.group(1), own.group(2));
        }
        assertThat(environment).isNotEmpty();
        compose.get("x-service-environment")
                .properties()
                .forEach(entry ->
                        environment.put(entry.getKey(), entry.getValue().asText()));

        ConfigLoader loader = new ConfigLoader()
                .section("kafka", KafkaSettings.defaults())
                .section("streams", StreamsSettings.defaults())
                .section("health", HealthSettings.defaults())
                .section("topics", TopicSettings.defaults())
                .environment(environment);
        assertThatCode(loader::load).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest-service", "enrich-service"})
    void startsAMainClassThatExists(String service) throws IOException {
        Matcher main = MAIN_CLASS.matcher(dockerfile(service));

        assertThat(main.find()).isTrue();
        assertThatCode(() -> Class.forName(main.group(1)).getMethod("main", String[].class))
                .doesNotThrowAnyException();
    }

    private static String dockerfile(String service) throws IOException {
        return Files.readString(PROJECT.resolve(service).resolve("Dockerfile"));
    }

    private static JsonNode compose() {
        try {
            return new YAMLMapper()
                    .readTree(PROJECT.resolve("docker-compose.yml").toFile());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
