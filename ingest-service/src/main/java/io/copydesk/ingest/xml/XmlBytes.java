package io.copydesk.ingest.xml;

import io.copydesk.extraction.charset.TextDecoder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * From bytes to characters. A byte order mark counts first, then bytes that are UTF-8, then the charset of HTTP, the
 * XML declaration, and what the bytes look like; wrong declarations do no harm. Also UTF-32, EBCDIC and gzip, told by
 * their first bytes. Never throws.
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
     * The document's characters.
     *
     * @param contentType the HTTP field, {@code null} when unknown
     */
    public static String decode(byte[] bytes, String contentType) {
        Charset wide = wide(bytes);
        if (wide != null) {
            return new String(bytes, wide);
        }
        if (startsWith(bytes, 0x4C, 0x6F, 0xA7, 0x94)) { // <?xm in EBCDIC
            String head = new String(bytes, 0, Math.min(bytes.length, HEAD), charset("IBM037"));
            Charset ebcdic = charset(first(DECLARED, head));
            return new String(bytes, ebcdic == null ? charset("IBM037") : ebcdic);
        }
        byte[] whole = withoutCutCharacter(bytes);
        String http = first(PARAMETER, contentType);
        String declared =
                first(DECLARED, new String(whole, 0, Math.min(whole.length, HEAD), StandardCharsets.ISO_8859_1));
        boolean useful = http != null && !isUtf8(http) && charset(http) != null;
        String label = useful || declared == null ? http : declared;
        Charset shifting =
                label != null && label.toLowerCase(Locale.ROOT).startsWith("iso-2022-") ? charset(label) : null;
        return shifting != null ? new String(whole, shifting) : TextDecoder.decode(whole, label);
    }

    /**
     * Gzip data unpacked, other bytes as they are. What is cut off or damaged is kept as far as it goes.
     *
     * @param most not more bytes than this, and one
     */
    public static byte[] unpacked(byte[] bytes, int most) {
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
        } catch (EOFException cut) {
            return out.toByteArray();
        } catch (IOException damaged) {
            return out.toByteArray();
        }
        return out.toByteArray();
    }

    private static Charset wide(byte[] bytes) {
        if (startsWith(bytes, 0, 0, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE, 0, 0)) {
            return charset("UTF-32");
        }
        return startsWith(bytes, 0, 0, 0, '<')
                ? charset("UTF-32BE")
                : startsWith(bytes, '<', 0, 0, 0) ? charset("UTF-32LE") : null;
    }

    /** A UTF-8 document cut within its last character is UTF-8 still. */
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

    private static String first(Pattern pattern, String text) {
        if (text == null) {
            return null;
        }
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : null;
    }

    private static Charset charset(String label) {
        try {
            return label == null ? null : Charset.forName(label);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return null;
        }
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
