package io.copydesk.verify.check;

import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a run.
 *
 * @param inputs ids of everything that was put in
 * @param deadLetters what must end as dead letters: ids of inputs, or topic-partition@offset of records without one
 * @param reference folder with the final state of an undisturbed run over the same corpus, as {@code replay --out} writes it
 * @param seen what a subscriber got meanwhile, see {@link SubscriberLog}
 * @param running whether the services still run: what has not arrived yet is no finding
 */
public record Truth(
        Set<String> inputs,
        Set<String> deadLetters,
        @Nullable Path reference,
        @Nullable Path seen,
        boolean running) {

    public Truth {
        inputs = Set.copyOf(inputs);
        deadLetters = Set.copyOf(deadLetters);
    }
}
