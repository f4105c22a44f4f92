package io.copydesk.kit;

import io.copydesk.kit.config.Configuration;
import io.copydesk.kit.metrics.TopicMeters;
import io.copydesk.kit.streams.KafkaSettings;
import io.copydesk.kit.streams.StreamsSettings;

/**
 * What a role is made from.
 *
 * @param configuration its sections
 * @param kafka of the cluster, which has all topics of the catalogue
 * @param streams with the folder for state that this process holds
 * @param prefix of the topics and application ids
 * @param partitions of the topics
 * @param meters counts what it writes
 */
public record ServiceContext(
        Configuration configuration,
        KafkaSettings kafka,
        StreamsSettings streams,
        String prefix,
        int partitions,
        TopicMeters meters) {}
