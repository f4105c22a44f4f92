package io.copydesk.alerts.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.ingest.fetch.Fetch;
import io.copydesk.ingest.fetch.FetchResult;
import io.copydesk.kit.metrics.WebhookMeters;
import io.copydesk.schemas.Alert;
import io.copydesk.schemas.Alert.Kind;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A sender whose partition is taken away and given back while it sends, as at every change of its group. */
class SenderTest {

    private static final TopicPartition PARTITION = new TopicPartition(Topics.ALERTS.name("news."), 0);
    private static final int ALERTS = 5;

    private static final FetchResult DELIVERED =
            new FetchResult.Fetched(200, List.of(), new byte[0], new byte[0], false, Instant.EPOCH, Duration.ZERO);

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    private final List<String> sent = Collections.synchronizedList(new ArrayList<>());

    @Test
    @Timeout(60)
    void onlyTheAlertThatIsUnderWayIsSentTwiceWhenTheGroupChanges() {
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.schedulePollTask(() -> assignFrom(0));
        Sender sender = new Sender(
                new Webhook("desk", "https://desk.example/", "SECRET", null, List.of()),
                Secret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
                "news.",
                consumer,
                new MockProducer<>(),
                this::answer,
                new WebhookSettings(1, Duration.ofSeconds(5), false),
                Clock.systemUTC(),
                WebhookMeters.of(null));
        sender.start();
        while (Collections.frequency(List.copyOf(sent), id(1)) < 2
                || !sent.get(sent.size() - 1).equals(id(ALERTS - 1))) {
            LockSupport.parkNanos(1_000_000);
        }
        sender.close();

        assertThat(sent).containsExactly(id(0), id(1), id(1), id(2), id(3), id(4));
    }

    /** The partition goes and comes back while the second alert is under way. */
    private CompletableFuture<FetchResult> answer(Fetch request) {
        String id = request.fields().stream()
                .filter(field -> field.name().equals("webhook-id"))
                .findFirst()
                .orElseThrow()
                .value();
        sent.add(id);
        if (!id.equals(id(1)) || Collections.frequency(sent, id) > 1) {
            return CompletableFuture.completedFuture(DELIVERED);
        }
        CompletableFuture<FetchResult> answer = new CompletableFuture<>();
        consumer.schedulePollTask(() -> {
            consumer.rebalance(List.of());
            assignFrom(1);
            answer.complete(DELIVERED);
        });
        return answer;
    }

    private void assignFrom(int first) {
        consumer.rebalance(List.of(PARTITION));
        for (int i = first; i < ALERTS; i++) {
            Alert alert = alert(i);
            byte[] key = alert.id().getBytes(StandardCharsets.UTF_8);
            consumer.addRecord(
                    new ConsumerRecord<>(PARTITION.topic(), PARTITION.partition(), i, key, Json.bytes(alert)));
        }
    }

    private static String id(int number) {
        return alert(number).id();
    }

    private static Alert alert(int number) {
        return Alert.builder()
                .of("tickets", Kind.ARTICLE, "article " + number)
                .headline("Paper tickets return")
                .raised("2026-03-25T10:00:00Z")
                .build();
    }
}
