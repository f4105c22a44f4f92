package io.copydesk.ingest.xml;

import io.copydesk.extraction.charset.TextDecoder;
import io.copydesk.schemas.LowerCase;
import io.copydesk.schemas.Utf16;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Decodes bytes to characters. In order of precedence: byte order mark, valid UTF-8, the charset of the HTTP field, the XML declaration,
 * detection from the bytes. UTF-32, EBCDIC and gzip are detected from the first bytes. Pure, never throws.
 *
 * @see <a href="https://www.w3.org/TR/xml/#sec-guessing">XML 1.0, appendix F</a>
 */
public final class XmlBytes {

    private static final int HEAD = 2048;
    private static final Pattern DECLARED = Pattern.compile(
            "<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']?\\s*([\\w.:+()-]{2,40})", Pattern.CASE_INSENSITIVE);
    private static final Pattern PARAMETER =
            Pattern.compile("charset\\s*=\\s*[\"']?\\s*([\\w.:+()-]{2,40})", Pattern.CASE_INSENSITIVE);

    private XmlBytes() {}

    /**
     * The document's characters, well-formed, see {@link Utf16}.
     *
     * @param contentType the HTTP field, {@code null} when unknown
     */
    public static String decode(byte[] bytes, @Nullable String contentType) {
        // Decoders of UTF-32 and others give out lone surrogates.
        return Utf16.repaired(text(bytes, contentType));
    }

    private static String text(byte[] bytes, @Nullable String contentType) {
        Charset wide = wide(bytes);
        if (wide != null) {
            return new String(bytes, wide);
        }
        Charset ebcdic = startsWith(bytes, 0x4C, 0x6F, 0xA7, 0x94) ? charset("IBM037") : null; // <?xm
        if (ebcdic != null) {
            String head = new String(bytes, 0, Math.min(bytes.length, HEAD), ebcdic);
            Charset named = charset(first(DECLARED, head));
            return new String(bytes, named == null ? ebcdic : named);
        }
        byte[] whole = withoutCutCharacter(bytes);
        String http = first(PARAMETER, contentType);
        String declared =
                first(DECLARED, new String(whole, 0, Math.min(whole.length, HEAD), StandardCharsets.ISO_8859_1));
        boolean useful = http != null && !isUtf8(http) && charset(http) != null;
        String label = useful || declared == null ? http : declared;
        Charset shifting = label != null && LowerCase.of(label).startsWith("iso-2022-") ? charset(label) : null;
        return shifting != null ? new String(whole, shifting) : TextDecoder.decode(whole, label);
    }

    /**
     * Decompresses gzip data, also such that was compressed twice, and returns other bytes unchanged. Truncated or damaged data gives the bytes before
     * the damage.
     *
     * @param most the limit in bytes; the result has at most one byte more
     */
    public static byte[] unpacked(byte[] bytes, int most) {
        return unpackedOnce(unpackedOnce(bytes, most), most);
    }

    private static byte[] unpackedOnce(byte[] bytes, int most) {
        if (!startsWith(bytes, 0x1F, 0x8B, 8)) {
            return bytes;
        }
        ByteArrayOutputStream out =
                new ByteArrayOutputStream(Math.min(most, bytes.length * 4L > most ? most : bytes.length * 4));
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes), 8192)) {
            byte[] buffer = new byte[8192];
            for (int n = in.read(buffer); n >= 0 && out.size() <= most; n = in.read(buffer)) {
                out.write(buffer, 0, Math.min(n, most + 1 - out.size()));
            }
        } catch (IOException e) {
            return out.toByteArray(); // truncated or damaged
        }
        return out.toByteArray();
    }

    private static @Nullable Charset wide(byte[] bytes) {
        if (startsWith(bytes, 0, 0, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE, 0, 0)) {
            return Charset.forName("UTF-32");
        }
        return startsWith(bytes, 0, 0, 0, '<')
                ? Charset.forName("UTF-32BE")
                : startsWith(bytes, '<', 0, 0, 0) ? Charset.forName("UTF-32LE") : null;
    }

    /** Drops an incomplete last character, which would make the document invalid UTF-8. */
    private static byte[] withoutCutCharacter(byte[] bytes) {
        for (int back = 1; back <= 3 && back <= bytes.length; back++) {
            int b = bytes[bytes.length - back] & 0xFF;
            if (b >= 0xC2 && b < 0xF5) {
                int needed = b < 0xE0 ? 2 : b < 0xF0 ? 3 : 4;
                return back < needed ? Arrays.copyOf(bytes, bytes.length - back) : bytes;
            }
            if (b < 0x80 || b >= 0xC0) {
                return bytes;
            }
        }
        return bytes;
    }

    private static boolean isUtf8(String label) {
        return label.equalsIgnoreCase("utf-8") || label.equalsIgnoreCase("utf8");
    }

    private static @Nullable String first(Pattern pattern, @Nullable String text) {
        if (text == null) {
            return null;
        }
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : null;
    }

    private static @Nullable Charset charset(@Nullable String label) {
        try {
            return label == null ? null : Charset.forName(label);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        return bytes.length >= mark.length
                && IntStream.range(0, mark.length).allMatch(i -> (bytes[i] & 0xFF) == mark[i]);
    }
}
