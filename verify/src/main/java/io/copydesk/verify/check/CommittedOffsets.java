package io.copydesk.verify.check;

import io.copydesk.verify.state.UnprocessedRecords;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnstableOffsetCommitException;

/** What the services of a pipeline have committed: readable, and up to the ends of what they read. */
final class CommittedOffsets {

    /** Longer than a transaction may take to end once it was seen not to be held. */
    private static final int TIMEOUT_MS = 30_000;

    private CommittedOffsets() {}

    static void check(Properties client, String prefix, boolean running, Findings findings)
            throws InterruptedException {
        try (Admin admin = Admin.create(client)) {
            List<String> groups = admin.listGroups().all().get().stream()
                    .map(GroupListing::groupId)
                    .filter(group -> group.startsWith("copydesk-" + prefix))
                    .toList();
            for (String group : groups) {
                stable(admin, group, findings);
            }
            // Without a group no service ever ran here; then the ledger says what is missing.
            if (!running && !groups.isEmpty()) {
                new UnprocessedRecords(admin, prefix, groups)
                        .byPartition()
                        .forEach((partition, records) ->
                                findings.add(Rule.NOT_PROCESSED, records + " records of " + partition));
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot read the committed offsets", e);
        }
    }

    private static void stable(Admin admin, String group, Findings findings)
            throws ExecutionException, InterruptedException {
        try {
            admin.listConsumerGroupOffsets(
                            group,
                            new ListConsumerGroupOffsetsOptions()
                                    .requireStable(true)
                                    .timeoutMs(TIMEOUT_MS))
                    .partitionsToOffsetAndMetadata()
                    .get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnstableOffsetCommitException || e.getCause() instanceof TimeoutException) {
                findings.add(Rule.OFFSET_UNSTABLE, group + ": " + e.getCause().getMessage());
            } else {
                throw e;
            }
        }
    }
}
