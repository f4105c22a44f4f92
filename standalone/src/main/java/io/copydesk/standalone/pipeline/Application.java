package io.copydesk.standalone.pipeline;

import io.copydesk.kit.failure.FailureText;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaFuture;

/**
 * What a Kafka Streams application keeps in a cluster.
 *
 * @param id of the application and of its group
 * @param topics its changelogs and repartition topics, sorted
 * @param hasPosition whether its group has offsets
 */
public record Application(String id, List<String> topics, boolean hasPosition) {

    /** After the id. A dot is in no name of a store of ours, and in each prefix: another application may begin alike. */
    private static final Pattern INTERNAL = Pattern.compile("-[^.]+-(changelog|repartition)");

    /**
     * What there is of it.
     *
     * @throws UsageException when an instance of it runs
     */
    public static Application find(Admin admin, String id) throws InterruptedException {
        int members = DeployedServices.members(admin, id);
        if (members > 0) {
            throw new UsageException(
                    "group " + id + " has " + members + (members == 1 ? " member" : " members")
                            + "; stop all instances of the role first (one that was killed is a member until its session ends)");
        }
        List<String> topics = get("list the topics", admin.listTopics().names()).stream()
                .filter(topic -> topic.startsWith(id)
                        && INTERNAL.matcher(topic.substring(id.length())).matches())
                .sorted()
                .toList();
        boolean hasPosition = !get(
                        "list the offsets of group " + id,
                        admin.listConsumerGroupOffsets(id).partitionsToOffsetAndMetadata())
                .isEmpty();
        return new Application(id, topics, hasPosition);
    }

    /** Deletes it. */
    public void delete(Admin admin) throws InterruptedException {
        get("delete topics of " + id, admin.deleteTopics(topics).all());
        if (hasPosition) {
            get("delete group " + id, admin.deleteConsumerGroups(List.of(id)).all());
        }
    }

    private static <T> T get(String what, KafkaFuture<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot " + what + ": " + FailureText.of(e), e);
        }
    }
}
