package io.copydesk.ingest.xml;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The entities that the internal subset of a DOCTYPE declares as short text (XML 1.0 §4.2.1). Those that refer to others or to files are not known, and
 * what all together add to a document is bounded. One instance per document.
 */
final class InternalEntities {

    private static final int MAX_ENTITIES = 64;
    private static final int MAX_SUBSET = 16_384;
    private static final int MAX_ADDED = 100_000;

    private static final Pattern DECLARATION = Pattern.compile(
            "<!ENTITY\\s++([A-Za-z][A-Za-z0-9]{0,31})\\s++(?:\"([^\"<&%]{0,200})\"|'([^'<&%]{0,200})')\\s*+>");

    private final Map<String, String> texts = new HashMap<>();
    private int added;

    /** Notes the declarations between two places of a document, where a DOCTYPE is; the first of a name holds. */
    void declare(String document, int from, int to) {
        Matcher declaration = DECLARATION.matcher(document).region(from, Math.min(to, from + MAX_SUBSET));
        while (texts.size() < MAX_ENTITIES && declaration.find()) {
            String quoted = declaration.group(2);
            texts.putIfAbsent(declaration.group(1), quoted != null ? quoted : declaration.group(3));
        }
    }

    /** The text of an entity, {@code null} when it is not known. */
    @Nullable
    String text(String name) {
        String text = texts.get(name);
        if (text == null || added + text.length() > MAX_ADDED) {
            return null;
        }
        added += text.length();
        return text;
    }
}
