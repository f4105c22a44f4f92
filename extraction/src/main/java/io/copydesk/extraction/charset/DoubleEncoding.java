package io.copydesk.extraction.charset;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Text that was UTF-8, was read as windows-1252 and written as UTF-8 again: {@code cafÃ©} for {@code café}. It is repaired run by run, and only on a
 * page where most runs beyond ASCII were encoded twice.
 */
public final class DoubleEncoding {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final int MIN_PAIRS = 4;

    private final String text;
    private final CharsetEncoder encoder = WINDOWS_1252.newEncoder();
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();

    private DoubleEncoding(String text) {
        this.text = text;
    }

    /**
     * The text of a page without its second encoding; {@code page} itself when it was not encoded twice. One pass over the page at most; the caller
     * parses a repaired page again.
     *
     * @param article the text that was extracted from it: only if that has signs of double encoding is the page repaired
     */
    public static String repair(String page, String article) {
        boolean suspected = article.indexOf('Ã') >= 0
                || article.indexOf('Â') >= 0
                || article.indexOf('Ð') >= 0
                || article.contains("â€")
                || article.indexOf('â') >= 0 && page.contains("â\u0080");
        return suspected ? new DoubleEncoding(page).repair() : page;
    }

    private String repair() {
        StringBuilder out = new StringBuilder(text.length());
        int pairs = 0;
        int others = 0;
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c < 0x80) {
                out.append(c);
                i++;
                continue;
            }
            int start = i;
            while (i < text.length() && text.charAt(i) >= 0x80) {
                i++;
            }
            String run = text.substring(start, i);
            String decoded = decodedAgain(run);
            pairs += decoded != null ? 1 : 0;
            others += decoded == null ? 1 : 0;
            out.append(decoded == null ? run : decoded);
        }
        return pairs >= MIN_PAIRS && pairs >= others ? out.toString() : text;
    }

    /** The run decoded once more, {@code null} when it was not encoded twice. */
    private @Nullable String decodedAgain(String run) {
        if (run.length() < 2) {
            return null;
        }
        try {
            ByteBuffer bytes = encode(run);
            return decoder.decode(bytes).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** As windows-1252 with its five holes filled by the controls of their numbers, as browsers read it. */
    private ByteBuffer encode(String run) throws CharacterCodingException {
        ByteBuffer bytes = ByteBuffer.allocate(run.length());
        for (int i = 0; i < run.length(); i++) {
            char c = run.charAt(i);
            if (c < 0xA0) {
                bytes.put((byte) c);
            } else {
                bytes.put(encoder.encode(CharBuffer.wrap(run, i, i + 1)));
            }
        }
        return bytes.flip();
    }
}
