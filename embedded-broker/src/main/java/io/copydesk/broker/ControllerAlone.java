package io.copydesk.broker;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server;
import kafka.server.SharedServer;
import kafka.server.StandardFaultHandlerFactory;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.image.MetadataDelta;
import org.apache.kafka.image.MetadataImage;
import org.apache.kafka.image.loader.LoaderManifest;
import org.apache.kafka.image.publisher.MetadataPublisher;
import org.apache.kafka.metadata.BrokerRegistration;
import org.apache.kafka.metadata.bootstrap.BootstrapMetadata;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.raft.QuorumConfig;
import org.apache.kafka.server.ServerSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.Tuple2;

/**
 * The controller of a combined node without its broker, run after an unclean stop until it has fenced the broker.
 *
 * <p>A single node that was killed finds itself as a live broker in the metadata. It then moves through a second in which no
 * partition has a leader, and Kafka 4.3.0 to 4.4.0 take a partition without a leader for a deleted one when they complete a
 * prepared transaction: its markers are not written, and no committed reader gets past it (KAFKA-20734). A broker that is
 * fenced first registers as a new one, and its transactions are completed only when their partitions have a leader.
 */
final class ControllerAlone {

    private static final Logger LOG = LoggerFactory.getLogger(ControllerAlone.class);

    private ControllerAlone() {}

    /**
     * Returns when no broker of the metadata is unfenced.
     *
     * @param config of a controller on the folder of the node, with a short {@code broker.session.timeout.ms}
     * @throws IllegalStateException when that takes longer than {@code most}
     */
    static void fenceBroker(KafkaConfig config, Duration most) throws InterruptedException {
        Tuple2<MetaPropertiesEnsemble, BootstrapMetadata> folder = KafkaRaftServer.initializeLogDirs(config, LOG, "");
        Fenced fenced = new Fenced();
        SharedServer node = new SharedServer(
                config,
                folder._1(),
                Time.SYSTEM,
                Server.initializeMetrics(
                        config, Time.SYSTEM, folder._1().clusterId().orElseThrow()),
                CompletableFuture.completedFuture(
                        QuorumConfig.parseVoterConnections(config.quorumConfig().voters())),
                List.of(),
                new StandardFaultHandlerFactory(),
                ServerSocketFactory.INSTANCE);
        ControllerServer controller = new ControllerServer(node, KafkaRaftServer.configSchema(), folder._2());
        try {
            controller.startup();
            node.loader().installPublishers(List.of(fenced));
            if (!fenced.latch.await(most.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException(
                        "the controller did not fence the killed broker within " + most.toSeconds() + " s");
            }
        } finally {
            controller.shutdown();
            controller.awaitShutdown();
        }
    }

    private static final class Fenced implements MetadataPublisher {
        final CountDownLatch latch = new CountDownLatch(1);

        @Override
        public String name() {
            return "fenced";
        }

        @Override
        public void onMetadataUpdate(MetadataDelta delta, MetadataImage image, LoaderManifest manifest) {
            if (image.cluster().brokers().values().stream().allMatch(BrokerRegistration::fenced)) {
                latch.countDown();
            }
        }

        @Override
        public void close() {}
    }
}
