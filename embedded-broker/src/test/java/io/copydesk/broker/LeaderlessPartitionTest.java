package io.copydesk.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.metadata.FeatureLevelRecord;
import org.apache.kafka.common.metadata.PartitionRecord;
import org.apache.kafka.common.metadata.TopicRecord;
import org.apache.kafka.common.network.ListenerName;
import org.apache.kafka.image.MetadataDelta;
import org.apache.kafka.image.MetadataImage;
import org.apache.kafka.image.MetadataProvenance;
import org.apache.kafka.metadata.KRaftMetadataCache;
import org.apache.kafka.server.common.KRaftVersion;
import org.apache.kafka.server.common.MetadataVersion;
import org.junit.jupiter.api.Test;

/** What the Kafka of the class path does; when this fails, KAFKA-20734 is mended and {@link ControllerAlone} can go. */
class LeaderlessPartitionTest {

    private static final ListenerName LISTENER = new ListenerName("PLAINTEXT");

    @Test
    void aPartitionWithoutLeaderIsTakenForOneThatDoesNotExist() {
        KRaftMetadataCache cache = new KRaftMetadataCache(1, () -> KRaftVersion.KRAFT_VERSION_0);
        cache.setImage(imageWithALeaderlessPartition());

        assertThat(cache.contains("t")).isTrue();
        assertThat(cache.getPartitionLeaderEndpoint("t", 0, LISTENER))
                .isEqualTo(cache.getPartitionLeaderEndpoint("t", 7, LISTENER))
                .isEmpty();
    }

    private static MetadataImage imageWithALeaderlessPartition() {
        MetadataDelta delta =
                new MetadataDelta.Builder().setImage(MetadataImage.EMPTY).build();
        Uuid topic = Uuid.randomUuid();
        delta.replay(new FeatureLevelRecord()
                .setName(MetadataVersion.FEATURE_NAME)
                .setFeatureLevel(MetadataVersion.latestProduction().featureLevel()));
        delta.replay(new TopicRecord().setName("t").setTopicId(topic));
        delta.replay(new PartitionRecord()
                .setTopicId(topic)
                .setPartitionId(0)
                .setReplicas(List.of(1))
                .setIsr(List.of(1))
                .setDirectories(List.of(Uuid.randomUuid()))
                .setLeader(-1)
                .setLeaderEpoch(1)
                .setPartitionEpoch(1));
        return delta.apply(MetadataProvenance.EMPTY);
    }
}
