package io.copydesk.extraction.charset;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Decodes a document. In this order: the byte order mark decides; bytes that are valid UTF-8, or UTF-8 with a little damage, are UTF-8 whatever was
 * declared; then the charset of HTTP, then the one that the page declares, unless the bytes are far likelier as a text in another one; without a
 * declaration the likeliest charset. Malformed bytes become U+FFFD. Control characters that stand for windows-1252 punctuation become it
 * ({@link WindowsControls}). Stateless and thread-safe.
 *
 * @see <a href="https://encoding.spec.whatwg.org/">WHATWG Encoding</a>
 */
public final class TextDecoder {

    /** With fewer bytes beyond ASCII, a text of another charset can be valid UTF-8 by chance. */
    private static final int CHANCE = 24;

    /** The escape sequence before Japanese in ISO-2022-JP, all of whose bytes are ASCII. */
    private static final String JAPANESE_FOLLOWS = "\u001B$B";

    private TextDecoder() {}

    /**
     * The text of {@code bytes}.
     *
     * @param httpCharset charset parameter of the Content-Type header, {@code null} when there was none
     * @throws IllegalStateException when the document is in one of {@link #missingCharsets}
     */
    public static String decode(byte[] bytes, @Nullable String httpCharset) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return WindowsControls.replace(new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8));
        }
        Charset wide = WideText.order(bytes);
        if (wide != null) {
            int mark = bytes[0] < 0 && bytes[1] < 0 && (bytes[0] ^ bytes[1]) == 1 ? 2 : 0;
            return WindowsControls.replace(new String(bytes, mark, bytes.length - mark, wide));
        }
        String text = Utf8.decode(bytes);
        if (text.indexOf('\uFFFD') >= 0) {
            return isUtf8(bytes) ? text : WindowsControls.replace(new String(bytes, legacy(bytes, httpCharset)));
        }
        // A character of several bytes makes the text shorter than its bytes, so no second pass over the bytes is
        // needed.
        int beyondAscii = bytes.length - text.length();
        if (beyondAscii >= CHANCE) {
            return text;
        }
        if (beyondAscii == 0) {
            return text.contains(JAPANESE_FOLLOWS) ? new String(bytes, iso2022jp()) : text;
        }
        String declared = asDeclared(bytes, text, httpCharset);
        return declared.equals(text) ? text : WindowsControls.replace(declared);
    }

    /** The charsets of the web that this Java runtime was built without; empty for a full one. Most are in the module {@code jdk.charsets}. */
    public static List<String> missingCharsets() {
        return CharsetLabels.missing();
    }

    /** Whether {@code bytes} are UTF-16, whose zero bytes would otherwise suggest a binary file. */
    public static boolean isWide(byte[] bytes) {
        return WideText.order(bytes) != null;
    }

    /** Looked up when needed: a runtime that lacks it decodes all other documents. */
    private static Charset iso2022jp() {
        return CharsetLabels.lookup("iso-2022-jp").orElseThrow();
    }

    private static boolean isUtf8(byte[] bytes) {
        return Utf8.of(bytes).isDamaged();
    }

    private static Charset legacy(byte[] bytes, @Nullable String httpCharset) {
        Charset declared = declared(bytes, httpCharset);
        return CharsetDetector.detect(bytes, StandardCharsets.UTF_8.equals(declared) ? null : declared);
    }

    /** A short text may be valid UTF-8 by chance, but hardly valid in the multi-byte charset it declares as well. */
    private static String asDeclared(byte[] bytes, String utf8, @Nullable String httpCharset) {
        Charset declared = declared(bytes, httpCharset);
        if (declared == null || !CharsetDetector.isMultiByte(declared)) {
            return utf8;
        }
        try {
            return declared.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return utf8;
        }
    }

    /** The charset that HTTP or the page declares, {@code null} when neither does; a declaration that is readable as ASCII cannot mean UTF-16. */
    private static @Nullable Charset declared(byte[] bytes, @Nullable String httpCharset) {
        Charset declared = CharsetLabels.lookup(httpCharset)
                .or(() -> MetaPrescan.charset(bytes))
                .orElse(null);
        return declared != null && declared.name().startsWith("UTF-16") ? StandardCharsets.UTF_8 : declared;
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        return bytes.length >= mark.length
                && IntStream.range(0, mark.length).allMatch(i -> (bytes[i] & 0xFF) == mark[i]);
    }
}
