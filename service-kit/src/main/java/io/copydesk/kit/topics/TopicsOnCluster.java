package io.copydesk.kit.topics;

import io.copydesk.kit.streams.Brokers;
import io.copydesk.kit.streams.KafkaSettings;
import io.copydesk.schemas.TopicProvisioner;
import org.apache.kafka.clients.admin.Admin;

/**
 * Makes the topics be there before a service starts: a Streams client fails at once when its source
 * topics are missing.
 */
public final class TopicsOnCluster {
    private TopicsOnCluster() {}

    /**
     * Creates the topics that are missing.
     *
     * @return the number of partitions in force
     * @throws IllegalStateException when the cluster does not answer or refuses
     */
    public static int ensure(KafkaSettings kafka, TopicSettings topics) {
        Brokers.await(kafka);
        try (Admin admin = Admin.create(kafka.admin())) {
            return new TopicProvisioner(admin, topics.prefix()).provision(topics.partitions());
        }
    }
}
