package io.copydesk.standalone.command;

import io.copydesk.schemas.DeadLetter;
import io.copydesk.schemas.Json;
import picocli.CommandLine.Option;

/** Which dead letters a command is about; all, unless told otherwise. */
final class DeadLetterFilter {

    @Option(names = "--stage", paramLabel = "STAGE", description = "Only those of this stage, for example clean.")
    private String stage;

    @Option(names = "--reason", paramLabel = "REASON", description = "Only those with this reason.")
    private String reason;

    @Option(names = "--id", paramLabel = "ID", description = "Only the one with this id.")
    private String id;

    boolean accepts(DeadLetter letter) {
        return (stage == null || stage.equals(Json.label(letter.stage())))
                && (reason == null || reason.equals(letter.reason()))
                && (id == null || id.equals(letter.id()));
    }
}
