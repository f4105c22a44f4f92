package io.copydesk.alerts.webhook;

import io.copydesk.ingest.fetch.FetchSettings;
import io.copydesk.ingest.fetch.Fetcher;
import io.copydesk.ingest.fetch.HostResolver;
import io.copydesk.kit.metrics.WebhookMeters;
import io.copydesk.kit.streams.KafkaSettings;
import io.copydesk.kit.topics.LosslessProducer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** All receivers, each with a {@link Sender}. Started once. Safe for use by several threads. */
public final class Webhooks implements AutoCloseable {

    private static final Duration CLOSE = Duration.ofSeconds(3);
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final Fetcher fetcher;
    private final KafkaProducer<byte[], byte[]> letters;
    private final List<Sender> senders = new ArrayList<>();

    /**
     * Senders that do not run yet.
     *
     * @param folder that names of files with secrets are relative to
     * @param variables with secrets
     * @throws io.copydesk.kit.config.ConfigException when a secret is missing
     */
    public Webhooks(
            List<Webhook> webhooks,
            String prefix,
            KafkaSettings kafka,
            WebhookSettings settings,
            Path folder,
            Map<String, String> variables,
            HostResolver resolver,
            Clock clock,
            WebhookMeters meters) {
        List<Secret> secrets = webhooks.stream()
                .map(webhook -> webhook.secret(variables, folder))
                .toList();
        fetcher = Fetcher.create(fetchSettings(webhooks, settings), resolver, clock);
        letters = new KafkaProducer<>(producerSettings(kafka), new ByteArraySerializer(), new ByteArraySerializer());
        for (int i = 0; i < webhooks.size(); i++) {
            Webhook webhook = webhooks.get(i);
            senders.add(new Sender(
                    webhook,
                    secrets.get(i),
                    prefix,
                    Sender.consumer(webhook, prefix, kafka),
                    letters,
                    fetcher::fetch,
                    settings,
                    clock,
                    meters));
        }
    }

    /** Limits of the fetcher are those of its pages, but for time, ports and addresses. */
    private static FetchSettings fetchSettings(List<Webhook> webhooks, WebhookSettings settings) {
        FetchSettings pages = FetchSettings.defaults();
        List<Integer> ports =
                webhooks.stream().map(webhook -> port(webhook.url())).distinct().toList();
        return new FetchSettings(
                pages.product(),
                pages.contact(),
                settings.timeout(),
                settings.timeout(),
                pages.maxPage(),
                pages.maxFeed(),
                pages.maxSitemap(),
                pages.maxRobots(),
                ports,
                settings.allowPrivate(),
                Math.max(1, webhooks.size() * 2),
                Math.max(1, webhooks.size()));
    }

    private static int port(String url) {
        URI uri = URI.create(url);
        return uri.getPort() >= 0 ? uri.getPort() : "https".equalsIgnoreCase(uri.getScheme()) ? HTTPS : HTTP;
    }

    private static Properties producerSettings(KafkaSettings kafka) {
        Properties settings = kafka.producer();
        LosslessProducer.configure(settings);
        return settings;
    }

    /** Starts to send. */
    public void start() {
        senders.forEach(Sender::start);
    }

    /** Completes when one has stopped: exceptionally, unless they were closed. */
    public CompletableFuture<Object> ended() {
        return CompletableFuture.anyOf(senders.stream().map(Sender::ended).toArray(CompletableFuture[]::new));
    }

    /** Whether each is a member of its group. */
    public boolean isReady() {
        return senders.stream().allMatch(Sender::isMember);
    }

    /** Stops after the attempts that are under way; what was not delivered is sent after the next start. */
    @Override
    public void close() {
        CompletableFuture.allOf(senders.stream()
                        .map(sender -> CompletableFuture.runAsync(sender::close))
                        .toArray(CompletableFuture[]::new))
                .join();
        fetcher.close();
        letters.close(CLOSE);
    }
}
