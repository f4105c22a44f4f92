package io.copydesk.ingest.frontier;

import io.copydesk.ingest.link.UrlKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * The items that a feed has held: hashes of the id (64 bits) and of title and date, link, and the link without its query (32 bits each). Those that the
 * feed holds and some that have left it, since items come back. An item is its id <em>and</em> its link: where several share an id, the link tells them
 * apart, and one whose id is new but whose link is known is no new one. Pure functions over the stored form, which is persisted: a byte with its version,
 * then 20 bytes an item, big-endian, the present items first; before that byte there was, 12 bytes an item without links, which no length of the later
 * form is.
 */
final class SeenItems {

    private static final byte VERSION = 2;
    private static final int ITEM = 20;
    private static final int ITEM_WITHOUT_LINK = 12;

    /** Bounds of the number of items that are kept beside those that the feed holds; between them three times as many as these. */
    private static final int MIN_ITEMS = 100;

    private static final int MAX_ITEMS = 10_000;

    /**
     * Of what is kept beyond these bounds a part is forgotten with each document, one in so many: a document that is empty or cut for some hours, as its
     * server works on it, must not make all that it leaves out new again.
     */
    private static final int FORGOTTEN = 1_000;

    /** In the place of a link's hash: there is none, or it was not noted. */
    private static final int NONE = 0;

    private static final int UNKNOWN = 1;

    private SeenItems() {}

    /**
     * The difference between a document and the ones before.
     *
     * @param added items that were never seen
     * @param changed items whose title or date is another one than before, or whose link leads elsewhere
     * @param seen the stored form after the document
     */
    record News(List<ReadItem> added, List<ReadItem> changed, byte[] seen) {}

    /**
     * What is known of an item.
     *
     * @param content hash of title and date
     * @param link hash of the link's key
     * @param path hash of the link's key without its query, which some feeds change with each poll
     */
    private record Known(int content, int link, int path) {

        static Known of(ReadItem item) {
            int content = (int) hash(item.title() + "\n" + item.updated());
            if (item.url() == null) {
                return new Known(content, NONE, NONE);
            }
            String key = UrlKey.of(item.url()).fold(UrlKey.Key::key, refused -> item.url());
            int query = key.indexOf('?');
            return new Known(content, linkHash(key), linkHash(query < 0 ? key : key.substring(0, query)));
        }

        private static int linkHash(String text) {
            int hash = (int) (hash(text) >>> 32);
            return hash == NONE || hash == UNKNOWN ? UNKNOWN + 1 : hash;
        }

        /** Whether nothing of the item is as before, although its id is. */
        boolean isAnother(Known before) {
            return content != before.content && before.path != NONE && leadsElsewhere(before);
        }

        boolean says(Known before) {
            return content == before.content && !leadsElsewhere(before);
        }

        private boolean leadsElsewhere(Known before) {
            return path != NONE && before.path != UNKNOWN && path != before.path;
        }
    }

    /**
     * An item of a document.
     *
     * @param name its id. The link takes the place of an id where there is none: then without its query, which some feeds change with each poll, but with
     *     title and date; as it is where several items have the path, or the date is missing
     */
    private record Named(ReadItem item, Known now, String name) {

        static List<Named> of(List<ReadItem> items) {
            List<Known> known = items.stream().map(Known::of).toList();
            Map<Integer, Integer> paths = new HashMap<>();
            known.forEach(each -> paths.merge(each.path, 1, Integer::sum));
            List<Named> named = new ArrayList<>();
            for (int i = 0; i < items.size(); i++) {
                ReadItem item = items.get(i);
                Known now = known.get(i);
                boolean byPath =
                        item.id().equals(item.url()) && item.published() > 0 && paths.getOrDefault(now.path, 0) == 1;
                String name = byPath ? now.path + "\n" + item.title() + "\n" + item.published() : item.id();
                named.add(new Named(item, now, name));
            }
            return named;
        }

        @Nullable
        String url() {
            return item.url();
        }
    }

