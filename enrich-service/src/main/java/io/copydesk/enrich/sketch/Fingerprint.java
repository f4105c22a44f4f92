package io.copydesk.enrich.sketch;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.copydesk.enrich.memory.ByteBlocks;
import io.copydesk.enrich.snapshot.SnapshotReader;
import io.copydesk.enrich.snapshot.SnapshotWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is compared of the latest version of one article to find its copies: some 900 bytes. Immutable.
 *
 * <p>Headlines and texts are kept as hashes; the samples of a text are kept packed, on the heap or in a block of a {@link ByteBlocks}.
 */
@JsonAutoDetect(
        fieldVisibility = Visibility.NONE,
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE,
        creatorVisibility = Visibility.ANY)
@JsonPropertyOrder({"id", "site", "language", "millis", "text", "headline", "words", "agency", "samples", "order"})
public final class Fingerprint {

    /** Earlier first; an unknown time comes last; then by id. A total order over articles. */
    public static final Comparator<Fingerprint> ORDER = Fingerprint::compare;

    /** As the ids compare. */
    public static final Comparator<Fingerprint> BY_ID = Fingerprint::compareIds;

    static final byte[] UNKNOWN_ORDER = {};

    static final long UNKNOWN_TIME = Long.MAX_VALUE;

    /** The two halves of the id; see {@link ArticleKey}. */
    private final long idHigh;

    private final long idLow;
    private final @Nullable String otherId;
    private final String site;
    private final @Nullable String language;
    private final long millis;
    private final long text;
    private final int headline;
    private final int words;
    private final boolean agency;

    /** The {@link PackedSamples}; {@code null} when they are in {@link #blocks}. */
    private final byte @Nullable [] packed;

    private final @Nullable ByteBlocks blocks;
    private final int address;

    @JsonCreator
    private Fingerprint(
            @JsonProperty("id") String id,
            @JsonProperty("site") String site,
            @JsonProperty("language") @Nullable String language,
            @JsonProperty("millis") long millis,
            @JsonProperty("text") long text,
            @JsonProperty("headline") int headline,
            @JsonProperty("words") int words,
            @JsonProperty("agency") boolean agency,
            @JsonProperty("samples") byte[] samples,
            @JsonProperty("order") byte @Nullable [] order) {
        this(
                id,
                site,
                language,
                millis,
                text,
                headline,
                words,
                agency,
                PackedSamples.of(samples, order == null ? UNKNOWN_ORDER : order));
    }

    Fingerprint(
            String id,
            String site,
            @Nullable String language,
            long millis,
            long text,
            int headline,
            int words,
            boolean agency,
            byte[] packed) {
        this.idHigh = ArticleKey.high(id);
        this.idLow = ArticleKey.low(id);
        this.otherId = ArticleKey.other(id);
        this.site = site.intern();
        this.language = language == null ? null : language.intern();
        this.millis = millis;
        this.text = text;
        this.headline = headline;
        this.words = words;
        this.agency = agency;
        this.packed = packed;
        this.blocks = null;
        this.address = ByteBlocks.NONE;
    }

    /** One that is held in a block. */
    private Fingerprint(Fingerprint of, ByteBlocks blocks) {
        this.idHigh = of.idHigh;
        this.idLow = of.idLow;
        this.otherId = of.otherId;
        this.site = of.site;
        this.language = of.language;
        this.millis = of.millis;
        this.text = of.text;
        this.headline = of.headline;
        this.words = of.words;
        this.agency = of.agency;
        this.packed = null;
        this.blocks = blocks;
        this.address = blocks.add(of.packedBytes());
    }

    /**
     * Starts the fingerprint of an article.
     *
     * @param id article id
     * @param site registrable domain
     */
    static FingerprintBuilder builder(String id, String site) {
        return new FingerprintBuilder(id, site);
    }

    /**
     * This fingerprint with its samples in a block, until that is {@linkplain #release released}.
     *
     * @param blocks what it is compared with is there as well
     */
    public Fingerprint heldIn(ByteBlocks blocks) {
        return new Fingerprint(this, blocks);
    }

