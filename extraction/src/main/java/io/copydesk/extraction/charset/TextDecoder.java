package io.copydesk.extraction.charset;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Decodes a document the way browsers do: byte order mark, then the charset of HTTP, then the one the page declares,
 * then UTF-8 if the bytes are valid UTF-8, else windows-1252. Malformed bytes become U+FFFD; nothing is thrown.
 * Stateless and thread-safe.
 *
 * @see <a href="https://encoding.spec.whatwg.org/">WHATWG Encoding</a>
 */
public final class TextDecoder {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private TextDecoder() {}

    /**
     * The text of {@code bytes}.
     *
     * @param httpCharset charset parameter of the Content-Type header, {@code null} when there was none
     */
    public static String decode(byte[] bytes, String httpCharset) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
        }
        Charset declared = CharsetLabels.lookup(httpCharset)
                .or(() -> MetaPrescan.charset(bytes).map(TextDecoder::asDeclaredInAscii))
                .orElse(null);
        if (declared != null && !declared.equals(StandardCharsets.UTF_8)) {
            // Archives and proxies turn pages to UTF-8 and leave the old declaration: bytes that are valid UTF-8 with
            // characters beyond ASCII are practically never anything else.
            return strictUtf8(bytes)
                    .filter(text -> isSingleByte(declared))
                    .orElseGet(() -> new String(bytes, declared));
        }
        // A page that says UTF-8 and is not is nearly always windows-1252, but one bad byte in a long page is just
        // damage.
        return strictUtf8(bytes)
                .orElseGet(() -> declared != null && mostlyUtf8(bytes)
                        ? new String(bytes, StandardCharsets.UTF_8)
                        : new String(bytes, WINDOWS_1252));
    }

    /** A declaration that could be read as ASCII cannot be true when it says UTF-16. */
    private static Charset asDeclaredInAscii(Charset charset) {
        return charset.name().startsWith("UTF-16") ? StandardCharsets.UTF_8 : charset;
    }

    private static boolean isSingleByte(Charset charset) {
        return charset.newEncoder().maxBytesPerChar() == 1;
    }

    /** The text when every byte is valid UTF-8. The fast decode first: only a replacement character can hide damage. */
    private static Optional<String> strictUtf8(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') < 0) {
            return Optional.of(text);
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean mostlyUtf8(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        long bad = text.chars().filter(c -> c == '\uFFFD').count();
        long beyondAscii = text.chars().filter(c -> c > 127).count();
        return bad * 10 <= beyondAscii;
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
