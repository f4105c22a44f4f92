package io.copydesk.ingest.feed;

import io.copydesk.ingest.xml.XmlElement;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who wrote an item: names; an address only where no name is given. */
final class FeedAuthors {

    private static final int MAX_AUTHORS = 100;
    private static final int MAX_LENGTH = 500;
    private static final Pattern ADDRESS =
            Pattern.compile("(?:mailto:)?[^\\s@<>()\\[\\],;:\"]{1,80}@[^\\s@<>()\\[\\],;:\"]{1,120}");

    private FeedAuthors() {}

    /** Persons of Atom (RFC 4287 §3.2) with this name. */
    static List<String> persons(Fields fields, String element) {
        return distinct(fields.all(element).stream().map(FeedAuthors::person).toList());
    }

    /** The authors of an RSS item: those of the first element in use that names any. */
    static List<String> ofRss(Fields item) {
        for (String element : List.of("dc:creator", "author", "atom:author", "itunes:author", "creator", "dc:author")) {
            List<String> names = persons(item, element);
            if (!names.isEmpty()) {
                return names;
            }
        }
        return List.of();
    }

    private static String person(XmlElement author) {
        if (!author.hasChildren()) {
            return name(author.text());
        }
        Fields fields = Fields.ofAtom(author);
        String name =
                FeedText.first(fields.html("name", "itunes:name"), fields.text("email", "uri", "url", "itunes:email"));
        return name != null ? cut(name) : name(author.text());
    }

    /** The name in {@code desk@harbour.example (Ada Lind)} or {@code Ada Lind <desk@harbour.example>}. */
    static String name(String text) {
        String line = FeedText.line(text);
        if (line == null) {
            return null;
        }
        String start = line.length() > MAX_LENGTH ? line.substring(0, MAX_LENGTH) : line;
        Matcher address = ADDRESS.matcher(start);
        if (start.indexOf('@') < 0 || !address.find()) {
            return cut(HtmlText.of(start));
        }
        String around = start.substring(0, address.start()) + " " + start.substring(address.end());
        String name = HtmlText.of(around.replaceAll("[<>\\[\\]]|&[lg]t;", " "));
        String bare = name == null ? null : trimmed(name);
        return bare != null ? cut(bare) : address.group().replaceFirst("^mailto:", "");
    }

    /** Without the brackets and marks that stood around the address or the name. */
    private static String trimmed(String name) {
        String kept = name.replaceAll("\\(\\s*\\)", " ").strip();
        kept = kept.replaceAll("^[\\s,;:|\"'-]+|[\\s,;:|\"'-]+$", "");
        boolean enclosed = kept.length() > 1 && kept.charAt(0) == '(' && kept.indexOf(')') == kept.length() - 1;
        return FeedText.line(enclosed ? kept.substring(1, kept.length() - 1) : kept);
    }

    static List<String> distinct(Collection<String> names) {
        Set<String> kept = new LinkedHashSet<>();
        for (String name : names) {
            if (name != null && kept.size() < MAX_AUTHORS) {
                kept.add(name);
            }
        }
        return List.copyOf(kept);
    }

    private static String cut(String name) {
        return name == null || name.length() <= MAX_LENGTH ? name : FeedText.line(name.substring(0, MAX_LENGTH));
    }
}