    /** Compares a document's items with those that were seen; {@code seen} is {@code null} before the first document. */
    static News compare(byte @Nullable [] seen, List<ReadItem> items) {
        return compare(seen, items, 0);
    }

    /** The same for what may be a part of a document of {@code size} items, 0 for the whole. */
    static News compare(byte @Nullable [] seen, List<ReadItem> items, int size) {
        Map<Long, Known> known = known(seen);
        Map<Integer, Integer> contents = new HashMap<>();
        known.values().stream()
                .filter(before -> before.link != NONE && before.link != UNKNOWN)
                .forEach(before ->
                        contents.putIfAbsent(before.link, before.content)); // what was present last comes first
        List<Named> document = Named.of(items);
        Set<String> names = shared(document, Named::name, Named::url);
        Set<String> pages = shared(document, Named::url, named -> named.item.id());
        List<ReadItem> added = new ArrayList<>();
        List<ReadItem> changed = new ArrayList<>();
        Map<Long, Known> present = new LinkedHashMap<>();
        for (Named named : document) {
            ReadItem item = named.item;
            Known now = named.now;
            long id = hash(names.contains(named.name) ? named.name + "\n" + item.url() : named.name);
            if (present.putIfAbsent(id, now) != null) {
                continue;
            }
            Known before = known.get(id);
            if (before == null) {
                Integer content = pages.contains(String.valueOf(item.url())) ? null : contents.get(now.link);
                if (content == null) {
                    added.add(item);
                } else if (content != now.content) {
                    changed.add(item); // under another id than before
                }
            } else if (now.isAnother(before)) {
                added.add(item);
            } else if (!now.says(before)) {
                changed.add(item);
            }
        }
        return new News(added, changed, stored(present, known, size));
    }

    /** The values of a field that several items have which differ in another one: these are not told apart by it. */
    private static Set<String> shared(
            List<Named> items, Function<Named, @Nullable String> field, Function<Named, @Nullable String> other) {
        Map<String, String> first = new HashMap<>();
        Set<String> shared = new HashSet<>();
        for (Named item : items) {
            String value = String.valueOf(field.apply(item));
            String differs = String.valueOf(other.apply(item));
            if (!first.computeIfAbsent(value, unused -> differs).equals(differs)) {
                shared.add(value);
            }
        }
        return shared;
    }

    private static Map<Long, Known> known(byte @Nullable [] seen) {
        Map<Long, Known> known = new LinkedHashMap<>();
        ByteBuffer in = ByteBuffer.wrap(seen == null ? new byte[0] : seen);
        if (seen == null || seen.length % ITEM != 1 || seen[0] != VERSION) {
            while (in.remaining() >= ITEM_WITHOUT_LINK) {
                known.put(in.getLong(), new Known(in.getInt(), UNKNOWN, UNKNOWN));
            }
            return known;
        }
        in.get();
        while (in.remaining() >= ITEM) {
            known.put(in.getLong(), new Known(in.getInt(), in.getInt(), in.getInt()));
        }
        return known;
    }

    private static byte[] stored(Map<Long, Known> present, Map<Long, Known> known, int size) {
        int many = 3 * Math.max(present.size(), size);
        int bound = Math.max(present.size(), Math.min(MAX_ITEMS, Math.max(MIN_ITEMS, many)));
        int limit = Math.max(bound, known.size() - (known.size() + FORGOTTEN - 1) / FORGOTTEN);
        Map<Long, Known> kept = new LinkedHashMap<>(present);
        known.forEach((id, before) -> {
            if (kept.size() < limit) {
                kept.putIfAbsent(id, before);
            }
        });
        ByteBuffer out = ByteBuffer.allocate(1 + ITEM * kept.size());
        out.put(VERSION);
        kept.forEach((id, item) ->
                out.putLong(id).putInt(item.content).putInt(item.link).putInt(item.path));
        return out.array();
    }

    private static long hash(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return ((long) Utils.murmur2(bytes) << 32) ^ (text.hashCode() & 0xffffffffL);
    }
}
