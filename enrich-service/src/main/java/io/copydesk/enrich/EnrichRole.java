package io.copydesk.enrich;

import io.copydesk.kit.Role;
import io.copydesk.kit.ServiceContext;
import io.copydesk.kit.streams.RunningService;
import io.copydesk.kit.streams.StreamsRunner;
import java.time.Clock;
import java.util.Map;

/** The role {@code enrich}. */
public final class EnrichRole {

    /** The word that selects it. */
    static final String NAME = "enrich";

    private EnrichRole() {}

    /** The role. */
    public static Role create() {
        return new Role(NAME, Map.of("enrich", EnrichSettings.defaults()), EnrichRole::service);
    }

    private static RunningService service(ServiceContext context) {
        return new StreamsRunner(
                EnrichApplication.of(
                                context.prefix(),
                                context.partitions(),
                                context.configuration().get(EnrichSettings.class),
                                context.kafka(),
                                context.streams())
                        .withMeters(context.meters()),
                Clock.systemUTC());
    }
}
