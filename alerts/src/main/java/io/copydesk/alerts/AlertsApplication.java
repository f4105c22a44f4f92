package io.copydesk.alerts;

import io.copydesk.alerts.rule.RuleFile;
import io.copydesk.alerts.rule.Rules;
import io.copydesk.kit.config.ConfigException;
import io.copydesk.kit.deadletter.DeadLetterExceptionHandler;
import io.copydesk.kit.streams.KafkaSettings;
import io.copydesk.kit.streams.StreamsApplication;
import io.copydesk.kit.streams.StreamsSettings;
import io.copydesk.schemas.DeadLetter.Stage;
import io.copydesk.schemas.Topics;
import java.nio.file.Path;
import java.util.Map;

/** The alerts as one Kafka Streams application. */
public final class AlertsApplication {

    private AlertsApplication() {}

    /** Its id under a prefix, which is its consumer group too. */
    public static String id(String prefix) {
        return "copydesk-" + prefix + "alerts";
    }

    /**
     * The application over the topics of {@code prefix}, which is part of its id.
     *
     * @throws ConfigException when the settings name no rules, or something in them is wrong
     */
    public static StreamsApplication of(
            String prefix, AlertsSettings settings, KafkaSettings kafka, StreamsSettings streams) {
        Path file = settings.rules()
                .orElseThrow(
                        () -> new ConfigException("alerts.rules names no file; docs/alerts.md says what is in it"));
        return new StreamsApplication(
                id(prefix),
                AlertsTopology.build(prefix, new Rules(RuleFile.read(file)), settings),
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
