package io.copydesk.extraction.language;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The surprisal of a letter after the letters before it, in each language of one script. Sequences are identified by a hash;
 * surprisal is counted in {@value #UNITS_PER_NAT}ths of a nat. Immutable and thread-safe.
 */
public final class LetterModel {

    /** Letters of the longest sequence. */
    public static final int LONGEST = 5;

    /** Stands in a sequence for the place before the first and after the last letter of a word. */
    public static final char EDGE = ' ';

    /** Units of a nat (natural logarithm). */
    public static final int UNITS_PER_NAT = 16;

    private static final String RESOURCE = "letters.bin.gz";
    private static final int FREE = -1;

    /** Languages that few news are written in: between two that a text resembles equally, it is rather in the other one. */
    private static final Set<String> RARE = Set.of("eo", "la", "lg", "mi", "sn", "st", "tn", "ts", "xh", "yo", "zu");

    private static final int HANDICAP = 3 * UNITS_PER_NAT / 2;

    private final List<String> languages;

    /** Open addressing: hashes of sequences, and where their entries in {@link #pairs} begin. */
    private final int[] hashes;

    private final int[] offsets;
    private final int mask;

    /** For each sequence the number of languages, then as many pairs of a language and its surprisal. */
    private final byte[] pairs;

    private LetterModel(List<String> languages, int count, byte[] pairs, int[] sequences, int[] starts) {
        this.languages = List.copyOf(languages);
        this.pairs = pairs;
        mask = Integer.highestOneBit(Math.max(1, count) * 2 - 1) * 2 - 1;
        hashes = new int[mask + 1];
        offsets = new int[mask + 1];
        Arrays.fill(offsets, FREE);
        for (int i = 0; i < count; i++) {
            int slot = sequences[i] & mask;
            while (offsets[slot] != FREE) {
                slot = slot + 1 & mask;
            }
            hashes[slot] = sequences[i];
            offsets[slot] = starts[i];
        }
    }

    /** The hash of a sequence from the hash of all its letters but the first (0 for none) and the first: sequences are read backwards. */
    public static int hash(int rest, char letter) {
        int hash = (rest + letter) * 0x9E3779B1;
        return hash ^ hash >>> 15;
    }

    /** The hash of a whole sequence. */
    public static int hash(CharSequence sequence) {
        int hash = 0;
        for (int i = sequence.length() - 1; i >= 0; i--) {
            hash = hash(hash, sequence.charAt(i));
        }
        return hash;
    }

    /** The languages, as BCP 47 tags; surprisals are in their order. */
    List<String> languages() {
        return languages;
    }

    /** What each language is surprised by before the first letter, more in languages with little news; a new array. */
    int[] handicaps() {
        return languages.stream()
                .mapToInt(language -> RARE.contains(language) ? HANDICAP : 0)
                .toArray();
    }

    /** Where the pairs of the sequence with this hash begin, negative when the model does not have it. */
    int find(int hash) {
        for (int slot = hash & mask; offsets[slot] != FREE; slot = slot + 1 & mask) {
            if (hashes[slot] == hash) {
                return offsets[slot];
            }
        }
        return FREE;
    }

    /**
     * Sets the surprisals of those languages that have the sequence at {@code offset}, each raised by {@code more} but at most
     * {@code most}.
     */
    void read(int offset, int more, int most, int[] surprises) {
        int end = offset + 1 + 2 * (pairs[offset] & 0xff);
        for (int i = offset + 1; i < end; i += 2) {
            surprises[pairs[i]] = Math.min(most, more + (pairs[i + 1] & 0xff));
        }
    }

    /** Reads the bundled models, by the name of the script. */
    static Map<String, LetterModel> load() {
        try (InputStream resource = LetterModel.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException("missing letter model " + RESOURCE);
            }
            DataInputStream in =
                    new DataInputStream(new BufferedInputStream(new GZIPInputStream(resource, 1 << 16), 1 << 16));
            Map<String, LetterModel> models = new TreeMap<>();
            for (int scripts = in.readUnsignedByte(); scripts > 0; scripts--) {
                String script = in.readUTF();
                List<String> languages = List.of(in.readUTF().split(" "));
                models.put(script, read(languages, in));
            }
            return Map.copyOf(models);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LetterModel read(List<String> languages, DataInputStream in) throws IOException {
        int count = in.readInt();
        int[] sequences = new int[count];
        int[] starts = new int[count];
        for (int i = 0; i < count; i++) {
            sequences[i] = in.readInt();
        }
        byte[] pairs = new byte[in.readInt()];
        in.readFully(pairs);
        for (int i = 0, start = 0; i < count; i++) {
            starts[i] = start;
            start += 1 + 2 * (pairs[start] & 0xff);
        }
        return new LetterModel(languages, count, pairs, sequences, starts);
    }

    /**
     * Writes models in the form that the library reads.
     *
     * @param models by the name of the script: its languages, and for the hash of each sequence the pairs of a language's
     *     number and its surprisal
     */
    public static void write(SortedMap<String, Draft> models, OutputStream out) throws IOException {
        try (DataOutputStream data = new DataOutputStream(new GZIPOutputStream(out, 1 << 16))) {
            data.writeByte(models.size());
            for (Map.Entry<String, Draft> entry : models.entrySet()) {
                Draft draft = entry.getValue();
                data.writeUTF(entry.getKey());
                data.writeUTF(String.join(" ", draft.languages()));
                data.writeInt(draft.sequences().size());
                int bytes = 0;
                for (Map.Entry<Integer, byte[]> sequence : draft.sequences().entrySet()) {
                    data.writeInt(sequence.getKey());
                    bytes += 1 + sequence.getValue().length;
                }
                data.writeInt(bytes);
                for (byte[] pairs : draft.sequences().values()) {
                    data.writeByte(pairs.length / 2);
                    data.write(pairs);
                }
            }
        }
    }

    /**
     * A model before it is written.
     *
     * @param languages BCP 47 tags
     * @param sequences by hash, pairs of the language's position and its surprisal
     */
    public record Draft(List<String> languages, SortedMap<Integer, byte[]> sequences) {}
}
