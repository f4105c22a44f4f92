package io.copydesk.ingest.feed;

import io.copydesk.ingest.xml.XmlElement;
import io.copydesk.schemas.LowerCase;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Text constructs (RFC 4287 §3.1, Atom 0.3 §3.1) as plain text. */
final class AtomText {

    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/\\s]*+={0,2}+");

    private AtomText() {}

    /** The text of the first non-blank child with this name: plain text unless its type is HTML. */
    static @Nullable String of(Fields fields, String name) {
        for (XmlElement child : fields.all(name)) {
            String text = of(child);
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    private static @Nullable String of(XmlElement construct) {
        String declared = construct.attribute("type");
        String type = declared == null ? "text" : LowerCase.of(declared.strip());
        String mode = construct.attribute("mode");
        boolean base64 = mode != null && mode.equalsIgnoreCase("base64");
        if (construct.hasChildren()) {
            return HtmlText.of(construct);
        }
        if (type.startsWith("multipart/")) {
            return null;
        }
        String written = construct.text();
        String text = base64 || isBinary(type) ? decoded(construct, written, base64) : written;
        if (text == null) {
            return null;
        }
        boolean html = type.contains("html");
        boolean inline = type.contains("xhtml") && (mode == null || mode.equalsIgnoreCase("xml"));
        // XHTML without any element is text, or escaped by mistake.
        return html && (!inline || text.indexOf('<') >= 0) ? HtmlText.of(text) : FeedText.line(text);
    }

    /** Content of such types is base64 or a document of its own (RFC 4287 §4.1.3.3). */
    private static boolean isBinary(String type) {
        return type.indexOf('/') > 0 && !type.startsWith("text/") && !type.contains("html") && !type.contains("xml");
    }

    /**
     * {@code null} for content of bytes. A type may be wrong: what is no base64, {"fog":true}, is text, and so is a title of letters that are no
     * base64 of text, {@code late}.
     */
    private static @Nullable String decoded(XmlElement construct, String written, boolean certain) {
        String code = written.strip();
        if (!certain && !BASE64.matcher(code).matches()) {
            return written;
        }
        String decoded = decoded(code);
        return decoded == null && !certain && !construct.local().equals("content") ? written : decoded;
    }

    /** {@code null} when the bytes are not UTF-8. */
    private static @Nullable String decoded(String base64) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(base64);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return null;
        }
    }
}
