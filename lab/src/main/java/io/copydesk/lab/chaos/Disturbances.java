package io.copydesk.lab.chaos;

import io.copydesk.enrich.EnrichApplication;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Disturbs a deployment; what is dead afterwards is the caller's to start. */
final class Disturbances {

    private static final Duration MOMENT = Duration.ofSeconds(40);
    private static final Duration STOP = Duration.ofSeconds(40);

    /** The coordinator looks for transactions that are too old every 10 s. */
    private static final long PAUSED_MILLIS = Deployment.TRANSACTION_TIMEOUT_MS + 12_000L;

    private static final long CUT_MILLIS = Deployment.SESSION_TIMEOUT_MS + 3_000L;
    private static final int RANDOM_MILLIS = 4_000;
    private static final int DOWN_MILLIS = 1_500;
    private static final Pattern RESTORING = Pattern.compile("to PARTITIONS_ASSIGNED");
    private static final Pattern REBALANCING = Pattern.compile("PARTITIONS_REVOKED|RUNNING to REBALANCING|[Rr]evoked");
    private static final Pattern FENCED = Pattern.compile("(?i)fenced|migrated|InvalidProducerEpoch|UnknownMemberId");

    /** The client id, which is also how the ids of the transactions of a process begin. */
    private static final Pattern STREAMS_CLIENT = Pattern.compile("stream-client \\[([^\\]]+)\\]");

    private final Deployment deployment;
    private final Random random;

    Disturbances(Deployment deployment, long seed) {
        this.deployment = deployment;
        this.random = new Random(seed);
    }

    /** Starts a new deployment and kills all of it when some of its topics exist. */
    Optional<RareState> duringTopicCreation() throws IOException, InterruptedException {
        deployment.broker().start();
        deployment.broker().awaitRunning();
        for (Member service : deployment.services()) {
            service.start();
        }
        int wanted = 1 + random.nextInt(4);
        boolean reached = awaitMoment(() -> topicFolders() >= wanted);
        killAll();
        return reached ? Optional.of(RareState.KILLED_DURING_TOPIC_CREATION) : Optional.empty();
    }

    /** Disturbs it once; returns the rare states that came about. */
    Set<RareState> disturb(Kind kind) throws IOException, InterruptedException {
        return switch (kind) {
            case BROKER_WHEN_PREPARED -> brokerWhenPrepared();
            case SERVICES_IN_TRANSACTION -> servicesInTransaction();
            case SERVICE_IN_RESTORE -> serviceInRestore();
            case SERVICE_IN_REBALANCE -> serviceInRebalance();
            case STATE_LOST -> stateLost();
            case TWIN_PAUSED -> twinPaused();
            case CUT -> cut();
            case ROLLING_RESTART -> rollingRestart();
            case KILL_BROKER -> killBroker();
            case KILL_SERVICE -> killService();
            case KILL_ALL -> killAllAtRandom();
            case KILL ->
                switch (random.nextInt(4)) {
                    case 0 -> killBroker();
                    case 1 -> killAllAtRandom();
                    default -> killService();
                };
        };
    }

    private Set<RareState> brokerWhenPrepared() throws IOException, InterruptedException {
        CoordinatorFiles files = new CoordinatorFiles(deployment.brokerFolder());
        files.poll();
        int after = files.prepared() + random.nextInt(12);
        boolean reached = awaitMoment(() -> {
            files.poll();
            return files.prepared() > after && files.isAnyPrepared();
        });
        deployment.broker().kill();
        return reached ? EnumSet.of(RareState.BROKER_KILLED_WHEN_PREPARED) : Set.of();
    }

    private Set<RareState> servicesInTransaction() throws IOException, InterruptedException {
        CoordinatorFiles files = new CoordinatorFiles(deployment.brokerFolder());
        boolean reached = awaitMoment(() -> {
            files.poll();
            return files.isAnyOngoing(EnrichApplication.id(Deployment.PREFIX));
        });
        for (Member service : deployment.enrich()) {
            service.kill();
        }
        return reached ? EnumSet.of(RareState.SERVICE_KILLED_IN_TRANSACTION) : Set.of();
    }

    private Set<RareState> serviceInRestore() throws IOException, InterruptedException {
        for (Member service : deployment.enrich()) {
            service.kill();
        }
        Member restoring = deployment.enrich().get(0);
        restoring.start();
        boolean reached = restoring.awaitLog(RESTORING, MOMENT);
        restoring.kill();
        return reached ? EnumSet.of(RareState.KILLED_DURING_RESTORE) : Set.of();
    }

