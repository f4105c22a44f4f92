package io.copydesk.extraction.language;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
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
    /** Languages with little news: of two languages that a text resembles equally, it is rather in the other one. */
    private static final Set<String> RARE =
            Set.of("eo", "gl", "la", "lg", "mi", "sn", "st", "tn", "ts", "xh", "yo", "zu");

    private static final int HANDICAP = 3 * UNITS_PER_NAT / 2;

    private final List<String> languages;

    private final int[] handicaps;

    private final SequenceTable sequences;
    private final SurprisalPairs pairs;
    private final ShortSequences shortSequences;

    private LetterModel(List<String> languages, SequenceTable sequences, SurprisalPairs pairs) {
        this.languages = List.copyOf(languages);
        this.sequences = sequences;
        this.pairs = pairs;
        shortSequences = ShortSequences.of(sequences, pairs, languages.size());
        handicaps = languages.stream()
                .mapToInt(language -> RARE.contains(language) ? HANDICAP : 0)
                .toArray();
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
        return handicaps.clone();
    }

    /** The entry of the sequence of {@code length} letters with this hash, {@link SequenceTable#NONE} when the model does not have it. */
    int find(int length, int hash) {
        return length <= ShortSequences.LONGEST ? shortSequences.find(hash) : sequences.find(hash);
    }

    /**
     * Sets the surprisal of a letter in each language.
     *
     * @param entries of the sequences of one, two, … letters that end with it
     * @param known how many of them there are, at least 1
     */
    void read(int[] entries, int known, int[] surprises) {
        int shortest = Math.min(known, ShortSequences.LONGEST) - 1;
        shortSequences.read(entries[shortest], (known - 1 - shortest) * SurprisalPairs.UNKNOWN, surprises);
        for (int i = shortest + 1; i < known; i++) {
            pairs.read(entries[i], (known - 1 - i) * SurprisalPairs.UNKNOWN, surprises);
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
        int[] hashes = new int[count];
        for (int i = 0; i < count; i++) {
            hashes[i] = in.readInt();
        }
        byte[] pairs = new byte[in.readInt()];
        in.readFully(pairs);
        SequenceTable sequences = new SequenceTable(count);
        for (int i = 0, start = 0; i < count; i++) {
            sequences.put(hashes[i], start);
            start += 1 + 2 * (pairs[start] & 0xff);
        }
        return new LetterModel(languages, sequences, new SurprisalPairs(pairs));
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