    /** Gives the block of its samples back. */
    public void release() {
        if (blocks != null) {
            blocks.release(address);
        }
    }

    /** The {@link PackedSamples}; not to be modified. */
    ByteBuffer packed() {
        return packed == null ? Objects.requireNonNull(blocks).get(address) : ByteBuffer.wrap(packed);
    }

    private byte[] packedBytes() {
        ByteBuffer all = packed();
        byte[] copy = new byte[all.remaining()];
        all.get(copy);
        return copy;
    }

    /** Article id; composed at each call. */
    @JsonProperty
    public String id() {
        return otherId == null ? ArticleKey.id(idHigh, idLow) : otherId;
    }

    /** A hash of the id with all its bits mixed. */
    public long idHash() {
        return ArticleKey.hash(idHigh, idLow);
    }

    /** {@link #idHash} of the article with this id. */
    public static long hashOf(String id) {
        return ArticleKey.hash(id);
    }

    private static int compare(Fingerprint a, Fingerprint b) {
        return a.millis == b.millis ? compareIds(a, b) : Long.compare(a.millis, b.millis);
    }

    /** As the ids compare. */
    private static int compareIds(Fingerprint a, Fingerprint b) {
        if (a.otherId != null || b.otherId != null) {
            return a.id().compareTo(b.id());
        }
        int high = Long.compareUnsigned(a.idHigh, b.idHigh);
        return high == 0 ? Long.compareUnsigned(a.idLow, b.idLow) : high;
    }

    /** Whether it is of the article with this id. */
    public boolean isOf(String id) {
        return otherId == null ? ArticleKey.isOf(id, idHigh, idLow) : otherId.equals(id);
    }

    /** Whether both are of one article. */
    public boolean isOfSameArticle(Fingerprint other) {
        return idHigh == other.idHigh && idLow == other.idLow && Objects.equals(otherId, other.otherId);
    }

    /** Registrable domain. */
    @JsonProperty
    public String site() {
        return site;
    }

    /** BCP 47 tag. */
    @JsonProperty
    public @Nullable String language() {
        return language;
    }

    /** Event time in milliseconds since 1970, {@code null} when unknown. */
    public @Nullable Long eventMillis() {
        return millis == UNKNOWN_TIME ? null : millis;
    }

    /** The same without an object; {@code unknown} when it is unknown. */
    public long eventMillisOr(long unknown) {
        return millis == UNKNOWN_TIME ? unknown : millis;
    }

    /** Whether the event time is known. */
    public boolean hasEventTime() {
        return millis != UNKNOWN_TIME;
    }

    /** Hash of the text: articles with the same key have the same text. The key of an article without text is its own. */
    @JsonProperty("text")
    public long textKey() {
        return text;
    }

    @JsonProperty("millis")
    private long storedMillis() {
        return millis;
    }

    @JsonProperty("headline")
    int storedHeadline() {
        return headline;
    }

    @JsonProperty("samples")
    private byte[] storedSamples() {
        return PackedSamples.samples(packed());
    }

    /** See {@link Order}; empty in a sketch that was made before orders were kept. */
    @JsonProperty("order")
    @JsonInclude(Include.NON_EMPTY)
    private byte[] storedOrder() {
        return PackedSamples.order(packed());
    }

    /** Number of words of the text. */
    @JsonProperty
    public int words() {
        return words;
    }

    /** Whether the text credits a news agency. */
    @JsonProperty
    public boolean agency() {
        return agency;
    }

    /** Whether the article has a headline. */
    public boolean isTitled() {
        return headline != 0;
    }

    /** Whether the headlines are the same but for a tag before them, as in "UPDATE 1-". */
    public boolean isTitledLike(Fingerprint other) {
        return headline != 0 && headline == other.headline;
    }

    /** The samples of the text; unpacked at each call. */
    public Samples samples() {
        return new Samples(this);
    }

