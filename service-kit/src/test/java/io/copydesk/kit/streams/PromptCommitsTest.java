package io.copydesk.kit.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedPunctuator;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.Test;

class PromptCommitsTest {

    private static final long NOW = 1_900_000_000_000L;

    private final MockProcessorContext<String, String> context = new MockProcessorContext<>();
    private final Processor<String, String, String, String> processor =
            PromptCommits.of(Forwarding::new).get();

    @Test
    void commitsOnceAfterFreshRecords() {
        CapturedPunctuator look = init();
        process(NOW - 50);
        process(NOW - 10);

        look.getPunctuator().punctuate(NOW);
        assertThat(context.committed()).isTrue();
        context.resetCommit();
        look.getPunctuator().punctuate(NOW + 100);

        assertThat(context.committed()).isFalse();
        assertThat(context.forwarded()).hasSize(2);
    }

    @Test
    void leavesRecordsThatWaitedToTheCommitInterval() {
        CapturedPunctuator look = init();
        process(NOW - 10);
        process(NOW - PromptCommits.FRESH_MILLIS);

        look.getPunctuator().punctuate(NOW);

        assertThat(context.committed()).isFalse();
    }

    @Test
    void commitsNothingWithoutRecords() {
        init().getPunctuator().punctuate(NOW);

        assertThat(context.committed()).isFalse();
    }

    private CapturedPunctuator init() {
        context.setCurrentSystemTimeMs(NOW);
        processor.init(context);
        List<CapturedPunctuator> scheduled = context.scheduledPunctuators();
        assertThat(scheduled).singleElement().satisfies(look -> {
            assertThat(look.getType()).isEqualTo(PunctuationType.WALL_CLOCK_TIME);
            assertThat(look.getInterval()).isEqualTo(PromptCommits.PERIOD);
        });
        return scheduled.get(0);
    }

    private void process(long timestamp) {
        processor.process(new Record<>("key", "value", timestamp));
    }

    private static final class Forwarding implements Processor<String, String, String, String> {
        private ProcessorContext<String, String> context;

        @Override
        public void init(ProcessorContext<String, String> assigned) {
            context = assigned;
        }

        @Override
        public void process(Record<String, String> record) {
            context.forward(record);
        }
    }
}
