package io.copydesk.kit.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {

    private static final String GOOD = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @ParameterizedTest
    @ValueSource(strings = {GOOD, "cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-what-the-future-holds"})
    void aTraceIsRead(String text) {
        assertThat(TraceParent.in(headers(text))).map(TraceParent::text).contains(GOOD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7"
            })
    void whatIsNoTraceIsNotRead(String text) {
        assertThat(TraceParent.in(headers(text))).isEmpty();
        assertThat(TraceParent.in(new RecordHeaders())).isEmpty();
    }

    @Test
    void anInputHasOneTrace() {
        assertThat(TraceParent.of("i1")).isEqualTo(TraceParent.of("i1")).isNotEqualTo(TraceParent.of("i2"));
        assertThat(TraceParent.in(headers(TraceParent.of("i1").text()))).contains(TraceParent.of("i1"));
    }

    @Test
    void markingAnInputKeepsATraceThatThereIs() {
        RecordHeaders headers = headers(GOOD);
        Lineage.mark(headers, "i1");
        assertThat(TraceParent.in(headers)).map(TraceParent::text).contains(GOOD);
    }

    private static RecordHeaders headers(String text) {
        RecordHeaders headers = new RecordHeaders();
        headers.add("traceparent", text.getBytes(StandardCharsets.UTF_8));
        return headers;
    }
}
