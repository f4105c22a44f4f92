package io.copydesk.ingest.archive;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Gives out each input id once: the second input that asks for {@code a.html} gets {@code a.html~2}.
 *
 * <p>Remembers 64-bit hashes in an open table, about 24 bytes an id, so that ten million inputs fit in memory. Two
 * ids with one hash get distinct ids needlessly; distinct inputs never share one. Not safe for several threads.
 */
final class InputIds {

    private static final Pattern CONTROLS = Pattern.compile("\\p{Cc}");

    private long[] table = new long[1 << 10];
    private int size;
    private final Map<Long, Integer> repeats = new HashMap<>();

    /**
     * This id, or the next free one made from it; with U+FFFD for control characters: ids are keys and fields of what is published, which
     * databases and terminals take.
     */
    String claim(String asked) {
        String id = CONTROLS.matcher(asked).replaceAll("\ufffd");
        long hash = hash(id);
        if (add(hash)) {
            return id;
        }
        int number = repeats.getOrDefault(hash, 1);
        String candidate;
        do {
            number++;
            candidate = id + "~" + number;
        } while (!add(hash(candidate)));
        repeats.put(hash, number);
        return candidate;
    }

    private boolean add(long hash) {
        if (size * 2 > table.length) {
            long[] old = table;
            table = new long[old.length * 2];
            for (long each : old) {
                if (each != 0) {
                    table[slot(each)] = each;
                }
            }
        }
        int slot = slot(hash);
        if (table[slot] == hash) {
            return false;
        }
        table[slot] = hash;
        size++;
        return true;
    }

    private int slot(long hash) {
        int slot = (int) (hash >>> 20) & (table.length - 1);
        while (table[slot] != 0 && table[slot] != hash) {
            slot = (slot + 1) & (table.length - 1);
        }
        return slot;
    }

    /** FNV-1a over the characters with a final mix; never 0, which marks a free slot. */
    private static long hash(String id) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 32)) * 0xd6e8feb86659fd93L;
        hash ^= hash >>> 32;
        return hash == 0 ? 1 : hash;
    }
}