    /** The keys of the text; unpacked at each call. */
    public Keys keys() {
        ByteBuffer all = packed();
        return new Keys(
                Shingles.unpack(PackedBits.of(PackedSamples.samples(all))).keys(),
                Order.of(PackedSamples.order(all)).runKeys());
    }

    /**
     * Keys by which texts that share something are looked up. Two texts are compared when they have two of the first kind or one of the
     * second in common.
     *
     * @param sequences keys of word sequences
     * @param runs keys of runs of ten words
     */
    public record Keys(int[] sequences, int[] runs) {

        /** What tells keys of runs from those of sequences, which have fewer bits. */
        private static final int RUN = 1 << Runs.KEY_BITS;

        /** How many there are. */
        public int size() {
            return sequences.length + runs.length;
        }

        /** The key at a place; those of sequences come first. */
        public int at(int index) {
            return index < sequences.length ? sequences[index] : runs[index - sequences.length];
        }

        /** Whether the key at this place is enough to compare two texts. */
        public boolean isRun(int index) {
            return index >= sequences.length;
        }

        /** The key at a place as a number that no key of the other kind has. */
        public int distinct(int index) {
            return isRun(index) ? at(index) | RUN : at(index);
        }

        /** Whether a {@link #distinct} key is one of these. */
        public boolean contains(int key) {
            return Arrays.stream(isRunKey(key) ? runs : sequences).anyMatch(own -> own == plain(key));
        }

        /** A {@link #distinct} key as {@link #at} gives it. */
        public static int plain(int key) {
            return key & ~RUN;
        }

        /** Whether a {@link #distinct} key is enough to compare two texts. */
        public static boolean isRunKey(int key) {
            return (key & RUN) != 0;
        }

        /** All keys, each as {@link #distinct} gives it, ascending. */
        public int[] ascending() {
            int[] all = new int[size()];
            boolean sorted = true;
            for (int i = 0; i < all.length; i++) {
                all[i] = distinct(i);
                sorted &= i == 0 || all[i - 1] <= all[i];
            }
            if (!sorted) {
                Arrays.sort(all);
            }
            return all;
        }
    }

    /** Milliseconds between the two event times; 0 when either is unknown. */
    public long gapTo(Fingerprint other) {
        return millis == UNKNOWN_TIME || other.millis == UNKNOWN_TIME ? 0 : Math.abs(millis - other.millis);
    }

    /** Writes one that is held in a block, by the address of that. */
    public void write(SnapshotWriter out) throws IOException {
        out.putText(otherId);
        out.putLong(idHigh);
        out.putLong(idLow);
        out.putName(site);
        out.putName(language);
        out.putLong(millis);
        out.putLong(text);
        out.putInt(headline);
        out.putInt(words);
        out.putBoolean(agency);
        out.putInt(address);
    }

    /**
     * The fingerprint that was {@linkplain #write written}.
     *
     * @param blocks have its samples
     */
    public static Fingerprint read(SnapshotReader in, ByteBlocks blocks) throws IOException {
        return new Fingerprint(in, blocks);
    }

    private Fingerprint(SnapshotReader in, ByteBlocks blocks) throws IOException {
        otherId = in.getText();
        idHigh = in.getLong();
        idLow = in.getLong();
        site = Objects.requireNonNull(in.getName());
        language = in.getName();
        millis = in.getLong();
        text = in.getLong();
        headline = in.getInt();
        words = in.getInt();
        agency = in.getBoolean();
        packed = null;
        this.blocks = blocks;
        address = blocks.restored(in.getInt());
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof Fingerprint that
                        && isOfSameArticle(that)
                        && site.equals(that.site)
                        && Objects.equals(language, that.language)
                        && millis == that.millis
                        && text == that.text
                        && headline == that.headline
                        && words == that.words
                        && agency == that.agency
                        && packed().equals(that.packed());
    }

    @Override
    public int hashCode() {
        return (int) idHash();
    }
}
