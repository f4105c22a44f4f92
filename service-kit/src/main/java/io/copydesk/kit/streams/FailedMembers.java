package io.copydesk.kit.streams;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberToRemove;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes stream threads that have failed out of their group. Each is a static member (KIP-345), whose partitions nobody is given until
 * its session ends; the thread in its place is a new member with a name of its own.
 *
 * <p>Safe for use by several threads.
 */
final class FailedMembers {

    private static final Logger LOG = LoggerFactory.getLogger(FailedMembers.class);

    /** After that the session has ended, unless it is longer than Kafka's default of 45 s. */
    private static final Duration LIMIT = Duration.ofMinutes(1);

    /** How Kafka Streams names its threads; a member's name ends with the same number. */
    private static final Pattern THREAD = Pattern.compile(".*-StreamThread-(\\d+)");

    private final KafkaSettings kafka;
    private final String group;
    private final String instance;

    /** @param instance the {@code group.instance.id} of the client, without the number of a thread */
    FailedMembers(KafkaSettings kafka, String group, String instance) {
        this.kafka = kafka;
        this.group = group;
        this.instance = instance;
    }

    /** Takes the member of a thread out, in a thread of its own: the brokers may be away for a while. */
    void remove(String thread) {
        Matcher number = THREAD.matcher(thread);
        if (number.matches()) {
            String member = instance + "-" + number.group(1);
            Thread removal = new Thread(() -> removeMember(member), "copydesk-failed-member");
            removal.setDaemon(true);
            removal.start();
        }
    }

    private void removeMember(String member) {
        try (Admin admin = Admin.create(kafka.admin(LIMIT))) {
            admin.removeMembersFromConsumerGroup(
                            group, new RemoveMembersFromConsumerGroupOptions(List.of(new MemberToRemove(member))))
                    .all()
                    .get();
            LOG.info("{} is taken out of the group {}: its thread has failed", member, group);
        } catch (ExecutionException e) {
            LOG.warn(
                    "{} stays in the group {} until its session ends: {}", member, group, String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
