package io.copydesk.kit.topics;

import io.copydesk.kit.failure.NotPermittedException;
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
            return provision(admin, topics);
        }
    }

    /**
     * The same with a client of the caller's, on a cluster that answers.
     *
     * @throws RuntimeException when the cluster refuses; a missing permission names the operation
     */
    public static int provision(Admin admin, String prefix, int partitions) {
        return provision(
                admin,
                new TopicSettings(prefix, partitions, TopicSettings.defaults().compression()));
    }

    private static int provision(Admin admin, TopicSettings topics) {
        try {
            return new TopicProvisioner(admin, topics.prefix(), topics.compression()).provision(topics.partitions());
        } catch (IllegalStateException e) {
            throw NotPermittedException.named("CREATE", topics.prefix() + "*", e);
        }
    }
}
