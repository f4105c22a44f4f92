package io.copydesk.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.ingest.fetch.Fetch.Kind;
import io.copydesk.ingest.fetch.FetchResult.Failed;
import io.copydesk.ingest.fetch.FetchResult.Fetched;
import io.copydesk.schemas.FailureReason;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 4, unit = TimeUnit.MINUTES)
class StalledHostsTest {

    private static final int STALLED = 200;

    @Test
    void twoHundredStalledHostsHoldNoThreadAndKeepNobodyWaiting() throws IOException, InterruptedException {
        CountDownLatch allStalled = new CountDownLatch(STALLED);
        RawServer.Answer stall = to -> {
            to.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc");
            allStalled.countDown();
            to.awaitEnd();
        };
        List<CompletableFuture<FetchResult>> waiting = new ArrayList<>();
        Set<Thread> ofOthers = Thread.getAllStackTraces().keySet(); // some of which are about to end
        try (RawServer stalling = RawServer.onLoopback(stall);
                RawServer healthy = RawServer.onLoopback(new Sins());
                Fetcher fetcher = Fetcher.create(
                        Fetching.settings(Duration.ofMinutes(5), List.of(stalling.port(), healthy.port())),
                        Fetching.loopback(),
                        Clock.systemUTC())) {
            fetchFine(fetcher, healthy, 50);
            long before = fetchThreads(ofOthers);
            for (int i = 0; i < STALLED; i++) {
                waiting.add(
                        fetcher.fetch(Fetch.of("http://stalled" + i + ".example:" + stalling.port() + "/", Kind.PAGE)));
            }
            assertThat(allStalled.await(2, TimeUnit.MINUTES)).isTrue();

            assertThat(fetcher.busyConnections()).isEqualTo(STALLED);
            fetchFine(fetcher, healthy, 200);
            assertThat(fetchThreads(ofOthers)).isEqualTo(before);
            assertThat(waiting).noneMatch(CompletableFuture::isDone);
        }
        assertThat(waiting)
                .allSatisfy(end ->
                        assertThat(((Failed) Fetching.await(end)).reason()).isEqualTo(FailureReason.CLOSED));
    }

    private static void fetchFine(Fetcher fetcher, RawServer healthy, int times) {
        List<CompletableFuture<FetchResult>> results = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            results.add(fetcher.fetch(Fetch.of("http://fine" + i + ".example:" + healthy.port() + "/fine", Kind.PAGE)));
        }
        assertThat(results).allSatisfy(end -> assertThat(Fetching.await(end)).isInstanceOf(Fetched.class));
    }

    private static long fetchThreads(Set<Thread> ofOthers) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !ofOthers.contains(thread))
                .filter(thread -> thread.getName().startsWith("fetch-")
                        || thread.getName().startsWith("httpclient-"))
                .count();
    }
}
