package io.copydesk.ingest;

import io.copydesk.extraction.charset.TextDecoder;
import io.copydesk.ingest.clean.ExtractionSettings;
import io.copydesk.ingest.fetch.FetchService;
import io.copydesk.ingest.fetch.FetchSettings;
import io.copydesk.ingest.fetch.Fetcher;
import io.copydesk.ingest.fetch.HostResolver;
import io.copydesk.ingest.frontier.FrontierSettings;
import io.copydesk.kit.Role;
import io.copydesk.kit.ServiceContext;
import io.copydesk.kit.streams.RunningService;
import io.copydesk.kit.streams.StreamsApplication;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The roles of this module: {@code clean}, {@code frontier} and {@code fetch}. */
public final class IngestRoles {

    /** The role of {@link IngestMain} when its arguments name none. */
    static final String CLEAN = "clean";

    private static final Logger LOG = LoggerFactory.getLogger(IngestRoles.class);

    private IngestRoles() {}

    /** All of them, looking up hosts with {@code resolver}. */
    public static List<Role> all(HostResolver resolver) {
        return List.of(
                Role.streams(CLEAN, Map.of("extraction", ExtractionSettings.defaults()), IngestRoles::clean),
                pushed(Role.streams(
                        "frontier",
                        Map.of("fetch", FetchSettings.defaults(), "frontier", FrontierSettings.defaults()),
                        IngestRoles::frontier)),
                new Role("fetch", Map.of("fetch", FetchSettings.defaults()), context -> fetch(context, resolver)));
    }

    private static StreamsApplication clean(ServiceContext context) {
        List<String> missing = TextDecoder.missingCharsets();
        if (!missing.isEmpty()) {
            LOG.warn(
                    "this Java runtime lacks the charsets {}: pages that declare one become dead letters, others may be misread;"
                            + " use a runtime with the module jdk.charsets",
                    String.join(", ", missing));
        }
        return IngestApplication.of(
                context.prefix(),
                context.configuration().get(ExtractionSettings.class),
                context.kafka(),
                context.streams());
    }

    private static StreamsApplication frontier(ServiceContext context) {
        return FrontierApplication.of(
                context.prefix(),
                context.configuration().get(FrontierSettings.class),
                context.configuration().get(FetchSettings.class),
                context.kafka(),
                context.streams());
    }

    /** With the callback for hubs beside it. */
    private static Role pushed(Role frontier) {
        return new Role(
                frontier.name(),
                frontier.sections(),
                frontier.preparation(),
                context -> FrontierApplication.pushed(
                        frontier.service().apply(context),
                        context.prefix(),
                        context.configuration().get(FrontierSettings.class),
                        context.configuration().get(FetchSettings.class),
                        context.kafka(),
                        context.meters()));
    }

    private static RunningService fetch(ServiceContext context, HostResolver resolver) {
        FetchSettings settings = context.configuration().get(FetchSettings.class);
        Duration half = context.streams().closeTimeout().dividedBy(2);
        return new FetchService(
                context.prefix(),
                context.kafka().asInstanceIn(context.streams().stateDir()),
                Fetcher.create(settings, resolver, Clock.systemUTC()),
                settings.maxConnections(),
                half,
                Clock.systemUTC(),
                context.meters());
    }
}
