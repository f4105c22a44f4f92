package io.copydesk.ingest.archive;

import java.io.IOException;
import java.nio.file.Path;

/** A path that was named does not exist. Thrown before anything is read. */
public final class MissingInputException extends IOException {

    private static final long serialVersionUID = 1L;

    MissingInputException(Path path) {
        super("There is no file or folder \"" + path + "\"");
    }
}
