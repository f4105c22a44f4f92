package io.copydesk.extraction.charset;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Text that was UTF-8, was read as windows-1252 and written as UTF-8 again: {@code cafÃ©} for {@code café}. It is repaired run by run, and only on a
 * page where most runs beyond ASCII are such pairs.
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
     * The text of a page as it was meant; {@code page} itself when it was not encoded twice.
     *
     * @param article what was read from it, which is all that is searched for the signs of such text
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
            String meant = meant(run);
            pairs += meant != null ? 1 : 0;
            others += meant == null ? 1 : 0;
            out.append(meant == null ? run : meant);
        }
        return pairs >= MIN_PAIRS && pairs >= others ? out.toString() : text;
    }

    /** What the run meant, {@code null} when it is no text that was encoded twice. */
    private String meant(String run) {
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
