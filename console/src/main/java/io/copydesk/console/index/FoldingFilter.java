package io.copydesk.console.index;

import io.copydesk.schemas.NormalForms;
import java.io.IOException;
import java.text.Normalizer.Form;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Words without accents and points, of all scripts that have these: Latin, Greek, Cyrillic, Hebrew and Arabic ones; wide and narrow forms are the usual
 * ones (NFKC). Vowel signs of other scripts are letters and stay, and so does case.
 */
final class FoldingFilter extends TokenFilter {

    /** Combining accents; points of Hebrew; vowel signs and marks of reading of Arabic, and the stroke that only lengthens. */
    private static final Pattern MARKS = Pattern.compile(
            "[\\u0300-\\u036f\\u0591-\\u05bd\\u05bf-\\u05c7\\u0640\\u064b-\\u065f\\u0670\\u06d6-\\u06ed]+");

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    FoldingFilter(TokenStream words) {
        super(words);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        if (!isAscii()) {
            String apart = NormalForms.of(term.toString(), Form.NFKD);
            String folded = NormalForms.of(MARKS.matcher(apart).replaceAll(""), Form.NFC);
            term.setEmpty().append(folded.replace('ς', 'σ'));
        }
        return true;
    }

    private boolean isAscii() {
        for (int i = 0; i < term.length(); i++) {
            if (term.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }
}
