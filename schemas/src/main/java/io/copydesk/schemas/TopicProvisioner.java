package io.copydesk.schemas;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the catalogue's topics where they are missing, and raises size limits that are too low on those that exist. */
public final class TopicProvisioner {

    private final Admin admin;
    private final String prefix;
    private final Compression compression;

    /** For the topics of {@code prefix} on the cluster behind {@code admin}, which stays the caller's to close. */
    public TopicProvisioner(Admin admin, String prefix) {
        this(admin, prefix, Compression.GZIP);
    }

    /**
     * The same with a codec.
     *
     * @param compression of public topics that are missing
     */
    public TopicProvisioner(Admin admin, String prefix, Compression compression) {
        this.admin = admin;
        this.prefix = prefix;
        this.compression = compression;
    }

    /**
     * Creates the topics that are missing and returns the number of partitions. Those that exist, changelogs and repartition
     * topics of the services included, take records of {@link Topics#MAX_RECORD_BYTES} afterwards.
     *
     * @param partitions for new topics; topics that exist keep theirs
     * @return the partitions of {@code articles}, which all topics that are split by site share
     * @throws IllegalStateException when the cluster refuses, or existing topics differ in partitions
     */
    public int provision(int partitions) {
        try {
            Set<String> present = admin.listTopics().names().get();
            int inForce = partitionsOf(present).orElse(partitions);
            List<NewTopic> missing = new ArrayList<>();
            for (Topic<?> topic : Topics.all()) {
                if (!present.contains(topic.name(prefix))) {
                    missing.add(new NewTopic(topic.name(prefix), Optional.of(inForce), Optional.empty())
                            .configs(topic.settings(compression)));
                }
            }
            create(missing);
            new RecordLimits(admin).raise(present.stream().filter(this::isOurs).toList());
            return inForce;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while creating topics", e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new IllegalStateException(
                    "the cluster refused to create or describe topics: " + cause.getMessage(), e);
        }
    }

    /** Whether a topic is one of the catalogue, or internal to one of the services of the prefix. */
    private boolean isOurs(String topic) {
        String services = "copydesk-" + prefix;
        return Topics.all().stream().anyMatch(known -> known.name(prefix).equals(topic))
                || topic.startsWith(services)
                        && topic.substring(services.length()).matches("[a-z]+-.+-(changelog|repartition)");
    }

    private Optional<Integer> partitionsOf(Set<String> present) throws ExecutionException, InterruptedException {
        List<String> known = Topics.all().stream()
                .map(t -> t.name(prefix))
                .filter(present::contains)
                .toList();
        Map<String, TopicDescription> described =
                admin.describeTopics(known).allTopicNames().get();
        List<Integer> counts = described.values().stream()
                .map(d -> d.partitions().size())
                .distinct()
                .toList();
        if (counts.size() > 1) {
            throw new IllegalStateException("the topics of prefix " + prefix + " differ in their number of partitions "
                    + counts + "; make them equal or use another prefix");
        }
        return counts.stream().findFirst();
    }

    private void create(List<NewTopic> missing) throws ExecutionException, InterruptedException {
        try {
            admin.createTopics(missing).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }
}
