package io.copydesk.kit;

import io.copydesk.kit.streams.RocksLibrary;
import io.copydesk.kit.streams.RunningService;
import io.copydesk.kit.streams.StreamsApplication;
import io.copydesk.kit.streams.StreamsRunner;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;

/**
 * A part of the pipeline that a process can run.
 *
 * @param name the word that selects it, such as {@code clean}
 * @param sections of the configuration that it reads beside {@code kafka}, {@code streams}, {@code health} and {@code topics}:
 *     name to defaults
 * @param preparation loads what the service needs and what is the same for all: it is run beside the first steps of a start, and
 *     the service loads what it left out
 * @param service makes it; nothing of it runs yet
 */
public record Role(
        String name,
        Map<String, Record> sections,
        Runnable preparation,
        Function<ServiceContext, RunningService> service) {

    public Role {
        sections = Map.copyOf(sections);
    }

    /** A role without a preparation. */
    public Role(String name, Map<String, Record> sections, Function<ServiceContext, RunningService> service) {
        this(name, sections, () -> {}, service);
    }

    /**
     * A role that is an application of Kafka Streams, whose records are counted.
     *
     * @param application makes it
     */
    public static Role streams(
            String name, Map<String, Record> sections, Function<ServiceContext, StreamsApplication> application) {
        return new Role(
                name,
                sections,
                RocksLibrary::load,
                context ->
                        new StreamsRunner(application.apply(context).withMeters(context.meters()), Clock.systemUTC()));
    }

    /** This role with one more preparation. */
    public Role preparedBy(Runnable more) {
        return new Role(
                name,
                sections,
                () -> {
                    preparation.run();
                    more.run();
                },
                service);
    }
}
