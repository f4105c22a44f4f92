package io.copydesk.standalone.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.ingest.page.Page;
import io.copydesk.kit.lineage.TraceParent;
import io.copydesk.schemas.EventHeaders;
import io.copydesk.schemas.Topic;
import io.copydesk.schemas.TopicHeader;
import io.copydesk.schemas.Topics;
import io.copydesk.standalone.demo.SamplePages;
import io.copydesk.standalone.replay.PageFeed;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The headers of every record of every public topic of a run over the sample sites, on a real broker. */
class EventHeadersIT {

    @RegisterExtension
    static final TestKafka KAFKA = new TestKafka();

    private final List<Page> pages = SamplePages.load();
    private final Set<String> traces =
            pages.stream().map(page -> TraceParent.of(page.inputId()).traceId()).collect(Collectors.toSet());

    @Test
    void everyPublicRecordIsACloudEventOfItsFetch() throws Exception {
        PipelineOptions options = KAFKA.options(2);
        Set<String> causes = new TreeSet<>();
        Set<String> ids = new HashSet<>();
        Set<String> tombstones = new TreeSet<>();
        try (LocalPipeline pipeline = LocalPipeline.start(options)) {
            try (PageFeed feed = new PageFeed(pipeline.cluster().clients(), pipeline.prefix())) {
                pages.forEach(feed::page);
                feed.flush();
            }
            pipeline.awaitSettled(open -> {});
            for (Topic<?> topic : Topics.published()) {
                List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
                pipeline.reader().read(topic.name(options.prefix()), false, records::add);
                // The sample's sites are too small to learn from.
                assertThat(records.isEmpty()).as(topic.name()).isEqualTo(topic.equals(Topics.SITE_BOILERPLATE));
                for (ConsumerRecord<byte[], byte[]> record : records) {
                    isEvent(topic, record);
                    assertThat(ids.add(header(record, "ce_source") + " " + header(record, "ce_id")))
                            .as("an id of its own: %s", record)
                            .isTrue();
                    causes.add(header(record, "copydesk-cause"));
                    if (record.value() == null) {
                        tombstones.add(topic.name());
                    }
                }
            }
        }
        assertThat(causes).contains("new", "revised", "relations", "story");
        assertThat(tombstones).contains("stories");
    }

    private void isEvent(Topic<?> topic, ConsumerRecord<byte[], byte[]> record) {
        boolean removed = record.value() == null;
        for (TopicHeader declared : EventHeaders.all()) {
            assertThat(record.headers().headers(declared.name()))
                    .as("%s of %s", declared.name(), record)
                    .hasSize(declared.always() || !removed ? 1 : 0);
        }
        Set<String> known =
                Topics.headers(topic).stream().map(TopicHeader::name).collect(Collectors.toSet());
        record.headers()
                .forEach(header -> assertThat(known).as("declared headers").contains(header.key()));
        assertThat(header(record, "ce_type"))
                .isEqualTo("io.copydesk." + topic.name() + (removed ? ".removed" : ".updated"));
        assertThat(Instant.parse(header(record, "ce_time")).toEpochMilli()).isEqualTo(record.timestamp());
        assertThat(TraceParent.in(record.headers()).orElseThrow().traceId())
                .as("the trace of one of the pages")
                .isIn(traces);
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
