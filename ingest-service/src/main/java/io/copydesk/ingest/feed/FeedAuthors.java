package io.copydesk.ingest.feed;

import io.copydesk.ingest.xml.XmlElement;
import io.copydesk.schemas.Utf16;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The names of authors; an address only where no name is given. */
final class FeedAuthors {

    private static final int MAX_AUTHORS = 100;
    private static final int MAX_LENGTH = 500;
    private static final Pattern ADDRESS =
            Pattern.compile("(?:mailto:)?[^\\s@<>()\\[\\],;:\"]{1,80}@[^\\s@<>()\\[\\],;:\"]{1,120}");

    private FeedAuthors() {}

    /** The names in the children with this name: person constructs (RFC 4287 §3.2) or text. */
    static List<String> persons(Fields fields, String element) {
        List<@Nullable String> names = new ArrayList<>();
        fields.all(element).forEach(author -> names.add(person(author)));
        return distinct(names);
    }

    private static @Nullable String person(XmlElement author) {
        if (!author.hasChildren()) {
            return name(author.text());
        }
        Fields fields = Fields.of(author, AtomFormat.SPACE);
        String name =
                FeedText.first(fields.html("name", "itunes:name"), fields.text("email", "uri", "url", "itunes:email"));
        return name != null ? cut(name) : name(author.text());
    }

    /** The name in {@code desk@harbour.example (Ada Lind)} or {@code Ada Lind <desk@harbour.example>}. */
    static @Nullable String name(@Nullable String text) {
        String line = FeedText.line(text);
        if (line == null) {
            return null;
        }
        String start = Utf16.prefix(line, MAX_LENGTH);
        Matcher address = ADDRESS.matcher(start);
        if (start.indexOf('@') < 0 || !address.find()) {
            return cut(HtmlText.of(start));
        }
        String around = start.substring(0, address.start()) + " " + start.substring(address.end());
        String name = HtmlText.of(around.replaceAll("[<>\\[\\]]|&[lg]t;", " "));
        String bare = name == null ? null : trimmed(name);
        return bare != null ? cut(bare) : address.group().replaceFirst("^mailto:", "");
    }

    /** Without the brackets and punctuation around the address or the name. */
    private static @Nullable String trimmed(String name) {
        String kept = name.replaceAll("\\(\\s*\\)", " ").strip();
        kept = kept.replaceAll("^[\\s,;:|\"'-]+|[\\s,;:|\"'-]+$", "");
        boolean enclosed = kept.length() > 1 && kept.charAt(0) == '(' && kept.indexOf(')') == kept.length() - 1;
        return FeedText.line(enclosed ? kept.substring(1, kept.length() - 1) : kept);
    }

    /** The names without {@code null} and duplicates, in order, at most {@link #MAX_AUTHORS}. */
    static List<String> distinct(Collection<@Nullable String> names) {
        Set<String> kept = new LinkedHashSet<>();
        for (String name : names) {
            if (name != null && kept.size() < MAX_AUTHORS) {
                kept.add(name);
            }
        }
        return List.copyOf(kept);
    }

    private static @Nullable String cut(@Nullable String name) {
        return name == null || name.length() <= MAX_LENGTH ? name : FeedText.line(Utf16.prefix(name, MAX_LENGTH));
    }
}
