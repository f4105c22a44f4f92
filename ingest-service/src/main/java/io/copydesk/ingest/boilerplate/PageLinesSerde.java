package io.copydesk.ingest.boilerplate;

import io.copydesk.ingest.boilerplate.PageLines.Line;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/** {@link PageLines} as bytes, for a state store. Thread-safe. */
public final class PageLinesSerde implements Serde<PageLines> {

    private static final int LINE_HEAD = Long.BYTES + Short.BYTES + 3;

    @Override
    public Serializer<PageLines> serializer() {
        return (topic, page) -> page == null ? null : bytes(page);
    }

    @Override
    public Deserializer<PageLines> deserializer() {
        return (topic, bytes) -> bytes == null ? null : page(topic, bytes);
    }

    private static byte[] bytes(PageLines page) {
        int size = Long.BYTES + 3 + Character.BYTES * page.title().length;
        for (Line line : page.lines()) {
            size += LINE_HEAD + Integer.BYTES * line.key().parts().length + Character.BYTES * line.words().length;
        }
        ByteBuffer out = ByteBuffer.allocate(size);
        out.putLong(page.headline());
        putWords(out, page.title());
        out.put((byte) (page.cut() ? 1 : 0));
        out.put((byte) page.lines().size());
        for (Line line : page.lines()) {
            out.putLong(line.key().whole()).putShort((short) line.key().words());
            putInts(out, line.key().parts());
            out.put((byte) (line.label() ? 1 : 0));
            putWords(out, line.words());
        }
        return out.array();
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
        boolean cut = in.get() == 1;
        int count = Byte.toUnsignedInt(in.get());
        List<Line> lines = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            long whole = in.getLong();
            int words = Short.toUnsignedInt(in.getShort());
            LineKey key = new LineKey(whole, ints(in), words);
            boolean label = in.get() == 1;
            lines.add(new Line(key, label, words(in)));
        }
        return new PageLines(headline, title, cut, List.copyOf(lines));
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
