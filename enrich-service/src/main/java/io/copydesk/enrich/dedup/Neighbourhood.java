package io.copydesk.enrich.dedup;

import io.copydesk.enrich.sketch.Fingerprint.Keys;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The texts that are near a text by the keys that they share. By a key that no more than {@link EdgeConstants#MOST_AROUND} texts of a slice of time have, all of
 * these are near each other. By one that more have, each is near as many before and after it in its slice; and across slices the last ones of the
 * earlier slice are near the first ones of the later. That is symmetric and a function of the set of texts, and bounds what one text costs. Used once, by one thread.
 */
final class Neighbourhood {

    private static final int MOST = EdgeConstants.MOST_AROUND;

    private final Text text;
    private final RecentSamples samples;
    private final Keys keys;
    private final long slice;
    private final NavigableMap<Long, KeyIndex> around;
    private final KeyIndex own;
    private final int[] ascending;

    /** The crowds of the ascending keys in its own slice, {@code null} for a key without one. */
    private final @Nullable Holders[] crowds;

    /**
     * @param text a text that is in the index of its slice
     * @param samples of all texts
     * @param around the slices whose texts may be compared with it, its own among them
     */
    Neighbourhood(Text text, RecentSamples samples, long slice, NavigableMap<Long, KeyIndex> around) {
        this.text = text;
        this.samples = samples;
        keys = samples.of(text).keys();
        this.slice = slice;
        this.around = around;
        own = indexOf(slice);
        ascending = samples.of(text).ascendingKeys();
        crowds = new Holders[ascending.length];
        Arrays.setAll(crowds, i -> own.crowd(ascending[i]));
    }

    private KeyIndex indexOf(long of) {
        KeyIndex index = around.get(of);
        if (index == null) {
            throw new IllegalStateException("a text is in the index of its slice");
        }
        return index;
    }

    /** The texts to compare it with, in any order, each once. */
    List<Text> candidates() {
        Set<Text> found = new LinkedHashSet<>();
        around.forEach((of, index) -> find(of, index, found));
        found.remove(text);
        found.removeIf(other -> !isNear(other));
        return List.copyOf(found);
    }

    /** Finds the texts of one slice that seem to be near by enough keys, and all that are: most that are beside the text in a crowd are near by no other key. */
    private void find(long of, KeyIndex index, Set<Text> found) {
        KeyIndex.Search search = index.new Search();
        for (int i = 0; i < keys.size(); i++) {
            int key = keys.distinct(i);
            boolean isRun = keys.isRun(i);
            Holders crowd = index.crowd(key);
            if (of != slice && !isAtBorder(own.crowd(key), text, of > slice)) {
                continue;
            }
            if (crowd == null) {
                search.lookUp(keys, i);
            } else if (of == slice) {
                crowd.forEachBeside(text, MOST, number -> search.count(number, isRun));
            } else {
                crowd.forEachAtBorder(of < slice, MOST, number -> search.count(number, isRun));
            }
        }
        found.addAll(search.end());
    }

    /** Whether a text is among the first or the last ones of its slice that have a key, of which {@code crowd} are those of very many. */
    private static boolean isAtBorder(@Nullable Holders crowd, Text text, boolean last) {
        if (crowd == null) {
            return true;
        }
        Text limit = last ? crowd.atLast(MOST - 1) : crowd.atFirst(MOST - 1);
        return last ? !text.isBefore(limit) : !limit.isBefore(text);
    }

    /** Whether enough of the keys that both have make the other text near; those of runs are read first. */
    boolean isNear(Text other) {
        long of = TextIndex.slice(other);
        KeyIndex index = indexOf(of);
        int[] theirs = samples.of(other).ascendingKeys();
        int near = 0;
        for (int i = ascending.length - 1, j = theirs.length - 1; i >= 0 && j >= 0 && near < KeyIndex.ENOUGH; ) {
            int order = Integer.compare(ascending[i], theirs[j]);
            if (order == 0 && isNear(i, other, of, index)) {
                near += Keys.isRunKey(theirs[j]) ? KeyIndex.ENOUGH : 1;
            }
            i -= order >= 0 ? 1 : 0;
            j -= order <= 0 ? 1 : 0;
        }
        return near >= KeyIndex.ENOUGH;
    }

    /** Whether the other text is near by the key at a place of the ascending ones. */
    private boolean isNear(int place, Text other, long of, KeyIndex index) {
        Holders crowd = crowds[place];
        if (of == slice) {
            return crowd == null || crowd.areWithin(text, other, MOST);
        }
        return isAtBorder(crowd, text, of > slice) && isAtBorder(index.crowd(ascending[place]), other, of < slice);
    }

    /** The pairs of other texts that some key makes near only without this text. */
    Set<TextPair> parted() {
        Set<TextPair> parted = new LinkedHashSet<>();
        for (int i = 0; i < keys.size(); i++) {
            int key = keys.distinct(i);
            Holders crowd = own.crowd(key);
            if (crowd != null) {
                partBeside(crowd, parted);
                partAtBorder(key, crowd, true, parted);
                partAtBorder(key, crowd, false, parted);
            }
        }
        return parted;
    }

    private void partBeside(Holders crowd, Set<TextPair> parted) {
        List<Text> before = crowd.before(text, MOST);
        List<Text> after = crowd.after(text, MOST);
        for (int i = Math.max(0, MOST - after.size()); i < before.size(); i++) {
            parted.add(TextPair.of(before.get(i), after.get(MOST - 1 - i)));
        }
    }

    /** The text that it pushes from the border of its slice is not near the border of the others any more. */
    private void partAtBorder(int key, Holders crowd, boolean last, Set<TextPair> parted) {
        if (!isAtBorder(crowd, text, last)) {
            return;
        }
        Text pushed = last ? crowd.atLast(MOST) : crowd.atFirst(MOST);
        Map<Long, KeyIndex> others = last ? around.tailMap(slice, false) : around.headMap(slice, false);
        for (KeyIndex index : others.values()) {
            Holders theirs = index.crowd(key);
            List<Text> near = theirs == null ? index.having(key) : theirs.border(!last, MOST);
            near.forEach(other -> parted.add(TextPair.of(pushed, other)));
        }
    }
}
