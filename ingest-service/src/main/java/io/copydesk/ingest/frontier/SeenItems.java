package io.copydesk.ingest.frontier;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.utils.Utils;

/**
 * The items that a feed has shown, as two hashes each: of what it is, and of what it says. As many as the feed holds and
 * some that have left it, since items come back. Pure functions over the stored form, 12 bytes an item.
 */
final class SeenItems {

    private static final int ITEM = 12;
    private static final int LEAST = 100;
    private static final int MOST = 10_000;

    private SeenItems() {}

    /** What a document brings. */
    record News(List<ReadItem> added, List<ReadItem> changed, byte[] seen) {}

    /** Compares a document's items with those that were seen. */
    static News compare(byte[] seen, List<ReadItem> items) {
        Map<Long, Integer> known = known(seen);
        List<ReadItem> added = new ArrayList<>();
        List<ReadItem> changed = new ArrayList<>();
        Set<Long> present = new LinkedHashSet<>();
        Map<Long, Integer> says = new HashMap<>();
        for (ReadItem item : items) {
            long id = hash(item.id());
            if (!present.add(id)) {
                continue;
            }
            int content = (int) hash(item.title() + "\n" + item.updated());
            says.put(id, content);
            Integer before = known.get(id);
            if (before == null) {
                added.add(item);
            } else if (before != content) {
                changed.add(item);
            }
        }
        return new News(added, changed, stored(present, says, known));
    }

    private static Map<Long, Integer> known(byte[] seen) {
        Map<Long, Integer> known = new LinkedHashMap<>();
        ByteBuffer in = ByteBuffer.wrap(seen == null ? new byte[0] : seen);
        while (in.remaining() >= ITEM) {
            known.put(in.getLong(), in.getInt());
        }
        return known;
    }

    private static byte[] stored(Set<Long> present, Map<Long, Integer> says, Map<Long, Integer> known) {
        int limit = Math.min(MOST, Math.max(LEAST, 3 * present.size()));
        ByteBuffer out = ByteBuffer.allocate(ITEM * Math.min(limit, present.size() + known.size()));
        for (long id : present) {
            if (out.hasRemaining()) {
                out.putLong(id).putInt(says.get(id));
            }
        }
        for (Map.Entry<Long, Integer> left : known.entrySet()) {
            if (out.hasRemaining() && !present.contains(left.getKey())) {
                out.putLong(left.getKey()).putInt(left.getValue());
            }
        }
        byte[] kept = new byte[out.position()];
        out.flip().get(kept);
        return kept;
    }

    private static long hash(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return ((long) Utils.murmur2(bytes) << 32) ^ (text.hashCode() & 0xffffffffL);
    }
}
