package io.copydesk.kit.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.schemas.Cause;
import io.copydesk.schemas.EventHeaders;
import io.copydesk.schemas.Story;
import io.copydesk.schemas.TopicHeader;
import io.copydesk.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.Test;

class EventsTest {

    private static final long ARRIVED = 1_774_435_201_512L;

    private final MockProcessorContext<String, Object> context = new MockProcessorContext<>();
    private final Record<String, Object> story = new Record<>("urn:s", "the story", ARRIVED);
    private final Record<String, Object> tombstone = new Record<>("urn:s", null, ARRIVED);

    @Test
    void aRecordHasEveryHeaderThatTheCatalogueDeclares() {
        Headers headers = begun(7, "i1").of(Topics.STORIES, story, Cause.STORY).headers();

        for (TopicHeader declared : EventHeaders.all()) {
            assertThat(headers.headers(declared.name())).as(declared.name()).hasSize(1);
        }
        assertThat(text(headers, "ce_specversion")).isEqualTo("1.0");
        assertThat(text(headers, "ce_id")).matches("[0-9a-f]{32}");
        assertThat(text(headers, "ce_source")).isEqualTo("urn:copydesk:stage:decide");
        assertThat(text(headers, "ce_type")).isEqualTo("io.copydesk.stories.updated");
        assertThat(text(headers, "ce_time")).isEqualTo("2026-03-25T10:40:01.512Z");
        assertThat(text(headers, "ce_dataschema")).isEqualTo(EventHeaders.schema(Story.class));
        assertThat(text(headers, "content-type")).isEqualTo("application/json");
        assertThat(text(headers, "copydesk-cause")).isEqualTo("story");
    }

    @Test
    void aTombstoneHasTheHeadersThatAreNotOfAValue() {
        Headers headers =
                begun(7, "i1").of(Topics.STORIES, tombstone, Cause.STORY).headers();

        for (TopicHeader declared : EventHeaders.all()) {
            assertThat(headers.headers(declared.name())).as(declared.name()).hasSize(declared.always() ? 1 : 0);
        }
        assertThat(text(headers, "ce_type")).isEqualTo("io.copydesk.stories.removed");
    }

    @Test
    void workThatIsDoneAgainGivesTheSameIdsAndOtherWorkOthers() {
        List<String> first = ids(begun(7, "i1"));

        assertThat(ids(begun(7, "i1"))).isEqualTo(first);
        assertThat(first).doesNotHaveDuplicates();
        assertThat(ids(begun(8, "i1"))).doesNotContainAnyElementsOf(first);
    }

    /** Of a value, a tombstone and another value of one key, and one in another topic. */
    private List<String> ids(Events events) {
        List<String> ids = new ArrayList<>();
        for (Record<String, Object> record : List.of(story, tombstone, story)) {
            ids.add(text(events.of(Topics.STORIES, record, Cause.STORY).headers(), "ce_id"));
        }
        ids.add(text(events.of(Topics.DUPLICATES, tombstone, Cause.STORY).headers(), "ce_id"));
        return ids;
    }

    @Test
    void theTraceGoesOnAndTheRecordIsAPlaceOfItsOwnInIt() {
        RecordHeaders headers = new RecordHeaders();
        headers.add("traceparent", bytes("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00"));
        Events events = new Events("decide", context);
        events.begin(new Record<>("k", new Object(), ARRIVED, headers));

        String written = text(events.of(Topics.STORIES, story, Cause.STORY).headers(), "traceparent");

        assertThat(written).matches("00-4bf92f3577b34da6a3ce929d0e0e4736-[0-9a-f]{16}-00");
        assertThat(written).doesNotContain("00f067aa0ba902b7");
    }

    @Test
    void withoutATraceOneBeginsWithTheInput() {
        assertThat(text(begun(7, "i1").of(Topics.STORIES, story, Cause.STORY).headers(), "traceparent"))
                .startsWith("00-" + TraceParent.of("i1").traceId() + "-");
        assertThat(text(begun(7, null).of(Topics.STORIES, story, Cause.STORY).headers(), "traceparent"))
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
    }

    @Test
    void headersOfItsOwnStayAndThoseOfTheRecordBeforeGo() {
        RecordHeaders headers = new RecordHeaders();
        Lineage.mark(headers, "i1");
        headers.add(Topics.STORY_MOVED_TO.name(), bytes("urn:a"));
        headers.add(Topics.STORY_MOVED_TO.name(), bytes("urn:b"));
        headers.add("ce_id", bytes("of another record"));
        headers.add("copydesk-cause", bytes("new"));

        Headers written = begun(7, "i1")
                .of(Topics.STORIES, story.withHeaders(headers), Cause.STORY)
                .headers();

        assertThat(Lineage.inputId(written)).isEqualTo("i1");
        assertThat(written.headers(Topics.STORY_MOVED_TO.name())).hasSize(2);
        assertThat(written.headers("ce_id")).hasSize(1);
        assertThat(written.headers("copydesk-cause")).hasSize(1);
    }

    @Test
    void anInternalRecordHasTheInputTheTraceAndTheCauseOnly() {
        Events events = begun(7, "i1");
        Headers all = events.of(Topics.STORIES, story, Cause.NEW).headers();
        Lineage.mark(all, "i1");

        Headers internal =
                events.internal(story.withHeaders(all), Cause.REVISED).headers();

        assertThat(internal)
                .extracting(Header::key)
                .containsExactlyInAnyOrder("ce_subject", "copydesk-cause", "traceparent");
        Events next = new Events("assemble", context);
        next.begin(story.withHeaders(internal));
        assertThat(next.causeOr(Cause.RELATIONS)).isEqualTo(Cause.REVISED);
    }

    @Test
    void anUnknownCauseIsNone() {
        RecordHeaders headers = new RecordHeaders();
        headers.add("copydesk-cause", bytes("of a later release"));
        Events events = new Events("assemble", context);
        events.begin(story.withHeaders(headers));

        assertThat(events.causeOr(Cause.RELATIONS)).isEqualTo(Cause.RELATIONS);
    }

    private Events begun(long offset, String inputId) {
        context.setRecordMetadata("decide-repartition", 0, offset);
        RecordHeaders headers = new RecordHeaders();
        if (inputId != null) {
            headers.add("ce_subject", bytes(inputId));
        }
        Events events = new Events("decide", context);
        events.begin(new Record<>("k", new Object(), ARRIVED, headers));
        return events;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Headers headers, String name) {
        return new String(headers.lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
