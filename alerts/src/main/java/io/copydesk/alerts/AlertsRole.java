package io.copydesk.alerts;

import io.copydesk.kit.Role;
import io.copydesk.kit.ServiceContext;
import io.copydesk.kit.streams.StreamsApplication;
import java.util.Map;

/** The role {@code alerts}. */
public final class AlertsRole {

    /** The word that selects it. */
    public static final String NAME = "alerts";

    private AlertsRole() {}

    /** The role. */
    public static Role create() {
        return Role.streams(NAME, Map.of("alerts", AlertsSettings.defaults()), AlertsRole::application);
    }

    private static StreamsApplication application(ServiceContext context) {
        return AlertsApplication.of(
                context.prefix(),
                context.configuration().get(AlertsSettings.class),
                context.kafka(),
                context.streams());
    }
}
