package io.copydesk.alerts;

import io.copydesk.ingest.fetch.HostResolver;
import io.copydesk.kit.Role;
import io.copydesk.kit.ServiceContext;
import io.copydesk.kit.streams.RunningService;
import java.util.Map;

/** The role {@code alerts}. */
public final class AlertsRole {

    /** The word that selects it. */
    public static final String NAME = "alerts";

    private AlertsRole() {}

    /**
     * The role.
     *
     * @param resolver looks up the hosts of webhooks
     */
    public static Role create(HostResolver resolver) {
        return new Role(NAME, Map.of("alerts", AlertsSettings.defaults()), context -> service(context, resolver));
    }

    private static RunningService service(ServiceContext context, HostResolver resolver) {
        return AlertsApplication.of(
                context.prefix(),
                context.configuration().get(AlertsSettings.class),
                context.kafka(),
                context.streams(),
                resolver,
                System.getenv(),
                context.meters());
    }
}
