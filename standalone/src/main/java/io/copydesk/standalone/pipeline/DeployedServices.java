package io.copydesk.standalone.pipeline;

import io.copydesk.kit.failure.FailureText;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** Services that run elsewhere, known by the members of their consumer groups. */
final class DeployedServices {

    /** They may start at the same time as the command that feeds them. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final long PAUSE_MILLIS = 250;

    private DeployedServices() {}

    /**
     * Waits until each of the applications has a member.
     *
     * @throws UsageException when one has none for half a minute
     */
    static void await(Admin admin, List<String> applicationIds) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (String id : applicationIds) {
            while (members(admin, id) == 0) {
                if (System.nanoTime() > end) {
                    throw new UsageException(
                            "no service of group " + id + " runs on this cluster; start it (copydesk service"
                                    + " clean enrich), or let this command clean and enrich with --with-services");
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        }
    }

    /** How many members the group of an application has. */
    static int members(Admin admin, String group) throws InterruptedException {
        try {
            return admin.describeConsumerGroups(List.of(group)).all().get().values().stream()
                    .mapToInt(found -> found.members().size())
                    .sum();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return 0;
            }
            throw new IllegalStateException("cannot describe group " + group + ": " + FailureText.of(e), e);
        }
    }
}
