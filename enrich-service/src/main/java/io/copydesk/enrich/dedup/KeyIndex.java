package io.copydesk.enrich.dedup;

import io.copydesk.enrich.sketch.Fingerprint.Keys;
import io.copydesk.enrich.snapshot.SnapshotReader;
import io.copydesk.enrich.snapshot.SnapshotWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The texts of one slice of time by their keys, in some five bytes a key ({@link KeyTable}). A look-up may return a text that has another key, and never misses
 * one.
 *
 * <p>A table that is full is not replaced at once, which takes seconds with a million texts: its texts move to a larger one bit by bit, some with each text that
 * is added or removed. Meanwhile the number of a text tells in which of both it is.
 *
 * <p>A key of more than {@link EdgeConstants#MOST_AROUND} texts is in no table but has its texts in order ({@link Holders}): only those that are near each other
 * in that order are compared because of it. For one thread.
 */
final class KeyIndex {

    /** Texts that move with each one that is added or removed. */
    private static final int MOVES = 16;

    /** So many move at once, which takes some milliseconds. */
    private static final int MOVED_AT_ONCE = 1_000;

    /** Keys of word sequences that two texts must have in common to be compared; one key of a run is as good as so many. */
    static final byte ENOUGH = 2;

    private static final int FEW = 4;

    /** Texts without keys are not in it. */
    private final TextNumbers texts;

    /** Scratch of a look-up: how many of the sought keys each text has, up to {@link #ENOUGH}; all zero between look-ups. */
    private byte[] hits = new byte[16];

    private int withoutKeys;
    private int keysAlive;
    private KeyTable table = KeyTable.of(0, 0);

    /** The table that texts move to, {@code null} while none do. */
    private @Nullable KeyTable next;

    /** While texts move, those with numbers up to {@code moved} or above {@code moving} are in the next table. */
    private int moved;

    private int moving;

    /** The texts of each key that many have, by {@link Keys#distinct}. */
    private final Map<Integer, Holders> crowded = new HashMap<>();

    KeyIndex() {
        this(new TextNumbers());
    }

    private KeyIndex(TextNumbers texts) {
        this.texts = texts;
    }

    /** Writes it, texts by their {@linkplain Text#number numbers}. */
    void write(SnapshotWriter out) throws IOException {
        texts.write(out);
        out.putInt(withoutKeys);
        out.putInt(keysAlive);
        table.write(out);
        out.putInt(next == null ? 0 : moving);
        if (next != null) {
            out.putInt(moved);
            next.write(out);
        }
        out.putInt(crowded.size());
        for (Map.Entry<Integer, Holders> crowd : crowded.entrySet()) {
            out.putInt(crowd.getKey());
            crowd.getValue().write(out);
        }
    }

    /**
     * The index that was written.
     *
     * @param all the texts, each at its number
     */
    static KeyIndex read(SnapshotReader in, Text[] all) throws IOException {
        KeyIndex index = new KeyIndex(TextNumbers.read(in, all));
        index.withoutKeys = in.getInt();
        index.keysAlive = in.getInt();
        index.table = KeyTable.read(in);
        index.moving = in.getInt();
        if (index.moving > 0) {
            index.moved = in.getInt();
            index.next = KeyTable.read(in);
        }
        for (int left = in.getInt(); left > 0; left--) {
            index.crowded.put(in.getInt(), Holders.read(in, index.texts::get));
        }
        return index;
    }

    /** How many texts there are. */
    int size() {
        return texts.size() + withoutKeys;
    }

    void add(Text text, Keys keys) {
        if (keys.size() == 0) {
            withoutKeys++;
            return;
        }
        move(MOVES);
        makeRoom(keys.size());
        int number = next == null ? texts.give(text) : texts.giveNew(text);
        for (int i = 0; i < keys.size(); i++) {
            add(keys.at(i), keys.distinct(i), number);
        }
    }

    private void add(int key, int distinct, int number) {
        Holders holders = crowd(distinct);
        if (holders != null) {
            holders.add(number);
            return;
        }
        keysAlive++;
        if (put(key, number) > EdgeConstants.MOST_AROUND) {
            takeOut(key, distinct);
        }
    }

    /**
     * Puts a key of a text into the table of the text.
     *
     * @return how many texts seem to have the key now; while texts move, some may count twice
     */
    private int put(int key, int number) {
        if (next == null) {
            return table.put(key, number);
        }
        return isMoved(number)
                ? next.put(key, number) + places(table, key).length
                : table.put(key, number) + places(next, key).length;
    }

    /** Whether a text is in the next table, while there is one. */
    private boolean isMoved(int number) {
        return number <= moved || number > moving;
    }

    /** Makes room for a text with so many keys. */
    private void makeRoom(int keys) {
        if (next != null && !next.hasRoom(texts.highest() + 1, keys)) {
            moveAll();
        }
        if (next == null && !table.hasRoom(texts.highest() + (texts.hasFree() ? 0 : 1), keys)) {
            beginMoving(keys);
        }
    }

    private void beginMoving(int moreKeys) {
        moved = 0;
        moving = texts.highest();
        next = KeyTable.of(keysAlive + (long) moreKeys, moving);
        if (moving <= MOVED_AT_ONCE) {
            moveAll();
        }
    }

    private void moveAll() {
        move(moving);
    }

    private void move(int most) {
        if (next == null) {
            return;
        }
        for (int end = Math.min(moving, moved + most); moved < end; ) {
            Text text = texts.find(++moved);
            if (text != null) {
                moveTo(next, text.first().keys(), moved);
            }
        }
        if (moved == moving) {
            table = next;
            next = null;
        }
    }

    private void moveTo(KeyTable into, Keys keys, int number) {
        for (int i = 0; i < keys.size(); i++) {
            if (crowd(keys.distinct(i)) == null) {
                into.put(keys.at(i), number);
            }
        }
    }

    /** The places that seem to hold this key. */
    private static int[] places(KeyTable of, int key) {
        int[] found = new int[FEW];
        int count = 0;
        for (int place = of.first(key); place != KeyTable.NONE; place = of.after(key, place)) {
            found = count == found.length ? Arrays.copyOf(found, count * 2) : found;
            found[count++] = place;
        }
        return Arrays.copyOf(found, count);
    }

    /** The places of a table that seem to hold this key, of texts that did not move from there. */
    private IntStream current(KeyTable of, int key) {
        return Arrays.stream(places(of, key)).filter(place -> of != table || isCurrent(of.number(place)));
    }

    /** Whether what the first table has of a text counts. */
    private boolean isCurrent(int number) {
        return next == null || !isMoved(number);
    }

    private List<KeyTable> tables() {
        return next == null ? List.of(table) : List.of(table, next);
    }

    /** Takes a key out of the tables if so many texts have it, which their places alone do not tell. */
    private void takeOut(int key, int distinct) {
        Map<KeyTable, int[]> own = new IdentityHashMap<>();
        int having = 0;
        for (KeyTable of : tables()) {
            int[] places = current(of, key)
                    .filter(place -> texts.get(of.number(place)).first().keys().contains(distinct))
                    .toArray();
            own.put(of, places);
            having += places.length;
        }
        if (having > EdgeConstants.MOST_AROUND) {
            Holders holders = new Holders(texts::get);
            own.forEach((of, places) -> {
                for (int place : places) {
                    holders.add(of.number(place));
                    of.remove(place);
                }
            });
            keysAlive -= having;
            crowded.put(distinct, holders);
        }
    }

    /** Removes a text that was added with the same keys. */
    void remove(Text text, Keys keys) {
        if (keys.size() == 0) {
            withoutKeys--;
            return;
        }
        move(MOVES);
        makeRoomForCrowds(keys);
        int number = 0;
        for (int i = 0; i < keys.size(); i++) {
            number = remove(text, keys.at(i), keys.distinct(i));
        }
        texts.remove(number);
    }

    /** Makes room for the texts of those keys that return to the tables when one text fewer has them. */
    private void makeRoomForCrowds(Keys keys) {
        int returning = 0;
        for (int i = 0; i < keys.size() && hasCrowds(); i++) {
            Holders holders = crowd(keys.distinct(i));
            returning += holders == null ? 0 : Math.max(0, 2 * EdgeConstants.MOST_AROUND + 1 - holders.size());
        }
        if (returning > 0) {
            makeRoom(returning);
            if (next != null && !table.holds(returning)) {
                moveAll();
            }
        }
    }

    /** Removes a key of a text, whose number it returns. */
    private int remove(Text text, int key, int distinct) {
        Holders holders = crowd(distinct);
        if (holders == null) {
            keysAlive--;
            for (KeyTable of : tables()) {
                for (int place = of.first(key); place != KeyTable.NONE; place = of.after(key, place)) {
                    int number = of.number(place);
                    if (texts.find(number) == text && (of != table || isCurrent(number))) {
                        of.remove(place);
                        return number;
                    }
                }
            }
            throw new IllegalStateException("a text is removed that was not added with this key");
        }
        int number = holders.remove(text);
        if (holders.size() <= EdgeConstants.MOST_AROUND) {
            crowded.remove(distinct);
            holders.forEach(other -> put(key, other));
            keysAlive += holders.size();
        }
        return number;
    }

    /** The texts of a key, as {@link Keys#distinct} gives it, if it is one of very many; else {@code null}. */
    @Nullable
    Holders crowd(int distinct) {
        return crowded.isEmpty() ? null : crowded.get(distinct);
    }

    /** Whether there are keys of very many texts. */
    boolean hasCrowds() {
        return !crowded.isEmpty();
    }

    /** The texts that may have this key, which is not one of very many. */
    List<Text> having(int distinct) {
        int key = Keys.plain(distinct);
        List<Text> found = new ArrayList<>();
        for (KeyTable of : tables()) {
            current(of, key).forEach(place -> found.add(texts.get(of.number(place))));
        }
        return found;
    }

    /** The texts that may have so many of these keys that they are to be compared; those of very many texts are left out. */
    List<Text> sharing(Keys keys) {
        Search search = new Search();
        for (int i = 0; i < keys.size(); i++) {
            search.lookUp(keys, i);
        }
        return search.end();
    }

    /** A look-up by several keys; no other may begin before it ends. */
    final class Search {
        private final List<Text> found = new ArrayList<>();
        private int[] touched = new int[32];
        private int touchedCount;

        Search() {
            hits = texts.highest() <= hits.length ? hits : new byte[texts.highest() + (texts.highest() >> 1)];
        }

        /** Counts the texts that seem to have a key, which is not one of very many. */
        void lookUp(Keys keys, int index) {
            lookUp(table, keys.at(index), keys.isRun(index));
            if (next != null) {
                lookUp(next, keys.at(index), keys.isRun(index));
            }
        }

        private void lookUp(KeyTable in, int key, boolean isRun) {
            for (int place = in.first(key); place != KeyTable.NONE; place = in.after(key, place)) {
                int number = in.number(place);
                if (in != table || isCurrent(number)) {
                    count(number, isRun);
                }
            }
        }

        /** Counts a text by its number, which has a key of a run or another one. */
        void count(int number, boolean isRun) {
            int before = hits[number - 1];
            if (before == 0) {
                touch(number);
            }
            int after = Math.min(ENOUGH, before + (isRun ? ENOUGH : 1));
            hits[number - 1] = (byte) after;
            if (before < ENOUGH && after == ENOUGH) {
                found.add(texts.get(number));
            }
        }

        private void touch(int number) {
            if (touchedCount == touched.length) {
                touched = Arrays.copyOf(touched, 2 * touchedCount);
            }
            touched[touchedCount++] = number - 1;
        }

        /** Those that have enough of the keys. */
        List<Text> end() {
            for (int i = 0; i < touchedCount; i++) {
                hits[touched[i]] = 0;
            }
            return found;
        }
    }
}
