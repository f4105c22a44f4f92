package io.copydesk.enrich.dedup;

import io.copydesk.enrich.memory.Lookup;
import io.copydesk.enrich.sketch.Fingerprint;
import io.copydesk.enrich.sketch.Fingerprint.Keys;
import io.copydesk.enrich.sketch.Samples;
import io.copydesk.enrich.snapshot.SnapshotReader;
import io.copydesk.enrich.snapshot.SnapshotWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All articles by id and all texts, by themselves and by the keys of their samples. The latter are in slices of event time as long as
 * the window within which texts are linked. For one thread.
 */
final class TextIndex {

    /** The slice of texts without a time, which are compared with texts of any time. */
    private static final long TIMELESS = Long.MAX_VALUE;

    private final Lookup<Fingerprint> articles = new Lookup<>(Fingerprint::idHash);
    private final Lookup<Text> texts = new Lookup<>(text -> text.first().textKey());
    private final NavigableMap<Long, KeyIndex> slices = new TreeMap<>();
    private final RecentSamples recent = new RecentSamples();

    @Nullable
    Fingerprint article(String id) {
        return articles.find(Fingerprint.hashOf(id), article -> article.isOf(id));
    }

    /** What is known of the article that a fingerprint is of. */
    @Nullable
    Fingerprint article(Fingerprint known) {
        return articles.find(known.idHash(), article -> article.isOfSameArticle(known));
    }

    void add(Fingerprint article) {
        articles.add(article);
    }

    void remove(Fingerprint article) {
        articles.remove(article);
    }

    /** The text with this {@link Fingerprint#textKey()}. */
    @Nullable
    Text text(long key) {
        return texts.find(key, text -> true);
    }

    boolean contains(Text text) {
        return text == text(text.first().textKey());
    }

    void add(Text text) {
        texts.add(text);
    }

    void remove(Text text) {
        texts.remove(text);
    }

    /** Makes room for so many articles and texts. */
    void reserve(int moreArticles, int moreTexts) {
        articles.reserve(moreArticles);
        texts.reserve(moreTexts);
    }

    int articleCount() {
        return articles.size();
    }

    /** All texts, in any order. */
    List<Text> texts() {
        List<Text> all = new ArrayList<>(texts.size());
        texts.forEach(all::add);
        return all;
    }

    /** Makes a text one that {@link #candidates} finds. */
    void addKeys(Text text) {
        slices.computeIfAbsent(slice(text), slice -> new KeyIndex())
                .add(text, samples(text).keys());
    }

    /** The samples of a text that is in. */
    Samples samples(Text text) {
        return recent.of(text);
    }

    /** Writes by which keys texts are found. */
    void writeKeys(SnapshotWriter out) throws IOException {
        out.putInt(slices.size());
        for (Map.Entry<Long, KeyIndex> slice : slices.entrySet()) {
            out.putLong(slice.getKey());
            slice.getValue().write(out);
        }
    }

    /**
     * Reads what was written.
     *
     * @param all the texts, each at its number
     */
    void readKeys(SnapshotReader in, Text[] all) throws IOException {
        for (int left = in.getInt(); left > 0; left--) {
            slices.put(in.getLong(), KeyIndex.read(in, all));
        }
    }

    /** Reverses {@link #addKeys}; to be called before the first article of the text changes. */
    void removeKeys(Text text) {
        slices.computeIfPresent(slice(text), (slice, index) -> {
            index.remove(text, samples(text).keys());
            return index.size() == 0 ? null : index;
        });
    }

    /** The texts within the window that may share enough keys with {@code text}, which is one that can be found, to be compared. */
    List<Text> candidates(Text text) {
        long slice = slice(text);
        NavigableMap<Long, KeyIndex> around = around(slice);
        for (KeyIndex index : around.values()) {
            if (index.hasCrowds()) {
                return new Neighbourhood(text, recent, slice, around).candidates();
            }
        }
        List<Text> found = new ArrayList<>();
        Keys keys = samples(text).keys();
        around.values().forEach(index -> found.addAll(index.sharing(keys)));
        found.remove(text);
        return found;
    }

    /**
     * The pairs of texts that lie on either side of a text that can be found, and which are near enough to be compared because of a key that it has
     * only without it.
     */
    Set<TextPair> parted(Text text) {
        long slice = slice(text);
        KeyIndex own = slices.get(slice);
        return own == null || !own.hasCrowds()
                ? Set.of()
                : new Neighbourhood(text, recent, slice, around(slice)).parted();
    }

    /** Whether two texts that can be found share enough keys by which they are near to be compared. */
    boolean areNear(TextPair pair) {
        long slice = slice(pair.one());
        return new Neighbourhood(pair.one(), recent, slice, around(slice)).isNear(pair.other());
    }

    /** A slice is as long as the window, so all texts within the window are in it or in a neighbour. */
    private NavigableMap<Long, KeyIndex> around(long slice) {
        if (slice == TIMELESS) {
            return slices;
        }
        NavigableMap<Long, KeyIndex> around = new TreeMap<>();
        for (long near : new long[] {slice - 1, slice, slice + 1, TIMELESS}) {
            KeyIndex index = slices.get(near);
            if (index != null) {
                around.put(near, index);
            }
        }
        return around;
    }

    static long slice(Text text) {
        Long millis = text.first().eventMillis();
        return millis == null ? TIMELESS : Math.floorDiv(millis, EdgeConstants.WINDOW);
    }
}
