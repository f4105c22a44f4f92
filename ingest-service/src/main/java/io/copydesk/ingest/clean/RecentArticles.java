package io.copydesk.ingest.clean;

import io.copydesk.kit.streams.ArticleLog;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The records of a task's partition of {@code articles}, those that were written or read last from memory. For one thread. */
public final class RecentArticles implements ArticleLog {

    private final ArticleLog log;
    private final long limit;
    private final Map<Long, byte[]> recent = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    /**
     * Nothing is read yet.
     *
     * @param log for all others
     * @param limit most bytes of the values that are in memory
     */
    public RecentArticles(ArticleLog log, long limit) {
        this.log = log;
        this.limit = limit;
    }

    /** A record came. */
    void add(long offset, byte[] value) {
        byte[] before = recent.put(offset, value);
        bytes += value.length - (before == null ? 0 : before.length);
        Iterator<byte[]> eldest = recent.values().iterator();
        while (bytes > limit && eldest.hasNext()) {
            bytes -= eldest.next().length;
            eldest.remove();
        }
    }

    @Override
    public byte @Nullable [] read(long offset) {
        byte[] value = recent.get(offset);
        if (value == null) {
            value = log.read(offset);
            if (value != null) {
                add(offset, value);
            }
        }
        return value;
    }

    @Override
    public void close() {
        log.close();
    }
}
