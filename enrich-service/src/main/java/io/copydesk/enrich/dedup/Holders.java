package io.copydesk.enrich.dedup;

import io.copydesk.enrich.snapshot.SnapshotReader;
import io.copydesk.enrich.snapshot.SnapshotWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;

/**
 * The texts that have a key in common with many others, by their numbers, in the {@linkplain Text#ORDER order of texts}: blocks of some hundred, so that adding,
 * removing and finding the neighbours of one costs about the same however many there are. For one thread.
 */
final class Holders {

    private static final int BLOCK = 256;

    private final IntFunction<Text> texts;
    private final List<Block> blocks = new ArrayList<>(List.of(new Block(BLOCK)));
    private int size;

    /** @param texts the text with a number */
    Holders(IntFunction<Text> texts) {
        this.texts = texts;
    }

    private static final class Block {
        private final int[] numbers;
        private int size;

        Block(int length) {
            numbers = new int[length];
        }
    }

    int size() {
        return size;
    }

    void write(SnapshotWriter out) throws IOException {
        out.putInt(blocks.size());
        for (Block block : blocks) {
            out.putInts(block.numbers, block.size);
        }
    }

    /** What was written; {@code texts} as for the constructor. */
    static Holders read(SnapshotReader in, IntFunction<Text> texts) throws IOException {
        Holders read = new Holders(texts);
        read.blocks.clear();
        for (int left = in.getInt(); left > 0; left--) {
            int[] numbers = in.getInts();
            Block block = new Block(BLOCK);
            System.arraycopy(numbers, 0, block.numbers, 0, numbers.length);
            block.size = numbers.length;
            read.blocks.add(block);
            read.size += numbers.length;
        }
        return read;
    }

    void add(int number) {
        int at = block(texts.apply(number));
        Block block = blocks.get(at);
        if (block.size == BLOCK) {
            Block second = new Block(BLOCK);
            second.size = BLOCK / 2;
            block.size -= second.size;
            System.arraycopy(block.numbers, block.size, second.numbers, 0, second.size);
            blocks.add(at + 1, second);
            add(number);
            return;
        }
        int place = place(block, texts.apply(number));
        System.arraycopy(block.numbers, place, block.numbers, place + 1, block.size - place);
        block.numbers[place] = number;
        block.size++;
        size++;
    }

    /**
     * Removes a text that is in.
     *
     * @return its number
     */
    int remove(Text text) {
        int at = block(text);
        Block block = blocks.get(at);
        int place = place(block, text);
        int number = block.numbers[place];
        block.size--;
        System.arraycopy(block.numbers, place + 1, block.numbers, place, block.size - place);
        size--;
        if (block.size == 0 && blocks.size() > 1) {
            blocks.remove(at);
        }
        return number;
    }

    /** Hands over all, the first one first. */
    void forEach(IntConsumer action) {
        for (Block block : blocks) {
            for (int i = 0; i < block.size; i++) {
                action.accept(block.numbers[i]);
            }
        }
    }

    /** Gives each another number. */
    void renumber(IntUnaryOperator given) {
        for (Block block : blocks) {
            for (int i = 0; i < block.size; i++) {
                block.numbers[i] = given.applyAsInt(block.numbers[i]);
            }
        }
    }

    /** Up to so many of those before a text, the nearest one first. */
    List<Text> before(Text text, int most) {
        return collected(action -> forEachBefore(text, most, action));
    }

    /** Up to so many of those after a text that is in, the nearest one first. */
    List<Text> after(Text text, int most) {
        return collected(action -> forEachAfter(text, most, action));
    }

    /** The first ones, the first one first, or the last ones, the last one first. */
    List<Text> border(boolean last, int most) {
        return collected(action -> forEachAtBorder(last, most, action));
    }

    private List<Text> collected(Consumer<IntConsumer> walk) {
        List<Text> found = new ArrayList<>();
        walk.accept(number -> found.add(texts.apply(number)));
        return found;
    }

    /** Hands over what {@link #before} and {@link #after} find. */
    void forEachBeside(Text text, int most, IntConsumer action) {
        forEachBefore(text, most, action);
        forEachAfter(text, most, action);
    }

    private void forEachBefore(Text text, int most, IntConsumer action) {
        int at = block(text);
        walk(at, place(blocks.get(at), text) - 1, -1, most, action);
    }

    private void forEachAfter(Text text, int most, IntConsumer action) {
        int at = block(text);
        walk(at, place(blocks.get(at), text) + 1, 1, most, action);
    }

    /** Hands over what {@link #border} finds. */
    void forEachAtBorder(boolean last, int most, IntConsumer action) {
        int at = last ? blocks.size() - 1 : 0;
        walk(at, last ? blocks.get(at).size - 1 : 0, last ? -1 : 1, most, action);
    }

    /** Whether there are fewer than so many between two texts that are in. */
    boolean areWithin(Text one, Text other, int distance) {
        Text earlier = one.isBefore(other) ? one : other;
        Text later = earlier == one ? other : one;
        int at = block(earlier);
        int last = block(later);
        int apart = -place(blocks.get(at), earlier);
        for (; at < last && apart <= distance; at++) {
            apart += blocks.get(at).size;
        }
        return at == last && apart + place(blocks.get(last), later) <= distance;
    }

    /** The one with so many before it, which are fewer than there are. */
    Text atFirst(int rank) {
        int at = 0;
        int left = rank;
        while (left >= blocks.get(at).size) {
            left -= blocks.get(at++).size;
        }
        return texts.apply(blocks.get(at).numbers[left]);
    }

    /** The one with so many after it, which are fewer than there are. */
    Text atLast(int rank) {
        int at = blocks.size() - 1;
        int left = rank;
        while (left >= blocks.get(at).size) {
            left -= blocks.get(at--).size;
        }
        Block block = blocks.get(at);
        return texts.apply(block.numbers[block.size - 1 - left]);
    }

    /** @param step 1 towards later ones, -1 towards earlier ones */
    private void walk(int block, int place, int step, int most, IntConsumer action) {
        int at = block;
        int next = place;
        int left = most;
        while (left > 0 && at >= 0 && at < blocks.size()) {
            Block read = blocks.get(at);
            if (next >= 0 && next < read.size) {
                action.accept(read.numbers[next]);
                next += step;
                left--;
            } else {
                at += step;
                next = step > 0 || at < 0 ? 0 : blocks.get(at).size - 1;
            }
        }
    }

    /** The last block that begins with this text or an earlier one, or else the first. */
    private int block(Text text) {
        int low = 0;
        int high = blocks.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            boolean later = Text.ORDER.compare(texts.apply(blocks.get(middle).numbers[0]), text) > 0;
            low = later ? low : middle;
            high = later ? middle - 1 : high;
        }
        return low;
    }

    /** Where in a block this text is, or where it belongs. */
    private int place(Block block, Text text) {
        int low = 0;
        int high = block.size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            boolean earlier = Text.ORDER.compare(texts.apply(block.numbers[middle]), text) < 0;
            low = earlier ? middle + 1 : low;
            high = earlier ? high : middle;
        }
        return low;
    }
}
