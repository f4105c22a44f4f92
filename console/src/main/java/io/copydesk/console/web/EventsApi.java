package io.copydesk.console.web;

import io.copydesk.console.live.Viewers;
import io.copydesk.console.live.Viewers.Event;
import io.copydesk.console.live.Viewers.Viewer;
import io.copydesk.schemas.Json;
import io.javalin.http.sse.SseClient;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The stream of server-sent events: {@code arrived} as soon as searches find something new, {@code now} at intervals. */
final class EventsApi implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EventsApi.class);
    private static final long BEAT_MILLIS = 10_000;
    private static final long FIGURES_MILLIS = 2_000;

    private final Viewers viewers;
    private final NowApi now;
    /** One thread for each viewer, of whom there are so many at most. */
    private final ExecutorService writers =
            Executors.newCachedThreadPool(task -> daemon(task, "copydesk-console-viewer"));

    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "copydesk-console-now"));

    EventsApi(Viewers viewers, NowApi now) {
        this.viewers = viewers;
        this.now = now;
        timer.scheduleWithFixedDelay(this::publishFigures, FIGURES_MILLIS, FIGURES_MILLIS, TimeUnit.MILLISECONDS);
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    private void publishFigures() {
        if (viewers.isEmpty()) {
            return;
        }
        try {
            viewers.publish(new Event("now", Json.line(now.figures())));
        } catch (IOException | RuntimeException e) {
            LOG.warn("no figures for the viewers", e);
        }
    }

    /** Writes events to a viewer until it goes. */
    void open(SseClient client) {
        Optional<Viewer> admitted = viewers.admit();
        if (admitted.isEmpty()) {
            client.sendEvent("full", "{}");
            client.close();
            return;
        }
        Viewer viewer = admitted.get();
        client.onClose(viewer::close);
        client.keepAlive();
        // So that the page knows that from here on it misses nothing.
        client.sendEvent("open", "{}");
        writers.execute(() -> write(viewer, client));
    }

    private static void write(Viewer viewer, SseClient client) {
        try (viewer) {
            while (!client.terminated()) {
                Event event = viewer.next(BEAT_MILLIS);
                if (event == null) {
                    client.sendComment("beat");
                } else {
                    client.sendEvent(event.name(), event.data());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            client.close();
        } catch (RuntimeException e) {
            LOG.debug("a viewer is gone", e);
            client.close();
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        writers.shutdownNow();
    }
}
