package io.copydesk.ingest.clean;

import io.copydesk.schemas.LowerCase;
import io.copydesk.schemas.NormalForms;
import io.copydesk.schemas.Sha256;
import org.jspecify.annotations.Nullable;

/** SHA-256 digests of texts, in hex. */
final class Digests {

    private Digests() {}

    /** The digest of what a reader reads: case, punctuation and white space do not count (NFKC first). */
    static String text(String body) {
        String folded = LowerCase.of(NormalForms.nfkc(body));
        char[] words = new char[folded.length()];
        int length = 0;
        int width;
        for (int i = 0; i < folded.length(); i += width) {
            int c = folded.codePointAt(i);
            width = Character.charCount(c);
            if (Character.isLetterOrDigit(c)) {
                length += Character.toChars(c, words, length);
            } else if (length > 0 && words[length - 1] != ' ') {
                words[length++] = ' ';
            }
        }
        return Sha256.hex(new String(words, 0, length).strip());
    }

    /** The digest of what makes a version: headline and text, but for white space. */
    static String content(@Nullable String headline, String body) {
        return Sha256.hex((headline == null ? "" : headline.strip()) + "\n" + evenlySpaced(body.strip()));
    }

    /** One blank for each run of what the expression {@code \s} takes for white space. */
    private static String evenlySpaced(String text) {
        char[] even = new char[text.length()];
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean blank = c == ' ' || c >= '\t' && c <= '\r';
            if (!blank) {
                even[length++] = c;
            } else if (length == 0 || even[length - 1] != ' ') {
                even[length++] = ' ';
            }
        }
        return new String(even, 0, length);
    }
}
