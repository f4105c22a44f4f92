package io.copydesk.lab.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.broker.EmbeddedBroker;
import io.copydesk.kit.streams.KafkaSettings;
import io.copydesk.lab.loopback.FeedBehaviour;
import io.copydesk.lab.loopback.Judgement;
import io.copydesk.lab.loopback.LoopbackSite;
import io.copydesk.lab.loopback.LoopbackWeb;
import io.copydesk.lab.process.JvmProcess;
import io.copydesk.schemas.Subscription;
import io.copydesk.standalone.pipeline.Cluster;
import io.copydesk.standalone.subscriptions.Subscriptions;
import io.copydesk.verify.state.TopicReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Deployed roles as processes of their own: two with frontier and fetch, one with clean. */
class DeployedWatchIT {

    private static final int HOSTS = 24;
    private static final int ITEMS = 8;
    private static final String PREFIX = "deployed.";
    private static final Duration HOST_DELAY = Duration.ofMillis(300);
    private static final Duration ANSWER_TIME = Duration.ofMillis(60);
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Pattern HEALTH = Pattern.compile("health on port ([0-9]+)");

    @TempDir
    private Path folder;

    private int port;
    private LoopbackWeb web;
    private final List<LoopbackSite> sites = new ArrayList<>();

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void killedAndReplacedInstancesKeepTheMannersAndLoseNothingAndAreNotReadyWithoutKafka() throws Exception {
        port = EmbeddedBroker.freePort();
        EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"), port, port);
        List<Long> kills = new ArrayList<>();
        try (LoopbackWeb opened = LoopbackWeb.open(List.of("127.0.0.1"), ANSWER_TIME, Clock.systemUTC())) {
            web = opened;
            publish();
            subscribe();
            try (JvmProcess clean = start("clean", "clean");
                    JvmProcess first = start("first", "frontier", "fetch");
                    JvmProcess second = start("second", "frontier", "fetch")) {
                int all = HOSTS * ITEMS;
                await("first requests", () -> web.visitCount() > all / 4);
                kills.add(System.nanoTime());
                first.kill();
                await("requests of the other instance", () -> web.visitCount() > all / 2);
                try (JvmProcess again = start("first", "frontier", "fetch")) {
                    second.stop(LIMIT);
                    await("all items", () -> lost().isEmpty());

                    assertThat(again.isAlive() && clean.isAlive()).isTrue();
                    URI ready = URI.create("http://127.0.0.1:" + healthPort("first") + "/health/ready");
                    assertThat(status(ready)).isEqualTo(200);
                    assertThat(get(ready.resolve("/metrics")).body())
                            .contains("copydesk_build_info{", "copydesk_kafka_up{", "copydesk_records_total{")
                            .containsPattern("copydesk_fetches_total\\{.*target=\"page\".*\\} [1-9]")
                            .doesNotContain("deployed_");
                    broker.close();
                    await("readiness to end with Kafka", () -> status(ready) == 503);
                    broker = EmbeddedBroker.start(folder.resolve("broker"), port, port);
                    await("readiness to return with Kafka", () -> status(ready) == 200);
                }
            }
            Judgement judgement = Judgement.of(web.visits(), HOST_DELAY, host -> Duration.ZERO, kills);
            assertThat(judgement.rulesBroken())
                    .as(judgement.examples().toString())
                    .isZero();
        } finally {
            broker.close();
        }
    }

    private void publish() {
        Duration apart = Duration.ofMillis(1);
        Instant begin = Clock.systemUTC().instant().minus(apart.multipliedBy(ITEMS));
        for (int i = 0; i < HOSTS; i++) {
            LoopbackSite site = new LoopbackSite(
                    "site" + i + ".example:" + web.port(), FeedBehaviour.WELL, Duration.ZERO, apart, ITEMS, begin);
            site.stop(begin.plus(apart.multipliedBy(ITEMS - 1L)));
            sites.add(site);
            web.add(site);
        }
    }

    private void subscribe() throws InterruptedException {
        try (Cluster cluster = Cluster.join(KafkaSettings.of("127.0.0.1:" + port), null);
                Subscriptions subscriptions = new Subscriptions(cluster, PREFIX, 4)) {
            sites.forEach(site -> subscriptions.add(new Subscription(site.feedUrl(), null, null, null)));
            subscriptions.flush();
        }
    }

    private List<String> lost() throws IOException {
        TopicReader reader =
                new TopicReader(KafkaSettings.of("127.0.0.1:" + port).consumer());
        return ItemFates.read(reader, PREFIX, sites, Instant.MAX).lost();
    }

    private JvmProcess start(String name, String... roles) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(roles));
        arguments.addAll(List.of(
                "--kafka.bootstrap.servers=127.0.0.1:" + port,
                "--kafka.session.timeout.ms=6000",
                "--kafka.heartbeat.interval.ms=1000",
                "--topics.prefix=" + PREFIX,
                "--streams.state-dir=" + folder.resolve("state-" + name),
                "--streams.threads=1",
                "--health.port=0",
                "--health.probe-interval=1s",
                "--fetch.allow-loopback=true",
                "--fetch.ports=" + web.port(),
                "--fetch.deadline=4s",
                "--fetch.connect-timeout=2s",
                "--frontier.host-delay=" + HOST_DELAY.toMillis() + "ms",
                "--frontier.start-within=5s",
                "--frontier.lease=10s",
                "--frontier.fetches-per-page=1",
                "--frontier.first-poll-spacing=0s"));
        Files.deleteIfExists(log(name));
        return JvmProcess.start(log(name), LoopbackServices.class, List.of("-Xmx256m"), arguments);
    }

    private Path log(String name) {
        return folder.resolve(name + ".log");
    }

    private String healthPort(String name) throws Exception {
        await(
                name + " to run",
                () -> HEALTH.matcher(Files.readString(log(name))).find());
        Matcher health = HEALTH.matcher(Files.readString(log(name)));
        assertThat(health.find()).isTrue();
        return health.group(1);
    }

    private static int status(URI uri) throws IOException, InterruptedException {
        return get(uri).statusCode();
    }

    private static HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    private void await(String what, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime())
                    .as("waiting for %s; logs in %s", what, folder)
                    .isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }
}
