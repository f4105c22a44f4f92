package io.copydesk.lab.seeded;

import io.copydesk.enrich.EnrichTopology;
import io.copydesk.schemas.Topics;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The subtopologies of the two services, each run as one task for each of its partitions. */
enum Stage {
    CLEAN(
            Service.INGEST,
            List.of(Topics.PAGES.name(Stage.PREFIX), Topics.ARTICLES.name(Stage.PREFIX)),
            Set.of("observations", "site-pages", "site-furniture", "announced-pages", "withdrawals"),
            Set.of()),
    SITE(
            Service.ENRICH,
            List.of(Topics.ARTICLES.name(Stage.PREFIX), Stage.ASSIGN),
            Set.of("versions", "latest", "assembled"),
            Set.of(EnrichTopology.DECIDE)),
    DECIDE(
            Service.ENRICH,
            List.of(Stage.TO_DECIDE),
            Set.of(EnrichTopology.SKETCHES),
            Set.of(EnrichTopology.ENRICH, EnrichTopology.ASSEMBLE));

    /** The services, whose processes share nothing but the log. */
    enum Service {
        INGEST,
        ENRICH;

        String applicationId() {
            return "simulated-" + name().toLowerCase(Locale.ROOT);
        }
    }

    static final String PREFIX = "sim.";
    static final String TO_DECIDE = "simulated-enrich-decide-repartition";
    static final String ASSIGN = "simulated-enrich-assign-repartition";

    private final Service service;
    private final List<String> inputs;
    private final Set<String> stores;
    private final Set<String> elsewhere;

    Stage(Service service, List<String> inputs, Set<String> stores, Set<String> elsewhere) {
        this.service = service;
        this.inputs = inputs;
        this.stores = stores;
        this.elsewhere = elsewhere;
    }

    Service service() {
        return service;
    }

    List<String> inputs() {
        return inputs;
    }

    /** Whether a store belongs to this subtopology. */
    boolean owns(String store) {
        return stores.contains(store);
    }

    Set<String> stores() {
        return stores;
    }

    /** Whether a processor of the service's topology belongs to another subtopology. */
    boolean runsElsewhere(String processor) {
        return elsewhere.contains(processor);
    }

    String changelog(String store) {
        return service.applicationId() + "-" + store + "-changelog";
    }

    /** Whether its stores hold a timestamp with each value. */
    boolean isTimestamped() {
        return this == DECIDE;
    }

    static boolean isRepartition(String topic) {
        return topic.equals(TO_DECIDE) || topic.equals(ASSIGN);
    }

    static boolean isChangelog(String topic) {
        return topic.endsWith("-changelog");
    }

    int tasks(int partitions) {
        return this == DECIDE ? 1 : partitions;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
