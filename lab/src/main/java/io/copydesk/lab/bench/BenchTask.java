package io.copydesk.lab.bench;

import io.copydesk.extraction.SourceDocument;
import java.io.IOException;

/** What is done to a page while the clock runs. */
@FunctionalInterface
public interface BenchTask {

    /** Does it; the result is only there so that nothing of the work can be left out. */
    Object on(SourceDocument page) throws IOException;
}
