package io.copydesk.lab.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.ingest.fetch.FetchService;
import io.copydesk.ingest.fetch.FetchSettings;
import io.copydesk.ingest.fetch.Fetcher;
import io.copydesk.ingest.fetch.HostResolver;
import io.copydesk.kit.streams.KafkaSettings;
import io.copydesk.lab.loopback.FeedBehaviour;
import io.copydesk.lab.loopback.LoopbackSite;
import io.copydesk.lab.loopback.LoopbackWeb;
import io.copydesk.schemas.FetchOutcome;
import io.copydesk.schemas.FetchRequest;
import io.copydesk.schemas.FetchTarget;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.TopicProvisioner;
import io.copydesk.schemas.Topics;
import io.copydesk.standalone.pipeline.TestKafka;
import io.copydesk.verify.state.TopicReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A fetch service that has only just begun. */
class FirstFetchIT {

    @RegisterExtension
    static final TestKafka KAFKA = new TestKafka();

    /** A page is written before its outcome, whose topic is still unknown to the service then. */
    @Test
    @Timeout(value = 3, unit = TimeUnit.MINUTES)
    void mayBeThatOfAPage() throws Exception {
        String prefix = KAFKA.newPrefix();
        Properties clients = new Properties();
        clients.put("bootstrap.servers", KAFKA.bootstrapServers());
        try (Admin admin = Admin.create(clients)) {
            new TopicProvisioner(admin, prefix).provision(1);
        }
        try (LoopbackWeb web = LoopbackWeb.open(List.of("127.0.0.1"), Duration.ZERO, Clock.systemUTC());
                Fetcher fetcher = Fetcher.create(
                        FetchSettings.defaults().onLoopback(List.of(web.port())),
                        HostResolver.system(),
                        Clock.systemUTC());
                FetchService service = new FetchService(
                        prefix,
                        KafkaSettings.of(KAFKA.bootstrapServers()),
                        fetcher,
                        10,
                        Duration.ZERO,
                        Clock.systemUTC(),
                        null)) {
            LoopbackSite site = new LoopbackSite(
                    "127.0.0.1:" + web.port(),
                    FeedBehaviour.WELL,
                    Duration.ZERO,
                    Duration.ofSeconds(1),
                    10,
                    Clock.systemUTC().instant());
            web.add(site);
            request(clients, prefix, site.pageUrl(0));
            service.start();

            List<FetchOutcome> outcomes = new ArrayList<>();
            new TopicReader(clients).read(Topics.FETCH_OUTCOMES.name(prefix), true, record -> {
                outcomes.add(Json.read(record.value(), FetchOutcome.class));
                return false;
            });
            assertThat(outcomes).extracting(FetchOutcome::status).containsExactly(200);
        }
    }

    private static void request(Properties clients, String prefix, String url) {
        FetchRequest request = new FetchRequest("r", url, FetchTarget.PAGE, null, null, null, Long.MAX_VALUE);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(clients, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                    Topics.FETCH_REQUESTS.name(prefix),
                    "127.0.0.1".getBytes(StandardCharsets.UTF_8),
                    Json.bytes(request)));
        }
    }
}
