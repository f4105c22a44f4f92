package io.copydesk.extraction.charset;

import io.copydesk.extraction.resource.ResourceLines;
import io.copydesk.schemas.LowerCase;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Charset labels as the web uses them: many name a superset of the charset they are the name of. {@code labels.txt} is the table of the standard.
 *
 * @see <a href="https://encoding.spec.whatwg.org/#names-and-labels">WHATWG Encoding, names and labels</a>
 */
final class CharsetLabels {

    private static final int MAX_LENGTH = 40;
    private static final String ASCII = "<a b=\"c\">&;'09AZ az\t\n";
    /** Charsets of the standard that no Java runtime has. */
    private static final Set<String> NOT_IN_JAVA = Set.of("ISO-8859-10", "ISO-8859-14");

    private static final Map<String, String> MEANT = load();

    private CharsetLabels() {}

    /**
     * The charset of a label, or empty when the label is missing or names none that a page could be written in.
     *
     * @throws IllegalStateException when the runtime was built without the charset: read as another one, the text would be wrong
     */
    static Optional<Charset> lookup(@Nullable String label) {
        if (label == null) {
            return Optional.empty();
        }
        String name = LowerCase.of(label.strip()).replace("\"", "").replace("'", "");
        if (name.isEmpty() || name.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        if (name.equals("utf-8")) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        String meant = MEANT.get(name);
        return meant != null
                ? ofStandard(meant)
                : jvmCharset(name.replace("latin-", "latin")).filter(CharsetLabels::readsAscii);
    }

    /** The charsets of the standard that this runtime lacks and a full one has. */
    static List<String> missing() {
        return MEANT.values().stream()
                .distinct()
                .filter(name -> !NOT_IN_JAVA.contains(name) && !Charset.isSupported(name))
                .sorted()
                .toList();
    }

    private static Optional<Charset> ofStandard(String name) {
        Optional<Charset> charset = jvmCharset(name);
        if (charset.isEmpty() && !NOT_IN_JAVA.contains(name)) {
            throw new IllegalStateException("this Java runtime lacks the charset " + name + " (module jdk.charsets)");
        }
        return charset;
    }

    private static Optional<Charset> jvmCharset(String name) {
        try {
            return Optional.of(Charset.forName(MEANT.getOrDefault(name, name)));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    /** Charsets that only the JVM has are accepted when markup is readable in them: not EBCDIC, not UTF-32. */
    private static boolean readsAscii(Charset charset) {
        return new String(ASCII.getBytes(StandardCharsets.US_ASCII), charset).equals(ASCII);
    }

    private static Map<String, String> load() {
        Map<String, String> meant = new HashMap<>();
        for (String line : ResourceLines.of(CharsetLabels.class, "labels.txt")) {
            String[] words = line.split(" ");
            for (int i = 1; i < words.length; i++) {
                meant.put(words[i], words[0]);
            }
        }
        return Map.copyOf(meant);
    }
}
