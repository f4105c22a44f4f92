package io.copydesk.lab.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.lab.load.CpuTimes.Used;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CpuTimesTest {

    @Test
    void readsTheTimeOfAThreadWhoseNameHasBlanksAndBrackets() {
        String stat = "4711 (C2 CompilerThre) S 1 2 3 4 5 6 7 8 9 10 250 50 0 0 20 0 1";
        String odd = "4711 (a) b (c) S 1 2 3 4 5 6 7 8 9 10 250 50 0 0 20 0 1";

        assertThat(CpuTimes.ofStat(stat)).isEqualTo(new Used(ThreadRole.COMPILATION, 3_000_000_000L));
        assertThat(CpuTimes.ofStat(odd)).isEqualTo(new Used(ThreadRole.OTHER, 3_000_000_000L));
    }

    @Test
    void subtractsThreadByThreadAndLeavesTheRestToOther() {
        CpuTimes start = new CpuTimes(
                100, Map.of(1L, new Used(ThreadRole.STREAMS, 30), 2L, new Used(ThreadRole.BROKER, 50)), Map.of());
        CpuTimes end = new CpuTimes(
                200,
                Map.of(1L, new Used(ThreadRole.STREAMS, 70), 3L, new Used(ThreadRole.STREAMS, 20)),
                Map.of("9", new Used(ThreadRole.COLLECTION, 10)));

        assertThat(end.since(start))
                .isEqualTo(Map.of(ThreadRole.STREAMS, 60L, ThreadRole.COLLECTION, 10L, ThreadRole.OTHER, 30L));
    }

    @Test
    void countsWhatThisThreadDoes() {
        CpuTimes start = CpuTimes.now();
        long sum = 0;
        for (long i = 0; CpuTimes.now().since(start).get(ThreadRole.OTHER) < 100_000_000L; i++) {
            sum += i;
        }

        assertThat(sum).isNotNegative();
        // The JDK counts the process's time in ticks of 10 ms, of user mode and of the kernel each; that of threads in
        // nanoseconds.
        assertThat(CpuTimes.now().process() - start.process()).isGreaterThanOrEqualTo(80_000_000L);
    }

    @ParameterizedTest
    @CsvSource({
        "copydesk-news.enrich-1-StreamThread-2, STREAMS",
        "kafka-producer-network-thread | copydesk-news.enrich-1-StreamThread-2-producer, CLIENTS",
        "kafka-producer-network-thread | feed, FEED",
        "kafka-admin-client-thread | observer, OBSERVER",
        "load-observer, OBSERVER",
        "data-plane-kafka-request-handler-3, BROKER",
        "kafka-log-cleaner-thread-0, BROKER",
        "main, OTHER"
    })
    void tellsTheRoleOfAThreadByItsName(String name, ThreadRole role) {
        assertThat(ThreadRole.of(name)).isEqualTo(role);
    }
}
