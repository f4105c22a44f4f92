package io.copydesk.kit.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.kit.lineage.Lineage;
import io.copydesk.schemas.DeadLetter;
import io.copydesk.schemas.DeadLetter.Stage;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.LedgerEntry;
import io.copydesk.schemas.LedgerEntry.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeadLetterExceptionHandlerTest {

    private static final byte[] KEY = "k".getBytes(StandardCharsets.UTF_8);
    private static final byte[] VALUE = "bad".getBytes(StandardCharsets.UTF_8);

    @Test
    void aRecordThatCannotBeReadIsADeadLetterAndTheNextOneIsTaken() throws IOException {
        DeserializationExceptionHandler.Response response = handler(Map.of())
                .handleError(
                        at("articles", new RecordHeaders()),
                        new ConsumerRecord<>("news.articles", 2, 17, KEY, VALUE),
                        new IllegalArgumentException("not JSON"));

        DeadLetter letter = letter(response.deadLetterQueueRecords());
        assertThat(letter.id()).isEqualTo("enrich/news.articles/2/17");
        assertThat(letter.stage()).isEqualTo(Stage.ENRICH);
        assertThat(letter.reason()).isEqualTo("unreadable");
        assertThat(letter.detail()).isEqualTo("not JSON");
        assertThat(letter.originTopic()).isEqualTo("news.articles");
        assertThat(letter.originPartition()).isEqualTo(2);
        assertThat(letter.originOffset()).isEqualTo(17);
        assertThat(letter.originKey()).isEqualTo("k");
        assertThat(letter.bytes()).isEqualTo(VALUE);
    }

    /** A broker that is away for a minute, a full disk: nothing is wrong with the record. */
    @Test
    void aFailureOfTheClusterOrTheStoreMakesNoDeadLetter() {
        for (Exception failure : List.of(
                new TimeoutException("Topic news.articles not present in metadata after 60000 ms."),
                new StreamsException("in a sink", new TimeoutException("no answer")),
                new ProcessorStateException("Error opening store"),
                new UncheckedIOException(new IOException("No space left on device")),
                new UncheckedIOException(new FileSystemException("decisions1.blocks", null, "Too many open files")),
                new TopicAuthorizationException("news.articles"))) {
            ProcessingExceptionHandler.Response response =
                    handler(Map.of()).handleError(at("clean", new RecordHeaders()), new Record<>("k", "v", 0), failure);

            assertThat(response.result()).as(failure.toString()).isEqualTo(ProcessingExceptionHandler.Result.FAIL);
            assertThat(response.deadLetterQueueRecords()).isEmpty();
        }
    }

    @Test
    void theOperatorThatFailedNamesItsStage() throws IOException {
        assertThat(letter(failed(Map.of(), at("decide", new RecordHeaders()))).stage())
                .isEqualTo(Stage.DECIDE);
        assertThat(letter(failed(Map.of(), at("assemble", new RecordHeaders()))).stage())
                .isEqualTo(Stage.ENRICH);
    }

    @Test
    void aStageThatKeepsTheLedgerSaysWhatBecameOfTheInput() throws IOException {
        Headers headers = new RecordHeaders();
        Lineage.mark(headers, "input-1");

        List<ProducerRecord<byte[], byte[]>> records =
                failed(Map.of(DeadLetterExceptionHandler.LEDGER, "news.ledger"), at("clean", headers));

        assertThat(records).extracting(ProducerRecord::topic).containsExactly("news.dead-letters", "news.ledger");
        assertThat(letter(records).id()).isEqualTo("clean/input-1");
        assertThat(Json.read(records.get(1).value(), LedgerEntry.class))
                .isEqualTo(new LedgerEntry("input-1", Outcome.DEAD_LETTER, "failed", null, null));
    }

    @Test
    void aResultThatIsTooLargeIsADeadLetterOfItsInputAndTheTaskGoesOn() throws IOException {
        ProductionExceptionHandler.Response response = unwritten(at("version", new RecordHeaders()));

        assertThat(response.result()).isEqualTo(ProductionExceptionHandler.Result.RESUME);
        DeadLetter letter = letter(response.deadLetterQueueRecords());
        assertThat(letter.reason()).isEqualTo("too-large");
        assertThat(letter.detail()).isEqualTo("17 MiB");
        assertThat(letter.originOffset()).isEqualTo(17);
        assertThat(letter.bytes()).isEqualTo(VALUE);
        assertThat(letter.length()).isEqualTo(VALUE.length);
    }

    @Test
    void anInputWhoseBytesWereDroppedIsNotTakenForAnEmptyOne() throws IOException {
        ErrorHandlerContext dropped = new FailedRecord(
                "news.articles", 2, 17, new RecordHeaders(), "enrich", new TaskId(0, 2), 0, null, null);

        assertThat(letter(unwritten(dropped).deadLetterQueueRecords()).length()).isEqualTo(-1);
        assertThat(letter(failed(Map.of(), dropped)).length()).isEqualTo(-1);
        assertThat(letter(handler(Map.of())
                                .handleError(dropped, new Record<>("k", null, 0), new IllegalStateException("a bug"))
                                .deadLetterQueueRecords())
                        .length())
                .isZero();
    }

    @Test
    void whatTheBrokerRefusedFailsTheClientSinceItsTransactionIsLost() {
        assertThat(handler(Map.of())
                        .handleError(
                                at("version", new RecordHeaders()),
                                new ProducerRecord<>("news.articles", KEY, VALUE),
                                new RecordTooLargeException("larger than the topic takes"))
                        .result())
                .isEqualTo(ProductionExceptionHandler.Result.FAIL);
    }

    @Test
    void aRecordThatMeansNothingIsUnreadable() throws IOException {
        assertThat(letter(handler(Map.of())
                                .handleError(
                                        at("discover", new RecordHeaders()),
                                        new Record<>("k", null, 0),
                                        new UnreadableRecordException("it has no value"))
                                .deadLetterQueueRecords())
                        .reason())
                .isEqualTo("unreadable");
    }

    @Test
    void theTextsOfALetterAreCutAndItsIdIsStillItsOwn() {
        String common = "x".repeat(1000);
        DeadLetter letter =
                DeadLetters.of(Stage.CLEAN, "failed", common + "d", common + "a", null, common + "k", VALUE);
        DeadLetter other = DeadLetters.of(Stage.CLEAN, "failed", "d", common + "b", null, "k", VALUE);

        assertThat(letter.detail()).isEqualTo(common);
        assertThat(letter.inputId()).isEqualTo(common);
        assertThat(letter.originKey()).isEqualTo(common);
        assertThat(letter.id()).hasSizeLessThan(100).isNotEqualTo(other.id());
        assertThat(DeadLetters.of(Stage.CLEAN, "failed", "d", common, null, "k", VALUE)
                        .id())
                .isEqualTo("clean/" + common);
    }

    private static ProductionExceptionHandler.Response unwritten(ErrorHandlerContext context) {
        return handler(Map.of())
                .handleSerializationError(
                        context,
                        new ProducerRecord<>("news.articles", "k", "v"),
                        new RecordTooLargeException("17 MiB"),
                        ProductionExceptionHandler.SerializationExceptionOrigin.VALUE);
    }

    private static List<ProducerRecord<byte[], byte[]>> failed(Map<String, String> more, ErrorHandlerContext context) {
        ProcessingExceptionHandler handler = handler(more);
        return handler.handleError(context, new Record<>("k", "bad", 0), new IllegalStateException("a bug"))
                .deadLetterQueueRecords();
    }

    private static DeadLetterExceptionHandler handler(Map<String, String> more) {
        DeadLetterExceptionHandler handler = new DeadLetterExceptionHandler();
        Map<String, String> settings = new HashMap<>(more);
        settings.put(DeadLetterExceptionHandler.TOPIC, "news.dead-letters");
        settings.put(DeadLetterExceptionHandler.STAGE, Stage.ENRICH.name());
        handler.configure(settings);
        return handler;
    }

    private static DeadLetter letter(List<ProducerRecord<byte[], byte[]>> records) throws IOException {
        assertThat(records.get(0).topic()).isEqualTo("news.dead-letters");
        return Json.read(records.get(0).value(), DeadLetter.class);
    }

    private static ErrorHandlerContext at(String operator, Headers headers) {
        return new FailedRecord("news.articles", 2, 17, headers, operator, new TaskId(0, 2), 0, KEY, VALUE);
    }

    private record FailedRecord(
            String topic,
            int partition,
            long offset,
            Headers headers,
            String processorNodeId,
            TaskId taskId,
            long timestamp,
            byte @Nullable [] sourceRawKey,
            byte @Nullable [] sourceRawValue)
            implements ErrorHandlerContext {}
}
