package io.copydesk.lab.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoadReportTest {

    private static final long MILLI = 1_000_000L;

    @Test
    void sharesStreamThreadsOutBySamplesAndLeavesTheObserverOut() {
        Map<ThreadRole, Long> used = Map.of(
                ThreadRole.STREAMS, 800 * MILLI,
                ThreadRole.BROKER, 150 * MILLI,
                ThreadRole.STORES, 50 * MILLI,
                ThreadRole.OBSERVER, 700 * MILLI);
        Map<String, Integer> samples = Map.of("clean", 30, "stores", 10);

        LoadReport report =
                LoadReport.of(new LoadReport.Fed(100, 2_000_000, 4, 0, 0), 2, used, samples, 2.5, 0, null, null);

        assertThat(report.cpuMillisAPage()).isCloseTo(10, within(1e-9));
        assertThat(report.parts().get("clean")).isCloseTo(6, within(1e-9));
        assertThat(report.parts().get("stores")).isCloseTo(2.5, within(1e-9));
        assertThat(report.parts().get("broker")).isCloseTo(1.5, within(1e-9));
        assertThat(report.observerMillisAPage()).isCloseTo(7, within(1e-9));
        assertThat(report.ratio()).isCloseTo(4, within(1e-9));
        assertThat(report.pagesPerSecond()).isCloseTo(25, within(1e-9));
        assertThat(report.pagesPerCpuSecond()).isCloseTo(100, within(1e-9));
        assertThat(report.samples()).isEqualTo(40);
        assertThat(report.megabytes()).isCloseTo(2, within(1e-9));
        assertThat(report.parts().keySet()).containsExactlyElementsOf(CpuParts.ORDER);
    }

    @Test
    void leavesStreamThreadsWholeWithoutSamples() {
        LoadReport report = LoadReport.of(
                new LoadReport.Fed(1, 1, 1, 0, 0),
                1,
                Map.of(ThreadRole.STREAMS, 8 * MILLI),
                Map.of(),
                0,
                0,
                null,
                null);

        assertThat(report.parts().get("streams")).isCloseTo(8, within(1e-9));
        assertThat(report.ratio()).isZero();
    }

    @Test
    void countsASampleForThePartThatItIsInnermostIn() {
        assertThat(StackParts.part(List.of(
                        "com.fasterxml.jackson.core.json.UTF8JsonGenerator",
                        "io.copydesk.schemas.Json",
                        "org.apache.kafka.streams.state.internals.MeteredKeyValueStore",
                        "io.copydesk.enrich.EnrichProcessor")))
                .isEqualTo("serialisation");
        assertThat(StackParts.part(List.of(
                        "java.util.HashMap",
                        "io.copydesk.ingest.clean.VersionProcessor",
                        "org.apache.kafka.streams.processor.internals.ProcessorNode",
                        "io.copydesk.ingest.clean.CleanProcessor")))
                .isEqualTo("version");
        assertThat(StackParts.part(
                        List.of("java.util.HashMap", "org.apache.kafka.streams.processor.internals.StreamThread")))
                .isEqualTo("streams");
    }

    @Test
    void inventsPagesOfRealWeightThatDifferByNumberOnly() {
        InventedWeb web = new InventedWeb(7, 3);

        assertThat(web.page(5).body().length).isBetween(200_000, 300_000);
        assertThat(web.page(5).body()).isEqualTo(new InventedWeb(7, 3).page(5).body());
        assertThat(web.page(5).body()).isNotEqualTo(web.page(6).body());
        assertThat(web.next().url()).isNotEqualTo(web.next().url());
    }
}
