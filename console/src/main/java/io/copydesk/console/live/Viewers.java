package io.copydesk.console.live;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Those who watch: each has a queue of events, which its own thread empties. A viewer that does not keep up misses events, the oldest
 * first, and holds up nobody. Safe for use by several threads.
 */
public final class Viewers {

    private static final int QUEUE = 64;

    private final int most;
    private final Set<Viewer> viewers = ConcurrentHashMap.newKeySet();

    /** @param most viewers at a time */
    public Viewers(int most) {
        this.most = most;
    }

    /**
     * One event.
     *
     * @param name of the event
     * @param data JSON in one line
     */
    public record Event(String name, String data) {}

    /** Admits one more; empty when there are as many as may be. */
    public synchronized Optional<Viewer> admit() {
        if (viewers.size() >= most) {
            return Optional.empty();
        }
        Viewer viewer = new Viewer();
        viewers.add(viewer);
        return Optional.of(viewer);
    }

    /** Whether nobody watches. */
    public boolean isEmpty() {
        return viewers.isEmpty();
    }

    /** How many watch. */
    public int size() {
        return viewers.size();
    }

    /** Hands the event to all; does not block. */
    public void publish(Event event) {
        viewers.forEach(viewer -> viewer.offer(event));
    }

    /** One who watches, until closed. */
    public final class Viewer implements AutoCloseable {
        private final BlockingQueue<Event> events = new ArrayBlockingQueue<>(QUEUE);

        private void offer(Event event) {
            while (!events.offer(event)) {
                events.poll();
            }
        }

        /** The next event; {@code null} when there was none for so long. */
        public @Nullable Event next(long millis) throws InterruptedException {
            return events.poll(millis, TimeUnit.MILLISECONDS);
        }

        @Override
        public void close() {
            viewers.remove(this);
        }
    }
}
