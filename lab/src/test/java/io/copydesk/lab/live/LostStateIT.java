package io.copydesk.lab.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.broker.EmbeddedBroker;
import io.copydesk.enrich.EnrichApplication;
import io.copydesk.enrich.EnrichSettings;
import io.copydesk.kit.streams.KafkaSettings;
import io.copydesk.kit.streams.StreamsRunner;
import io.copydesk.kit.streams.StreamsSettings;
import io.copydesk.kit.topics.TopicSettings;
import io.copydesk.kit.topics.TopicsOnCluster;
import io.copydesk.schemas.Topics;
import io.copydesk.verify.state.FinalState;
import io.copydesk.verify.state.TopicReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class LostStateIT {

    private static final int ARTICLES = 300;
    private static final int LATER = 50;
    private static final Duration LOOK = Duration.ofMillis(50);

    @TempDir
    private Path folder;

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void anInstanceWithoutStateGoesOnFromTheCopyAndDecidesAlike() throws Exception {
        String undisturbed = decided("undisturbed", List.of(ARTICLES + LATER));

        String moved = decided("moved", List.of(ARTICLES, LATER));

        assertThat(moved).isEqualTo(undisturbed);
        Path task = task(folder.resolve("moved").resolve("state-1"));
        assertThat(files(task, ".snapshot")).hasSize(1);
        assertThat(files(task, ".blocks"))
                .as("no others were made, as all sketches would be decided on in")
                .isEqualTo(files(task(folder.resolve("moved").resolve("state-0")), ".blocks"));
    }

    /** Sends articles to one instance after the other, each with a folder of its own, and returns the digest of what they published. */
    private String decided(String name, List<Integer> instances) throws Exception {
        Path place = folder.resolve(name);
        try (EmbeddedBroker broker = EmbeddedBroker.start(place.resolve("broker"))) {
            KafkaSettings kafka = KafkaSettings.of(broker.bootstrapServers());
            int partitions = TopicsOnCluster.ensure(kafka, TopicSettings.defaults());
            try (ArticleFlow flow = new ArticleFlow(kafka.consumer(), partitions, 1)) {
                for (int instance = 0; instance < instances.size(); instance++) {
                    run(flow, instances.get(instance), kafka, partitions, place.resolve("state-" + instance));
                }
            }
            try (FinalState state = FinalState.read(new TopicReader(kafka.consumer()), Topics.DEFAULT_PREFIX)) {
                return state.digest();
            }
        }
    }

    private static void run(ArticleFlow flow, int articles, KafkaSettings kafka, int partitions, Path state)
            throws Exception {
        EnrichSettings settings = new EnrichSettings(Duration.ZERO, 20, Duration.ofDays(14), 100, Duration.ZERO);
        try (StreamsRunner instance = new StreamsRunner(
                EnrichApplication.of(
                        Topics.DEFAULT_PREFIX,
                        partitions,
                        settings,
                        kafka,
                        StreamsSettings.defaults().withStateDir(state)),
                Clock.systemUTC())) {
            instance.start();
            int before = flow.arrived();
            // In parts, each of which begins a copy that is of all before it.
            for (int sent = 0; sent < articles; sent += LATER) {
                flow.send(LATER);
                while (flow.arrived() < before + sent + LATER) {
                    flow.poll(LOOK);
                }
                awaitCopy();
            }
        }
    }

    private static void awaitCopy() throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("decider-copy")) {
                thread.join();
            }
        }
    }

    /** The folder of the deciding task. */
    private static Path task(Path state) throws IOException {
        try (Stream<Path> all = Files.walk(state)) {
            return all.filter(file -> file.endsWith("decisions.snapshot"))
                    .map(Path::getParent)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static List<String> files(Path folder, String suffix) throws IOException {
        List<String> names = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder)) {
            all.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(suffix))
                    .sorted()
                    .forEach(names::add);
        }
        return names;
    }
}
