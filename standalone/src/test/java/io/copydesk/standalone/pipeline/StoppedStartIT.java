package io.copydesk.standalone.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copydesk.schemas.Topics;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 3, unit = TimeUnit.MINUTES)
class StoppedStartIT {

    @TempDir
    private Path folder;

    /** Ctrl-C when the broker is up, and while the services start. */
    @Test
    void aStartThatIsStoppedLeavesTheFolderToTheNextOne() throws InterruptedException {
        PipelineOptions options = new PipelineOptions(null, folder.resolve("data"), Topics.DEFAULT_PREFIX, 1);
        AtomicInteger asked = new AtomicInteger();

        assertThatThrownBy(() -> LocalPipeline.start(options.withUnwanted(() -> true)))
                .isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> LocalPipeline.start(options.withUnwanted(() -> asked.incrementAndGet() > 1)))
                .isInstanceOf(CancellationException.class);

        try (LocalPipeline pipeline = LocalPipeline.start(options)) {
            pipeline.requireAlive();
            assertThat(pipeline.partitions()).isEqualTo(1);
        }
    }
}
