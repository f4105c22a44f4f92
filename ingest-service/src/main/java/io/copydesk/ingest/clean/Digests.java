package io.copydesk.ingest.clean;

import io.copydesk.schemas.Sha256;
import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** SHA-256 digests of texts, in hex. */
final class Digests {

    private Digests() {}

    /** The digest of what a reader reads: case, punctuation and white space do not count (NFKC first). */
    static String text(String body) {
        String folded = Normalizer.normalize(body, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder words = new StringBuilder(folded.length());
        folded.codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c)) {
                words.appendCodePoint(c);
            } else if (!words.isEmpty() && words.charAt(words.length() - 1) != ' ') {
                words.append(' ');
            }
        });
        return Sha256.hex(words.toString().strip());
    }

    /** The digest of what makes a version: headline and text, but for white space. */
    static String content(@Nullable String headline, String body) {
        return Sha256.hex(
                (headline == null ? "" : headline.strip()) + "\n" + body.strip().replaceAll("\\s+", " "));
    }
}
