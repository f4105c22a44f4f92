package io.copydesk.alerts;

import io.copydesk.ingest.fetch.HostResolver;
import io.copydesk.kit.ServiceProcess;
import java.util.List;

/** The alerts as a process of its own: {@code --config FILE} and {@code --section.key VALUE}. */
public final class AlertsMain {
    private AlertsMain() {}

    /** Runs until it is terminated; exits with 0, with 1 after a failure, with 2 when misconfigured. */
    public static void main(String[] arguments) {
        System.exit(new ServiceProcess(List.of(AlertsRole.create(HostResolver.system())), AlertsRole.NAME)
                .run(System.getenv(), arguments));
    }
}
