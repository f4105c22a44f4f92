package io.copydesk.ingest.opml;

import io.copydesk.ingest.link.FeedScheme;
import io.copydesk.ingest.link.UrlKey;
import io.copydesk.ingest.opml.OpmlResult.NotOpml;
import io.copydesk.ingest.opml.OpmlResult.Parsed;
import io.copydesk.schemas.FeedPriority;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.LowerCase;
import io.copydesk.schemas.Utf16;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes subscription lists in OPML. Pure, safe for any thread; reading never throws.
 *
 * @see <a href="http://opml.org/spec2.opml">OPML 2.0</a>
 */
public final class Opml {

    /** The size limit of a file, in bytes. */
    public static final int MAX_BYTES = 20 * 1024 * 1024;

    /** The most feeds of a file; further ones are dropped. */
    public static final int MAX_ENTRIES = 200_000;

    private static final int MAX_DEPTH = 64;

    /** White space, controls and the two non-characters that XML 1.0 §2.2 excludes. */
    private static final Pattern GAPS = Pattern.compile("[\\s\\p{Cc}\\uFFFE\\uFFFF]+");

    /** Code units of a refused URL that its message repeats. */
    private static final int MAX_SHOWN = 200;

    /** Outlines whose url is a page or another list. */
    private static final Set<String> TYPES_OF_LINKS = Set.of("link", "include");

    private static final Pattern LOGIN = Pattern.compile("(?i)https?://[^/?#]*@");

    private Opml() {}

