package io.copydesk.standalone.command;

import io.copydesk.schemas.DeadLetter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Selects the dead letters of a command; all by default. */
final class DeadLetterFilter {

    @Option(
            names = "--stage",
            paramLabel = "STAGE",
            description = "Only dead letters of this stage: ${COMPLETION-CANDIDATES}.")
    private DeadLetter.@Nullable Stage stage;

    @Option(names = "--reason", paramLabel = "REASON", description = "Only dead letters with this reason.")
    private @Nullable String reason;

    @Option(names = "--id", paramLabel = "ID", description = "Only the dead letter with this id.")
    private @Nullable String id;

    boolean accepts(DeadLetter letter) {
        return (stage == null || stage == letter.stage())
                && (reason == null || reason.equals(letter.reason()))
                && (id == null || id.equals(letter.id()));
    }
}
