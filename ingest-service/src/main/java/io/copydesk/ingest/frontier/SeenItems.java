package io.copydesk.ingest.frontier;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * The items that a feed has held, as two hashes each: of its id (64 bits) and of its title and date (32 bits). Those that the
 * feed holds and some that have left it, since items come back. Pure functions over the stored form, which is persisted: 12
 * bytes an item, big-endian, the present items first.
 */
final class SeenItems {

    private static final int ITEM = 12;

    /** Bounds of the number of items that are kept; between them three times as many as the feed holds. */
    private static final int MIN_ITEMS = 100;

    private static final int MAX_ITEMS = 10_000;

    private SeenItems() {}

    /**
     * The difference between a document and the ones before.
     *
     * @param added items that were never seen
     * @param changed items whose title or date is another one than before
     * @param seen the stored form after the document
     */
    record News(List<ReadItem> added, List<ReadItem> changed, byte[] seen) {}

    /** Compares a document's items with those that were seen; {@code seen} is {@code null} before the first document. */
    static News compare(byte @Nullable [] seen, List<ReadItem> items) {
        Map<Long, Integer> known = known(seen);
        List<ReadItem> added = new ArrayList<>();
        List<ReadItem> changed = new ArrayList<>();
        Map<Long, Integer> present = new LinkedHashMap<>();
        for (ReadItem item : items) {
            long id = hash(item.id());
            int content = (int) hash(item.title() + "\n" + item.updated());
            if (present.putIfAbsent(id, content) != null) {
                continue;
            }
            Integer before = known.get(id);
            if (before == null) {
                added.add(item);
            } else if (before != content) {
                changed.add(item);
            }
        }
        return new News(added, changed, stored(present, known));
    }

    private static Map<Long, Integer> known(byte @Nullable [] seen) {
        Map<Long, Integer> known = new LinkedHashMap<>();
        ByteBuffer in = ByteBuffer.wrap(seen == null ? new byte[0] : seen);
        while (in.remaining() >= ITEM) {
            known.put(in.getLong(), in.getInt());
        }
        return known;
    }

    private static byte[] stored(Map<Long, Integer> present, Map<Long, Integer> known) {
        int limit = Math.min(MAX_ITEMS, Math.max(MIN_ITEMS, 3 * present.size()));
        ByteBuffer out = ByteBuffer.allocate(ITEM * Math.min(limit, present.size() + known.size()));
        Map<Long, Integer> kept = new LinkedHashMap<>(present);
        known.forEach(kept::putIfAbsent);
        kept.forEach((id, content) -> {
            if (out.hasRemaining()) {
                out.putLong(id).putInt(content);
            }
        });
        return Arrays.copyOf(out.array(), out.position());
    }

    private static long hash(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return ((long) Utils.murmur2(bytes) << 32) ^ (text.hashCode() & 0xffffffffL);
    }
}
