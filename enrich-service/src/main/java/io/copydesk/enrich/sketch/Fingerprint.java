package io.copydesk.enrich.sketch;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The latest version of one article, as far as copies are told by it: some 500 bytes. Immutable.
 *
 * <p>Headlines and texts are kept as hashes; the samples of a text are packed until they are asked for.
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

    private static final long UNKNOWN_TIME = Long.MAX_VALUE;

    /** A headline's tag, as in "UPDATE 1-", is no longer than this, and what follows no shorter than that. */
    private static final int LONGEST_TAG = 24;

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
            @JsonProperty("samples") byte[] samples) {
        this.id = id;
        this.site = site.intern();
        this.language = language == null ? null : language.intern();
        this.millis = millis;
        this.text = text;
        this.headline = headline;
        this.words = words;
        this.agency = agency;
        this.samples = samples;
    }

    /**
     * The fingerprint of an article.
     *
     * @param language BCP 47 tag
     * @param eventMillis event time in milliseconds since 1970, {@code null} when unknown
     * @param textDigest digest of the normalised text, {@code null} when there is no text
     * @param words number of words of the text
     * @param agency whether the text credits a news agency
     */
    static Fingerprint of(
            String id,
            String site,
            @Nullable String language,
            @Nullable Long eventMillis,
            @Nullable String headline,
            @Nullable String textDigest,
            int words,
            boolean agency,
            Shingles shingles,
            Shingles lead) {
        PackedBits samples = PackedBits.empty();
        shingles.pack(samples);
        lead.pack(samples);
        String title = headline == null ? "" : headline.strip().toLowerCase(Locale.ROOT);
        return new Fingerprint(
                id,
                site,
                language,
                eventMillis == null ? UNKNOWN_TIME : eventMillis,
                Shingles.mix(Shingles.hash(textDigest == null ? "article " + id : textDigest)),
                hash(untagged(title)),
                words,
                agency,
                samples.toBytes());
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

    /** Texts with the same key are the same text. An article without text is like no other. */
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

    /** What is kept of the text; unpacked at each call. */
    public Samples samples() {
        PackedBits bits = PackedBits.of(samples);
        return new Samples(Shingles.unpack(bits), Shingles.unpackLead(bits));
    }

    /**
     * What is kept of a text.
     *
     * @param shingles a sample of its word sequences
     * @param lead the word pairs of its beginning
     */
    public record Samples(Shingles shingles, Shingles lead) {}

    /** Milliseconds between the two event times; 0 when either is unknown, which is not held against them. */
    public long gapTo(Fingerprint other) {
        return millis == UNKNOWN_TIME || other.millis == UNKNOWN_TIME ? 0 : Math.abs(millis - other.millis);
    }

    /** The same, with the samples of an article that has the same text, which need not be kept twice. */
    public Fingerprint sharing(Fingerprint other) {
        return samples != other.samples && Arrays.equals(samples, other.samples)
                ? new Fingerprint(id, site, language, millis, text, headline, words, agency, other.samples)
                : this;
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
                && Arrays.equals(samples, that.samples);
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