    private Set<RareState> serviceInRebalance() throws IOException, InterruptedException {
        Member first = deployment.enrich().get(0);
        Member second = deployment.enrich().get(1);
        second.stop(STOP);
        LogFile log = first.logFromNowOn();
        second.start();
        boolean reached = log.await(REBALANCING, first::isAlive, MOMENT);
        first.kill();
        return reached ? EnumSet.of(RareState.KILLED_DURING_REBALANCE) : Set.of();
    }

    private Set<RareState> stateLost() throws IOException, InterruptedException {
        for (Member service : List.of(deployment.enrich().get(0), deployment.ingest())) {
            service.kill();
            deployment.loseState(service);
        }
        return EnumSet.of(RareState.STATE_LOST);
    }

    private Set<RareState> twinPaused() throws IOException, InterruptedException {
        CoordinatorFiles files = new CoordinatorFiles(deployment.brokerFolder());
        Map<Member, String> clients = new LinkedHashMap<>();
        for (Member service : deployment.enrich()) {
            service.logged(STREAMS_CLIENT).ifPresent(client -> clients.put(service, client));
        }
        awaitMoment(() -> {
            files.poll();
            return inTransaction(files, clients).isPresent();
        });
        Optional<Member> found = inTransaction(files, clients);
        if (found.isEmpty()) {
            return Set.of();
        }
        Member twin = found.get();
        LogFile log = twin.logFromNowOn();
        twin.pause();
        TimeUnit.MILLISECONDS.sleep(PAUSED_MILLIS);
        twin.resume();
        boolean fenced = log.await(FENCED, twin::isAlive, MOMENT);
        return fenced ? EnumSet.of(RareState.TWIN_FENCED) : Set.of();
    }

    private static Optional<Member> inTransaction(CoordinatorFiles files, Map<Member, String> clients) {
        return clients.entrySet().stream()
                .filter(entry -> files.isAnyOngoing(entry.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private Set<RareState> cut() throws InterruptedException {
        deployment.proxy().cut();
        TimeUnit.MILLISECONDS.sleep(CUT_MILLIS);
        deployment.proxy().mend();
        return EnumSet.of(RareState.CUT_OFF);
    }

    private Set<RareState> rollingRestart() throws IOException, InterruptedException {
        for (Member member : deployment.all()) {
            member.stop(STOP);
            member.start();
            member.awaitRunning();
        }
        return EnumSet.of(RareState.ROLLED);
    }

    /** Stops the services one after the other, and starts those with {@code previous} in another version than the others. */
    void mixVersions(Path previous, boolean swapped) throws IOException, InterruptedException {
        deployment.ingest().setVersion(swapped ? null : previous);
        deployment.enrich().get(0).setVersion(swapped ? previous : null);
        deployment.enrich().get(1).setVersion(swapped ? null : previous);
        rollServices();
    }

    /** All services in the present version. */
    void presentVersion() throws IOException, InterruptedException {
        deployment.services().forEach(service -> service.setVersion(null));
        rollServices();
    }

    private void rollServices() throws IOException, InterruptedException {
        for (Member service : deployment.services()) {
            service.stop(STOP);
            service.start();
            service.awaitRunning();
        }
    }

    private Set<RareState> killBroker() throws InterruptedException {
        pause(RANDOM_MILLIS);
        deployment.broker().kill();
        pause(DOWN_MILLIS);
        return EnumSet.of(RareState.BROKER_KILLED);
    }

    private Set<RareState> killService() throws InterruptedException {
        pause(RANDOM_MILLIS);
        deployment.services().get(random.nextInt(deployment.services().size())).kill();
        pause(DOWN_MILLIS);
        return EnumSet.of(RareState.SERVICE_KILLED);
    }

    private Set<RareState> killAllAtRandom() throws InterruptedException {
        pause(RANDOM_MILLIS);
        killAll();
        return EnumSet.of(RareState.ALL_KILLED);
    }

    private void killAll() throws InterruptedException {
        for (Member member : deployment.all()) {
            member.kill();
        }
    }

    private void pause(int mostMillis) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(random.nextInt(mostMillis));
    }

    private int topicFolders() throws IOException {
        Path folder = deployment.brokerFolder();
        int folders = 0;
        try (DirectoryStream<Path> partitions = Files.newDirectoryStream(folder, Deployment.PREFIX + "*-0")) {
            for (Path ignored : partitions) {
                folders++;
            }
        }
        return folders;
    }

    private interface Moment {
        boolean isNow() throws IOException;
    }

    private static boolean awaitMoment(Moment moment) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        while (!moment.isNow()) {
            if (System.nanoTime() - begun > MOMENT.toNanos()) {
                return false;
            }
            TimeUnit.MICROSECONDS.sleep(500);
        }
        return true;
    }
}
