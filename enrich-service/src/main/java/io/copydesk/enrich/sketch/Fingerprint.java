package io.copydesk.enrich.sketch;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.copydesk.enrich.snapshot.SnapshotReader;
import io.copydesk.enrich.snapshot.SnapshotWriter;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is compared of the latest version of one article to find its copies: some 900 bytes. Immutable.
 *
 * <p>Headlines and texts are kept as hashes; the samples of a text are kept packed.
 */
@JsonAutoDetect(
        fieldVisibility = Visibility.ANY,
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE,
        creatorVisibility = Visibility.ANY)
public final class Fingerprint {

    /** Earlier first; an unknown time comes last; then by id. A total order over articles. */
    public static final Comparator<Fingerprint> ORDER =
            Comparator.comparingLong((Fingerprint f) -> f.millis).thenComparing(Fingerprint::id);

    private static final byte[] UNKNOWN_ORDER = {};

    private static final long UNKNOWN_TIME = Long.MAX_VALUE;

    /** Most characters of a tag before a headline, as in "UPDATE 1-". */
    private static final int LONGEST_TAG = 24;

    /** Fewest characters of a headline after its tag. */
    private static final int LEAST_HEADLINE = 20;

    private final String id;
    private final String site;
    private final @Nullable String language;
    private final long millis;
    private final long text;
    private final int headline;
    private final int words;
    private final boolean agency;
    private final byte[] samples;

