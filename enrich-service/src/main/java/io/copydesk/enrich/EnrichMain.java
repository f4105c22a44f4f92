package io.copydesk.enrich;

import io.copydesk.kit.StreamsService;
import io.copydesk.kit.config.Configuration;
import io.copydesk.kit.streams.KafkaSettings;
import io.copydesk.kit.streams.StreamsApplication;
import io.copydesk.kit.streams.StreamsSettings;
import io.copydesk.kit.topics.TopicSettings;
import io.copydesk.kit.topics.TopicsOnCluster;

/** The enrich service as a process of its own: {@code --config FILE} and {@code --section.key VALUE}. */
public final class EnrichMain {
    private EnrichMain() {}

    /** Runs until it is terminated; exits with 0, with 1 after a failure, with 2 when misconfigured. */
    public static void main(String[] arguments) {
        System.exit(new StreamsService("enrich-service")
                .section("topics", TopicSettings.defaults())
                .section("enrich", EnrichSettings.defaults())
                .run(System.getenv(), arguments, (configuration, metrics) -> application(configuration)));
    }

    private static StreamsApplication application(Configuration configuration) {
        KafkaSettings kafka = configuration.get(KafkaSettings.class);
        TopicSettings topics = configuration.get(TopicSettings.class);
        int partitions = TopicsOnCluster.ensure(kafka, topics);
        return EnrichApplication.of(
                topics.prefix(),
                partitions,
                configuration.get(EnrichSettings.class),
                kafka,
                configuration.get(StreamsSettings.class));
    }
}
