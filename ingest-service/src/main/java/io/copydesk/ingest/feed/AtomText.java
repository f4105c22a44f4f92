package io.copydesk.ingest.feed;

import io.copydesk.ingest.xml.XmlElement;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/** Text constructs (RFC 4287 §3.1, Atom 0.3 §3.1) as plain text. */
final class AtomText {

    private AtomText() {}

    /** The text of the first of these children that has any: plain unless it says that it is HTML. */
    static String of(Fields fields, String name) {
        for (XmlElement child : fields.all(name)) {
            String text = of(child);
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    private static String of(XmlElement construct) {
        String declared = construct.attribute("type");
        String type = declared == null ? "text" : declared.strip().toLowerCase(Locale.ROOT);
        String mode = construct.attribute("mode");
        boolean base64 = mode != null && mode.equalsIgnoreCase("base64");
        if (construct.hasChildren()) {
            return HtmlText.of(construct);
        }
        if (type.startsWith("multipart/")) {
            return null;
        }
        String text = base64 || isBinary(type) ? decoded(construct.text()) : construct.text();
        if (text == null) {
            return null;
        }
        boolean html = type.contains("html");
        boolean inline = type.contains("xhtml") && (mode == null || mode.equalsIgnoreCase("xml"));
        // XHTML without any element is text, unless someone escaped it.
        return html && (!inline || text.indexOf('<') >= 0) ? HtmlText.of(text) : FeedText.line(text);
    }

    /** Content of such types is base64 or a document of its own (RFC 4287 §4.1.3.3). */
    private static boolean isBinary(String type) {
        return type.indexOf('/') > 0 && !type.startsWith("text/") && !type.contains("html") && !type.contains("xml");
    }

    /** {@code null} when what was encoded is no text. */
    private static String decoded(String base64) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(base64.strip());
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException noText) {
            return null;
        }
    }
}
