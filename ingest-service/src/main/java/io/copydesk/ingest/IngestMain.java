package io.copydesk.ingest;

import io.copydesk.kit.StreamsService;
import io.copydesk.kit.config.Configuration;
import io.copydesk.kit.streams.KafkaSettings;
import io.copydesk.kit.streams.StreamsApplication;
import io.copydesk.kit.streams.StreamsSettings;
import io.copydesk.kit.topics.TopicSettings;
import io.copydesk.kit.topics.TopicsOnCluster;

/** The ingest service as a process of its own: {@code --config FILE} and {@code --section.key VALUE}. */
public final class IngestMain {
    private IngestMain() {}

    /** Runs until asked to stop; exits with 0, 1 after a failure, 2 when misconfigured. */
    public static void main(String[] arguments) {
        System.exit(new StreamsService("ingest-service")
                .section("topics", TopicSettings.defaults())
                .run(System.getenv(), arguments, (configuration, metrics) -> application(configuration)));
    }

    private static StreamsApplication application(Configuration configuration) {
        KafkaSettings kafka = configuration.get(KafkaSettings.class);
        TopicSettings topics = configuration.get(TopicSettings.class);
        TopicsOnCluster.ensure(kafka, topics);
        return IngestApplication.of(topics.prefix(), kafka, configuration.get(StreamsSettings.class));
    }
}
