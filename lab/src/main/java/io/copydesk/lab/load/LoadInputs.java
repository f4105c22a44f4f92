package io.copydesk.lab.load;

import io.copydesk.ingest.page.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is fed to the pipeline. For one thread. */
public interface LoadInputs {

    /** The next input, {@code null} after the last of a pass. */
    @Nullable
    Page next();

    /** Begins again with the first. */
    void restart();

    /** Whether there is a last one: then each pass over them needs a pipeline that has not seen them. */
    boolean isFinite();

    /** Pages for the bare parse: all of a finite corpus, else some. Empty for documents, which are not parsed. */
    List<Page> sample();
}
