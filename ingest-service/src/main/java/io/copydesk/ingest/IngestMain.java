package io.copydesk.ingest;

import io.copydesk.ingest.fetch.HostResolver;
import io.copydesk.kit.ServiceProcess;

/**
 * Roles of {@link IngestRoles} as a process of their own: their names, {@code --config FILE} and {@code --section.key VALUE};
 * without a name the role {@code clean}.
 */
public final class IngestMain {
    private IngestMain() {}

    /** Runs until asked to stop; exits with 0, 1 after a failure, 2 when misconfigured. */
    public static void main(String[] arguments) {
        System.exit(new ServiceProcess(IngestRoles.all(HostResolver.system()), IngestRoles.CLEAN)
                .run(System.getenv(), arguments));
    }
}
