package io.copydesk.enrich;

import io.copydesk.kit.Role;
import io.copydesk.kit.ServiceContext;
import io.copydesk.kit.streams.StreamsApplication;
import java.util.Map;

/** The role {@code enrich}. */
public final class EnrichRole {

    /** The word that selects it. */
    static final String NAME = "enrich";

    private EnrichRole() {}

    /** The role. */
    public static Role create() {
        return Role.streams(NAME, Map.of("enrich", EnrichSettings.defaults()), EnrichRole::application)
                .preparedBy(Enrichment::loadTables);
    }

    private static StreamsApplication application(ServiceContext context) {
        return EnrichApplication.of(
                context.prefix(),
                context.partitions(),
                context.configuration().get(EnrichSettings.class),
                context.kafka(),
                context.streams());
    }
}