    /** Reads a list. Broken XML is read up to where it breaks; of a feed in several spellings the first is read. */
    public static OpmlResult read(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            return new NotOpml("The file is larger than " + MAX_BYTES + " bytes");
        }
        // Names in lower case: files have xmlurl and XMLURL for xmlUrl.
        Parser parser = Parser.xmlParser().settings(ParseSettings.htmlDefault).setMaxDepth(MAX_DEPTH);
        Document document;
        try {
            document = Jsoup.parse(new ByteArrayInputStream(bytes), null, "", parser);
        } catch (IOException | RuntimeException e) {
            return new NotOpml("The file is not XML");
        }
        if (document.selectFirst("opml, outline") == null) {
            return new NotOpml("The file has neither an opml nor an outline element"
                    + (document.selectFirst("rss, feed, urlset, sitemapindex") == null
                            ? ""
                            : "; it is a feed or sitemap itself: copydesk feeds add URL watches it at its address"));
        }
        List<OpmlEntry> entries = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        Map<String, String> known = new HashMap<>();
        int without = 0;
        for (Element outline : document.select("outline")) {
            String url = address(outline);
            if (entries.size() >= MAX_ENTRIES) {
                remarks.add("only the first " + MAX_ENTRIES + " feeds are read");
                break;
            }
            if (url.isEmpty()) {
                without += outline.childrenSize() == 0 ? 1 : 0;
                continue;
            }
            UrlKey.of(url)
                    .<Runnable>fold(
                            key -> () -> {
                                // A port serves either http or https, so the scheme tells no two feeds apart.
                                String page = key.key().substring(key.key().indexOf("://"));
                                String first = known.putIfAbsent(page, key.url());
                                if (first == null) {
                                    entries.add(new OpmlEntry(
                                            key.url(), title(outline), category(outline), priority(outline)));
                                } else if (!first.equals(key.url())) {
                                    remarks.add(shown(key.url()) + " is " + shown(first) + " in another spelling");
                                }
                                if (LOGIN.matcher(url).lookingAt()) {
                                    remarks.add("the user name and password of " + shown(key.url()) + " are not kept");
                                }
                            },
                            reason -> () -> remarks.add(shown(url) + " is not an http or https URL (" + reason + ")"))
                    .run();
        }
        if (without > 0) {
            remarks.add(without + (without == 1 ? " entry has" : " entries have") + " no address of a feed");
        }
        return new Parsed(entries, remarks);
    }

    /** Where a feed is, empty for an outline that names none. */
    private static String address(Element outline) {
        boolean linked =
                TYPES_OF_LINKS.contains(LowerCase.of(outline.attr("type").strip()));
        String written = outline.hasAttr("xmlurl") || linked ? outline.attr("xmlurl") : outline.attr("url");
        return FeedScheme.toHttp(written.strip());
    }

    private static @Nullable String title(Element outline) {
        String title = outline.attr("title").isBlank() ? outline.attr("text") : outline.attr("title");
        boolean none = title.isBlank() || title.equals(outline.attr("xmlurl"));
        String line = none ? "" : line(title);
        return line.isEmpty() ? null : line;
    }

    private static @Nullable String category(Element outline) {
        List<String> folders = new ArrayList<>();
        for (Element parent = outline.parent(); parent != null; parent = parent.parent()) {
            String name = parent.normalName().equals("outline") ? title(parent) : null;
            String folder = name == null ? "" : path(name);
            if (!folder.isEmpty()) {
                folders.add(0, folder);
            }
        }
        if (!folders.isEmpty()) {
            return String.join("/", folders);
        }
        String path = path(outline.attr("category").split(",", 2)[0]);
        return path.isEmpty() ? null : path;
    }

    /** An attribute of ours: OPML 2.0 has none for this, and allows those of other namespaces. */
    private static @Nullable FeedPriority priority(Element outline) {
        String word = outline.attr("copydesk:priority").strip().toUpperCase(Locale.ROOT);
        return Stream.of(FeedPriority.values())
                .filter(each -> each.name().equals(word))
                .findFirst()
                .orElse(null);
    }

    /** The text in one line, without characters that XML does not allow. */
    private static String line(String text) {
        return Utf16.repaired(GAPS.matcher(text).replaceAll(" ")).strip();
    }

    /** The names between slashes that are not blank, joined by slashes. */
    private static String path(String text) {
        return Stream.of(line(text).split("/"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining("/"));
    }

    /** The list as OPML 2.0, with a folder for each category. */
    public static byte[] write(Collection<OpmlEntry> entries, String title, Instant created) {
        Map<String, List<OpmlEntry>> folders = new TreeMap<>();
        entries.forEach(entry -> folders.computeIfAbsent(
                        entry.category() == null ? "" : entry.category(), unused -> new ArrayList<>())
                .add(entry));
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\""
                        + namespace(entries) + ">\n<head>\n<title>")
                .append(escaped(title))
                .append("</title>\n<dateCreated>")
                .append(DateTimeFormatter.RFC_1123_DATE_TIME.format(created.atZone(ZoneOffset.UTC)))
                .append("</dateCreated>\n</head>\n<body>\n");
        folders.forEach((folder, feeds) -> {
            String[] names = folder.isEmpty() ? new String[0] : folder.split("/");
            for (String name : names) {
                out.append("<outline text=\"").append(escaped(name)).append("\">\n");
            }
            feeds.forEach(feed -> out.append("<outline type=\"rss\" text=\"")
                    .append(escaped(feed.title() == null ? feed.url() : feed.title()))
                    .append(feed.title() == null ? "" : "\" title=\"" + escaped(feed.title()))
                    .append("\" xmlUrl=\"")
                    .append(escaped(feed.url()))
                    .append(feed.priority() == null ? "" : "\" copydesk:priority=\"" + Json.label(feed.priority()))
                    .append("\"/>\n"));
            out.append("</outline>\n".repeat(names.length));
        });
        return out.append("</body>\n</opml>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String namespace(Collection<OpmlEntry> entries) {
        boolean used = entries.stream().anyMatch(entry -> entry.priority() != null);
        return used ? " xmlns:copydesk=\"urn:x-copydesk:opml\"" : "";
    }

    private static String escaped(String text) {
        return Entities.escape(text, new Document.OutputSettings().escapeMode(Entities.EscapeMode.xhtml))
                .replace("\"", "&quot;");
    }

    private static String shown(String url) {
        return url.length() <= MAX_SHOWN ? url : Utf16.prefix(url, MAX_SHOWN) + "…";
    }
}
