package io.copydesk.alerts;

import io.copydesk.alerts.added.LiveRules;
import io.copydesk.alerts.rule.RuleFile;
import io.copydesk.alerts.webhook.Webhooks;
import io.copydesk.ingest.fetch.HostResolver;
import io.copydesk.kit.deadletter.DeadLetterExceptionHandler;
import io.copydesk.kit.metrics.TopicMeters;
import io.copydesk.kit.metrics.WebhookMeters;
import io.copydesk.kit.streams.KafkaSettings;
import io.copydesk.kit.streams.RunningService;
import io.copydesk.kit.streams.StreamsApplication;
import io.copydesk.kit.streams.StreamsRunner;
import io.copydesk.kit.streams.StreamsSettings;
import io.copydesk.schemas.DeadLetter.Stage;
import io.copydesk.schemas.Topics;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The alerts: one Kafka Streams application that raises them as soon as there are rules, and senders for the webhooks of the rules file. */
public final class AlertsApplication {

    private AlertsApplication() {}

    /** Its id under a prefix, which is its consumer group too. */
    public static String id(String prefix) {
        return "copydesk-" + prefix + "alerts";
    }

    /**
     * The service over the topics of {@code prefix}, which is part of its id.
     *
     * @param resolver looks up the hosts of webhooks
     * @param variables of the environment, for secrets
     * @param meters count what it writes and sends; {@code null} for none
     * @throws io.copydesk.kit.config.ConfigException when the settings name rules and something in them is wrong
     */
    public static RunningService of(
            String prefix,
            AlertsSettings settings,
            KafkaSettings kafka,
            StreamsSettings streams,
            HostResolver resolver,
            Map<String, String> variables,
            @Nullable TopicMeters meters) {
        RuleFile.Content content =
                settings.rules().map(RuleFile::read).orElseGet(() -> new RuleFile.Content(List.of(), List.of()));
        LiveRules rules = new LiveRules(content.rules());
        DeferredService raising = new DeferredService(id(prefix), () -> {
            StreamsApplication application = application(prefix, rules, settings, kafka, streams);
            return new StreamsRunner(meters == null ? application : application.withMeters(meters), Clock.systemUTC());
        });
        if (!content.rules().isEmpty()) {
            raising.make();
        }
        Webhooks webhooks = content.webhooks().isEmpty()
                ? null
                : new Webhooks(
                        content.webhooks(),
                        prefix,
                        kafka,
                        settings.webhooks(),
                        folder(settings),
                        variables,
                        resolver,
                        Clock.systemUTC(),
                        WebhookMeters.of(meters));
        return new AlertsService(prefix, kafka, streams.startTimeout(), rules, raising, webhooks);
    }

    private static Path folder(AlertsSettings settings) {
        return Objects.requireNonNull(
                settings.rules().orElseThrow().toAbsolutePath().getParent());
    }

    private static StreamsApplication application(
            String prefix, LiveRules rules, AlertsSettings settings, KafkaSettings kafka, StreamsSettings streams) {
        return new StreamsApplication(
                id(prefix),
                AlertsTopology.build(prefix, rules, settings),
                DeadLetterExceptionHandler.class,
                DeadLetterExceptionHandler.class,
                DeadLetterExceptionHandler.class,
                // The last stage that dead letters know of.
                Map.of(
                        DeadLetterExceptionHandler.TOPIC, Topics.DEAD_LETTERS.name(prefix),
                        DeadLetterExceptionHandler.STAGE, Stage.DECIDE.name()),
                kafka,
                streams);
    }
}
