package io.copydesk.schemas;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Raises {@code max.message.bytes} of topics that exist with less than {@link Topics#MAX_RECORD_BYTES}. A broker refuses a record
 * that is larger than its topic's limit, which aborts the transaction that the record is part of.
 */
final class RecordLimits {

    private static final Logger LOG = LoggerFactory.getLogger(RecordLimits.class);
    private static final String LIMIT = "max.message.bytes";

    private final Admin admin;

    RecordLimits(Admin admin) {
        this.admin = admin;
    }

    /**
     * Raises the limits of {@code topics} that are too low.
     *
     * @throws IllegalStateException when the cluster refuses; the message names the topics, both values and the command
     */
    void raise(Collection<String> topics) throws ExecutionException, InterruptedException {
        List<String> refused = new ArrayList<>();
        for (Map.Entry<ConfigResource, Config> topic : configs(topics).entrySet()) {
            ConfigEntry limit = topic.getValue().get(LIMIT);
            if (limit != null && Long.parseLong(limit.value()) < Topics.MAX_RECORD_BYTES) {
                raise(topic.getKey(), limit.value(), refused);
            }
        }
        if (!refused.isEmpty()) {
            throw new IllegalStateException(String.join("\n", refused));
        }
    }

    private Map<ConfigResource, Config> configs(Collection<String> topics)
            throws ExecutionException, InterruptedException {
        List<ConfigResource> resources = topics.stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        try {
            return admin.describeConfigs(resources).all().get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AuthorizationException) {
                LOG.warn(
                        "not permitted to read {} of the topics; it must be {} or more",
                        LIMIT,
                        Topics.MAX_RECORD_BYTES);
                return Map.of();
            }
            throw e;
        }
    }

    private void raise(ConfigResource topic, String limit, List<String> refused) throws InterruptedException {
        AlterConfigOp raised = new AlterConfigOp(
                new ConfigEntry(LIMIT, Integer.toString(Topics.MAX_RECORD_BYTES)), AlterConfigOp.OpType.SET);
        try {
            admin.incrementalAlterConfigs(Map.of(topic, List.of(raised))).all().get();
            LOG.warn("raised {} of topic {} from {} to {}", LIMIT, topic.name(), limit, Topics.MAX_RECORD_BYTES);
        } catch (ExecutionException e) {
            refused.add(
                    "topic " + topic.name() + " has " + LIMIT + " " + limit + " and needs " + Topics.MAX_RECORD_BYTES
                            + ", and the cluster refused to raise it (" + String.valueOf(e.getCause()) + "); run"
                            + " kafka-configs.sh --bootstrap-server HOST:PORT --alter --entity-type topics --entity-name "
                            + topic.name() + " --add-config " + LIMIT + "=" + Topics.MAX_RECORD_BYTES);
        }
    }
}
