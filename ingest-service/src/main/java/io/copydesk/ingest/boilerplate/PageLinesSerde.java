package io.copydesk.ingest.boilerplate;

import io.copydesk.ingest.boilerplate.PageLines.Line;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/**
 * {@link PageLines} as bytes, for a state store. The place of a line is kept behind its words, where a version that knows no places takes it for
 * two more words: such a version can go on from this state, and this one from that. Thread-safe.
 */
public final class PageLinesSerde implements Serde<PageLines> {

    private static final int LINE_HEAD = Long.BYTES + Short.BYTES + 3;

    /** Bits of the byte behind the title. */
    private static final int CUT = 1;

    private static final int PLACES = 2;

    /** Characters behind the words of a line that hold its place. */
    private static final int PLACE_CHARS = Integer.BYTES / Character.BYTES;

    @Override
    public Serializer<PageLines> serializer() {
        return (topic, page) -> page == null ? null : bytes(page);
    }

    @Override
    public Deserializer<PageLines> deserializer() {
        return (topic, bytes) -> bytes == null ? null : page(topic, bytes);
    }

    private static byte[] bytes(PageLines page) {
        boolean places = page.lines().stream().anyMatch(line -> line.place() != PageLines.NO_PLACE);
        int size = Long.BYTES + 3 + Character.BYTES * page.title().length;
        for (Line line : page.lines()) {
            size += places ? Integer.BYTES : 0;
            size += LINE_HEAD + Integer.BYTES * line.key().parts().length + Character.BYTES * line.words().length;
        }
        ByteBuffer out = ByteBuffer.allocate(size);
        out.putLong(page.headline());
        putWords(out, page.title());
        out.put((byte) ((page.cut() ? CUT : 0) | (places ? PLACES : 0)));
        out.put((byte) page.lines().size());
        for (Line line : page.lines()) {
            out.putLong(line.key().whole()).putShort((short) line.key().words());
            putInts(out, line.key().parts());
            out.put((byte) (line.label() ? 1 : 0));
            putWords(out, places ? withPlace(line) : line.words());
        }
        return out.array();
    }

    private static char[] withPlace(Line line) {
        char[] words = Arrays.copyOf(line.words(), line.words().length + PLACE_CHARS);
        words[words.length - 2] = (char) (line.place() >>> Character.SIZE);
        words[words.length - 1] = (char) line.place();
        return words;
    }

    private static Line line(LineKey key, boolean label, char[] words, boolean places) {
        if (!places) {
            return new Line(key, label, words, PageLines.NO_PLACE);
        }
        int count = words.length - PLACE_CHARS;
        return new Line(key, label, Arrays.copyOf(words, count), words[count] << Character.SIZE | words[count + 1]);
    }

    /** @throws SerializationException when the bytes are not exactly one page */
    private static PageLines page(String topic, byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            PageLines page = page(in);
            if (!in.hasRemaining()) {
                return page;
            }
        } catch (BufferUnderflowException | NegativeArraySizeException e) {
            throw new SerializationException(refusal(topic, bytes), e);
        }
        throw new SerializationException(refusal(topic, bytes));
    }

    private static String refusal(String topic, byte[] bytes) {
        return "not the lines of a page in " + topic + ": " + bytes.length + " bytes";
    }

    private static PageLines page(ByteBuffer in) {
        long headline = in.getLong();
        char[] title = words(in);
        byte flags = in.get();
        int count = Byte.toUnsignedInt(in.get());
        List<Line> lines = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            long whole = in.getLong();
            int words = Short.toUnsignedInt(in.getShort());
            LineKey key = new LineKey(whole, ints(in), words);
            boolean label = in.get() == 1;
            lines.add(line(key, label, words(in), (flags & PLACES) != 0));
        }
        return new PageLines(headline, title, (flags & CUT) != 0, List.copyOf(lines));
    }

    private static void putWords(ByteBuffer out, char[] words) {
        out.put((byte) words.length);
        for (char word : words) {
            out.putChar(word);
        }
    }

    private static char[] words(ByteBuffer in) {
        char[] words = new char[in.get()];
        for (int i = 0; i < words.length; i++) {
            words[i] = in.getChar();
        }
        return words;
    }

    private static void putInts(ByteBuffer out, int[] values) {
        out.put((byte) values.length);
        for (int value : values) {
            out.putInt(value);
        }
    }

    private static int[] ints(ByteBuffer in) {
        int[] values = new int[in.get()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.getInt();
        }
        return values;
    }
}
