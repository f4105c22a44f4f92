package io.copydesk.enrich.sketch;

import io.copydesk.schemas.LowerCase;
import org.jspecify.annotations.Nullable;

/** The parts of a {@link Fingerprint} by name; what is not set is unknown. For one thread. */
final class FingerprintBuilder {

    /** Most characters of a tag before a headline, as in "UPDATE 1-". */
    private static final int LONGEST_TAG = 24;

    /** Fewest characters of a headline after its tag. */
    private static final int LEAST_HEADLINE = 20;

    private final String id;
    private final String site;
    private @Nullable String language;
    private long millis = Fingerprint.UNKNOWN_TIME;
    private String headline = "";
    private @Nullable String textDigest;
    private int words;
    private boolean agency;
    private byte[] samples = {};
    private byte[] order = Fingerprint.UNKNOWN_ORDER;

    FingerprintBuilder(String id, String site) {
        this.id = id;
        this.site = site;
    }

    /** @param tag BCP 47 tag */
    FingerprintBuilder language(@Nullable String tag) {
        language = tag;
        return this;
    }

    /** @param eventMillis event time in milliseconds since 1970 */
    FingerprintBuilder eventMillis(@Nullable Long eventMillis) {
        millis = eventMillis == null ? Fingerprint.UNKNOWN_TIME : eventMillis;
        return this;
    }

    FingerprintBuilder headline(@Nullable String title) {
        headline = title == null ? "" : LowerCase.of(title.strip());
        return this;
    }

    /** @param digest digest of the normalised text, {@code null} when there is no text */
    FingerprintBuilder textDigest(@Nullable String digest) {
        textDigest = digest;
        return this;
    }

    /** @param count number of words of the text */
    FingerprintBuilder words(int count) {
        words = count;
        return this;
    }

    /** @param credited whether the text credits a news agency */
    FingerprintBuilder agency(boolean credited) {
        agency = credited;
        return this;
    }

    /**
     * @param shingles sample of the text
     * @param lead word pairs of its beginning
     * @param runKeys keys of its runs of words
     */
    FingerprintBuilder samples(Shingles shingles, Shingles lead, int[] runKeys) {
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
                id,
                site,
                language,
                millis,
                text,
                hash(untagged(headline)),
                words,
                agency,
                PackedSamples.of(samples, order));
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