    /** See {@link Order}; empty in a sketch that was made before orders were kept. */
    @JsonInclude(Include.NON_EMPTY)
    private final byte[] order;

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
        this.id = id;
        this.site = site.intern();
        this.language = language == null ? null : language.intern();
        this.millis = millis;
        this.text = text;
        this.headline = headline;
        this.words = words;
        this.agency = agency;
        this.samples = samples;
        this.order = order == null ? UNKNOWN_ORDER : order;
    }

    /**
     * Starts the fingerprint of an article.
     *
     * @param id article id
     * @param site registrable domain
     */
    static Builder builder(String id, String site) {
        return new Builder(id, site);
    }

    /** The parts of a fingerprint by name; what is not set is unknown. */
    static final class Builder {
        private final String id;
        private final String site;
        private @Nullable String language;
        private long millis = UNKNOWN_TIME;
        private String headline = "";
        private @Nullable String textDigest;
        private int words;
        private boolean agency;
        private byte[] samples = {};
        private byte[] order = UNKNOWN_ORDER;

        private Builder(String id, String site) {
            this.id = id;
            this.site = site;
        }

        /** @param tag BCP 47 tag */
        Builder language(@Nullable String tag) {
            language = tag;
            return this;
        }

        /** @param eventMillis event time in milliseconds since 1970 */
        Builder eventMillis(@Nullable Long eventMillis) {
            millis = eventMillis == null ? UNKNOWN_TIME : eventMillis;
            return this;
        }

        Builder headline(@Nullable String title) {
            headline = title == null ? "" : title.strip().toLowerCase(Locale.ROOT);
            return this;
        }

        /** @param digest digest of the normalised text, {@code null} when there is no text */
        Builder textDigest(@Nullable String digest) {
            textDigest = digest;
            return this;
        }

        /** @param count number of words of the text */
        Builder words(int count) {
            words = count;
            return this;
        }

        /** @param credited whether the text credits a news agency */
        Builder agency(boolean credited) {
            agency = credited;
            return this;
        }

        /**
         * @param shingles sample of the text
         * @param lead word pairs of its beginning
         * @param runKeys keys of its runs of words
         */
        Builder samples(Shingles shingles, Shingles lead, int[] runKeys) {
            PackedBits packed = PackedBits.empty();
            shingles.pack(packed);
            lead.pack(packed);
            samples = packed.toBytes();
            order = Order.pack(shingles, runKeys);
            return this;
        }

        Fingerprint build() {
            long text = Shingles.mix(Shingles.hash(textDigest == null ? "article " + id : textDigest));
            return new Fingerprint(
                    id, site, language, millis, text, hash(untagged(headline)), words, agency, samples, order);
        }
    }

    /** Article id. */
    public String id() {
        return id;
    }

    /** A hash of the id with all its bits mixed. */
    public long idHash() {
        return hashOf(id);
    }

    /** {@link #idHash} of the article with this id. */
    public static long hashOf(String id) {
        return Shingles.mix(Shingles.hash(id));
    }

    /** Registrable domain. */
    public String site() {
        return site;
    }

    /** BCP 47 tag. */
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
    public long textKey() {
        return text;
    }

    /** Number of words of the text. */
    public int words() {
        return words;
    }

    /** Whether the text credits a news agency. */
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
        PackedBits bits = PackedBits.of(samples);
        return new Samples(Shingles.unpack(bits), Shingles.unpackLead(bits), Order.of(order));
    }

    /** The keys of the text; unpacked at each call. */
    public Keys keys() {
        return new Keys(
                Shingles.unpack(PackedBits.of(samples)).keys(), Order.of(order).runKeys());
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

    /**
     * The samples of a text.
     *
     * @param shingles a sample of its word sequences
     * @param lead the word pairs of its beginning
     * @param order the order of the sequences
     */
    public record Samples(Shingles shingles, Shingles lead, Order order) {

        /** {@link Fingerprint#keys()} of the text. */
        public Keys keys() {
            return new Keys(shingles.keys(), order.runKeys());
        }

        /** Whether two texts have enough keys in common to be compared. */
        public boolean sharesKeys(Samples other) {
            return shingles.sharedKeys(other.shingles) >= 2
                    || Shingles.shared(order.runKeys(), other.order.runKeys()) > 0;
        }
    }

    /** Milliseconds between the two event times; 0 when either is unknown. */
    public long gapTo(Fingerprint other) {
        return millis == UNKNOWN_TIME || other.millis == UNKNOWN_TIME ? 0 : Math.abs(millis - other.millis);
    }

    /** This fingerprint, sharing the array of equal samples with {@code other} to save memory. */
    public Fingerprint sharing(Fingerprint other) {
        return samples != other.samples && Arrays.equals(samples, other.samples) && Arrays.equals(order, other.order)
                ? new Fingerprint(id, site, language, millis, text, headline, words, agency, other.samples, other.order)
                : this;
    }

    /**
     * Writes it, without its samples when they are those of {@code like}.
     *
     * @param like a fingerprint that was written before, this one for none
     */
    public void write(SnapshotWriter out, Fingerprint like) throws IOException {
        out.putText(id);
        out.putText(site);
        out.putText(language);
        out.putLong(millis);
        out.putLong(text);
        out.putInt(headline);
        out.putInt(words);
        out.putBoolean(agency);
        boolean shared = this != like && samples == like.samples;
        out.putBoolean(shared);
        if (!shared) {
            out.putBytes(samples);
            out.putBytes(order);
        }
    }

    /** The fingerprint that was {@linkplain #write written}, with the same {@code like}, {@code null} for none. */
    public static Fingerprint read(SnapshotReader in, @Nullable Fingerprint like) throws IOException {
        String id = Objects.requireNonNull(in.getText());
        String site = Objects.requireNonNull(in.getText());
        String language = in.getText();
        long millis = in.getLong();
        long text = in.getLong();
        int headline = in.getInt();
        int words = in.getInt();
        boolean agency = in.getBoolean();
        if (in.getBoolean()) {
            byte[] samples = Objects.requireNonNull(like).samples;
            return new Fingerprint(id, site, language, millis, text, headline, words, agency, samples, like.order);
        }
        return new Fingerprint(id, site, language, millis, text, headline, words, agency, in.getBytes(), in.getBytes());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fingerprint that
                && id.equals(that.id)
                && site.equals(that.site)
                && Objects.equals(language, that.language)
                && millis == that.millis
                && text == that.text
                && headline == that.headline
                && words == that.words
                && agency == that.agency
                && Arrays.equals(samples, that.samples)
                && Arrays.equals(order, that.order);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    private static String untagged(String title) {
        for (int i = Math.min(LONGEST_TAG, title.length() - LEAST_HEADLINE); i > 0; i--) {
            char before = title.charAt(i - 1);
            if (before == ':' || before == '-' || before == '–' || before == '—' || before == '|') {
                return title.substring(i).strip();
            }
        }
        return title;
    }

    /** 0 for none. */
    private static int hash(String title) {
        return title.isEmpty() ? 0 : (int) (Shingles.mix(Shingles.hash(title)) >>> 32) | 1;
    }
}
