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
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What can be checked of the Compose file and the Dockerfile without an engine. */
class ComposeTest {
    private static final Path PROJECT = Path.of("..");
    private static final Pattern VARIABLE = Pattern.compile("(COPYDESK_[A-Z_]++)=([^ \\\\\n]++)");
    private static final Pattern MAIN_CLASS = Pattern.compile("\"(io\\.copydesk\\.[a-zA-Z.]++)\"");
    private static final Pattern VERSION = Pattern.compile("<version>([^<]++)</version>");

    private final JsonNode compose = yaml("docker-compose.yml");

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

    /** An image tells which sources it was built from. */
    @Test
    void tagsImagesWithTheVersionOfTheBuild() {
        Matcher version = VERSION.matcher(text("pom.xml"));

        assertThat(version.find()).isTrue();
        assertThat(services())
                .extracting(service -> service.get("image").asText())
                .allSatisfy(image -> assertThat(image).endsWith(":${COPYDESK_VERSION:-" + version.group(1) + "}"));
        assertThat(yaml("deploy/kubernetes/base/kustomization.yaml").findValuesAsText("newTag"))
                .hasSize(3)
                .containsOnly(version.group(1));
    }

    /** Kustomize takes no file from beyond its folder. */
    @Test
    void kubernetesLogsAsTheImagesDo() {
        assertThat(text("deploy/kubernetes/base/log4j2.xml")).isEqualTo(text("deploy/logging/log4j2.xml"));
    }

    @Test
    void setsOnlyVariablesThatTheServicesKnow() {
        Map<String, String> environment = new TreeMap<>();
        Matcher own = VARIABLE.matcher(dockerfile());
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

    @Test
    void startsMainClassesThatExist() {
        List<String> mains = MAIN_CLASS
                .matcher(dockerfile())
                .results()
                .map(main -> main.group(1))
                .toList();

        assertThat(mains)
                .hasSize(4)
                .allSatisfy(main -> assertThatCode(() -> Class.forName(main).getMethod("main", String[].class))
                        .doesNotThrowAnyException());
    }

    private static String dockerfile() {
        return text("docker/Dockerfile");
    }

    private static JsonNode yaml(String file) {
        try {
            return new YAMLMapper().readTree(text(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    private static String text(String file) {
        try {
            return Files.readString(PROJECT.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
