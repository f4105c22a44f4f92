package io.copydesk.extraction.kind;

import io.copydesk.extraction.metadata.PageElements;
import io.copydesk.extraction.notice.Prices;
import io.copydesk.extraction.page.PageStructure;
import io.copydesk.extraction.page.PageStructure.Line;
import io.copydesk.extraction.resource.WordLists;
import io.copydesk.schemas.LowerCase;
import io.copydesk.schemas.PageKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Kinds of pages that show in their form, in any language: what their structured data declare, addresses of searches, pages on which no line is as
 * long as a sentence. The words are in {@code form-words.txt}. Immutable and thread-safe.
 */
final class PageForms {

    /** Kinds of pages that have places of their own on a site. */
    private static final List<PageKind> PLACED =
            List.of(PageKind.DOCUMENTATION, PageKind.PRODUCT, PageKind.COLLECTION, PageKind.FORUM);

    private static final Pattern ADDRESS = Pattern.compile("https?://([^/?#:]+)[^/?#]*/?([^?#]*)");
    /** Parts of a host that name the site at least. */
    private static final int SITE_PARTS = 2;
    /** Folders of an address that may name a part of a site. */
    private static final int FOLDERS = 3;

    private static final int MAX_PARTS = 12;
    private static final Pattern VALUE = Pattern.compile("\"([^\"]+)\"");
    private static final Pattern NAME = Pattern.compile("\"(?:name|title)\"\\s*:\\s*\"([^\"\\\\]{4,200})\"");
    /** Names and headings that are compared with each other at most. */
    private static final int MAX_NAMES = 30;

    /** Weight from which on a line may be a sentence of a report. */
    private static final int SENTENCE = 60;

    /** Short sentences from which on a page is a text, such as questions and answers. */
    private static final int LEAST_SENTENCES = 2;

    private static final int SHORT_SENTENCE = 15;

    private static final double LINKED = 0.5;
    /** Lines of a page that shows a list or a table at least. */
    private static final int LEAST_LINES = 4;
    /** Results of a search at least. */
    private static final int LEAST_RESULTS = 2;

    /** Headings of a first page that lead elsewhere at least, and the share of each in its link. */
    private static final int LEAST_TITLES = 3;

    private static final double WHOLE_LINK = 0.9;
    /** Share of the headings of a first page that are links at least, whatever else it has. */
    private static final double MOST_LINKED = 0.75;
    /** Full sentences of a page of offers at most. */
    private static final int FEW_SENTENCES = 2;

    private static final double RESULT_SHARE = 0.5;
    /** Weight of a heading that names a section at most. */
    private static final int MAX_SECTION = 25;
    /** Words of the last part of an address that is no title at most. */
    private static final int MAX_SLUG = 3;
    /** Characters beside a document that a viewer shows at most. */
    private static final int MAX_BESIDE = 400;

    private final Map<String, PageKind> types;
    private final Set<String> articles;
    private final List<String> generators;
    private final List<String> forums;
    private final Map<String, PageKind> folders;
    private final Map<String, PageKind> hosts;
    private final Pattern query;
    private final Pattern path;
    private final Pattern list;

    private PageForms(WordLists words) {
        this.types = Map.copyOf(types(words));
        this.articles = Set.copyOf(words.get("article"));
        this.generators = List.copyOf(words.get("generator"));
        this.forums = List.copyOf(words.get("forum-generator"));
        this.folders = places(words, "-folder");
        this.hosts = places(words, "-host");
        String keys = String.join("|", words.get("search-key"));
        String paths = String.join("|", words.get("search-path"));
        this.query = Pattern.compile("https?://[^/?#]+/[^?#]*\\?(?:[^#]*&)?(?:" + keys + ")=[^&#]+");
        String lists = String.join("|", words.get("list-path"));
        this.list = Pattern.compile("https?://[^/?#]+/(?:[^/?#]+/)?(?:" + lists + ")/[^/?#]+/?(?:[?#].*)?$");
        this.path = Pattern.compile("https?://[^/?#]+/(?:[^?#]*/)?(?:" + paths + ")(?:[/?.]|$)");
    }

    private static Map<String, PageKind> types(WordLists words) {
        Map<String, PageKind> types = new HashMap<>();
        words.get("service").forEach(type -> types.put(type, PageKind.SERVICE));
        words.get("listing").forEach(type -> types.put(type, PageKind.LISTING));
        words.get("product").forEach(type -> types.put(type, PageKind.PRODUCT));
        words.get("forum").forEach(type -> types.put(type, PageKind.FORUM));
        return types;
    }

    private static Map<String, PageKind> places(WordLists words, String place) {
        Map<String, PageKind> places = new HashMap<>();
        for (PageKind kind : PLACED) {
            words.get(kind.label() + place).forEach(word -> places.put(word, kind));
        }
        return Map.copyOf(places);
    }

    /** With the bundled words. */
    static PageForms load() {
        return new PageForms(WordLists.of(PageForms.class, "form-words.txt"));
    }

    /**
     * The kind that the JSON-LD of a page declares when it declares neither an article nor a page; {@code null} otherwise. It must be declared once and
     * have the name that the page's heading has, since events are announced beside articles, too.
     */
    @Nullable
    PageKind declared(PageElements elements) {
        List<String> scripts = DeclaredTypes.scripts(elements);
        List<String> found = typesOf(scripts);
        List<String> declared = found.stream().filter(types::containsKey).toList();
        if (declared.size() != 1 || found.stream().anyMatch(articles::contains)) {
            return null;
        }
        List<String> names = scripts.stream()
                .flatMap(data -> NAME.matcher(data).results())
                .map(name -> lower(name.group(1)))
                .limit(MAX_NAMES)
                .toList();
        boolean named = elements.headings().stream()
                .limit(MAX_NAMES)
                .map(heading -> lower(heading.text()))
                .anyMatch(heading -> names.stream().anyMatch(heading::startsWith));
        return named ? types.get(declared.get(0)) : null;
    }

    /** Whether the JSON-LD of a page or its {@code og:type} declares it to be an article, or a tag of its head the time it was published. */
    boolean declaresArticle(PageElements elements) {
        return elements.metas().stream().anyMatch(PageForms::isOfArticle)
                || typesOf(DeclaredTypes.scripts(elements)).stream().anyMatch(articles::contains);
    }

    private static boolean isOfArticle(Element tag) {
        String name = tag.attr("property");
        return name.equals("og:type") && tag.attr("content").equals("article") || name.equals("article:published_time");
    }

    private static List<String> typesOf(List<String> scripts) {
        List<String> found = new ArrayList<>();
        for (String type : DeclaredTypes.in(scripts)) {
            VALUE.matcher(type).results().forEach(name -> found.add(lower(name.group(1))));
        }
        return found;
    }

    /** Whether a page names a program that writes documentation as its own. */
    boolean isGeneratedDocumentation(PageElements elements) {
        return isGeneratedBy(generators, elements);
    }

    /** Whether a page names a program that runs forums as its own. */
    boolean isGeneratedForum(PageElements elements) {
        return isGeneratedBy(forums, elements);
    }

    private static boolean isGeneratedBy(List<String> programs, PageElements elements) {
        return elements.metas().stream()
                .filter(tag -> tag.attr("name").equalsIgnoreCase("generator"))
                .map(tag -> lower(tag.attr("content")))
                .anyMatch(program -> programs.stream().anyMatch(program::startsWith));
    }

    private static String lower(String text) {
        return LowerCase.of(text.strip());
    }

    /** The kind of pages that the host or one of the first folders of {@code url} holds by its name; {@code null} when none tells. */
    @Nullable
    PageKind ofAddress(@Nullable String url) {
        if (url == null) {
            return null;
        }
        Matcher parts = ADDRESS.matcher(LowerCase.of(url));
        if (!parts.lookingAt()) {
            return null;
        }
        String[] names = parts.group(1).split("[.]", MAX_PARTS);
        PageKind found = Arrays.stream(names, 0, Math.max(0, names.length - SITE_PARTS))
                .map(hosts::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return found != null
                ? found
                : Arrays.stream(parts.group(2).split("/", MAX_PARTS))
                        .limit(FOLDERS)
                        .map(folder -> folders.get(folder.replaceFirst("[.](?:php|html?|aspx?)$", "")))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    /** Whether {@code url} may be that of the results of a search. */
    boolean isSearchAddress(@Nullable String url) {
        String lower = url == null ? "" : LowerCase.of(url);
        return query.matcher(lower).lookingAt() || path.matcher(lower).lookingAt();
    }

    /**
     * Whether a page at {@code url} shows the results of a search, or that there are none.
     *
     * @param dated whether it has a date of publication; "recherche" names a section of articles as well
     */
    boolean isSearch(PageStructure structure, String text, boolean dated, @Nullable String url) {
        if (url == null) {
            return false;
        }
        boolean results = structure.cards() >= LEAST_RESULTS && structure.cardShare() >= RESULT_SHARE;
        String lower = LowerCase.of(url);
        return (results || text.length() <= MAX_BESIDE && !dated)
                        && query.matcher(lower).lookingAt()
                || results && !dated && path.matcher(lower).lookingAt();
    }

    /** Whether {@code url} is that of what somebody wrote, or of a subject. */
    boolean isListAddress(@Nullable String url) {
        return url != null && list.matcher(LowerCase.of(url)).lookingAt();
    }

    /** Whether several headings are links, and none is not. */
    static boolean isOfTitles(List<Line> lines) {
        return linkedHeadings(lines) == 1;
    }

    /** Whether most headings of a page are links. */
    static boolean isMostlyOfTitles(List<Line> lines) {
        return linkedHeadings(lines) >= MOST_LINKED;
    }

    /** The share of headings that are links; none where there are few headings. */
    private static double linkedHeadings(List<Line> lines) {
        List<Line> headings = lines.stream().filter(Line::heading).toList();
        long linked = headings.stream()
                .filter(line -> line.linkDensity() >= WHOLE_LINK)
                .count();
        return headings.size() < LEAST_TITLES ? 0 : (double) linked / headings.size();
    }

    /** Whether a page has so few full sentences that they are no text of its own. */
    static boolean hasFewSentences(List<Line> lines) {
        return lines.stream()
                        .filter(line -> line.sentence() && line.weight() >= SENTENCE && line.linkDensity() < LINKED)
                        .count()
                <= FEW_SENTENCES;
    }

    /** Whether the heading and the address of a page name a section or a topic rather than a report. */
    static boolean namesSection(List<Line> lines, @Nullable String url) {
        boolean named = lines.stream()
                .filter(Line::heading)
                .findFirst()
                .map(line -> line.weight() <= MAX_SECTION)
                .orElse(false);
        if (!named || url == null) {
            return false;
        }
        String path = url.replaceFirst("[?#].*$", "").replaceFirst("/$", "");
        return path.substring(path.lastIndexOf('/') + 1).split("[-_]").length <= MAX_SLUG;
    }

    /** Whether a page shows several lines, none of which is as long as a sentence, nor is one of the text that was found in it. */
    static boolean hasNoSentence(List<Line> lines, String found) {
        if (found.lines().anyMatch(line -> line.length() >= SENTENCE)) {
            return false;
        }
        int shown = 0;
        int sentences = 0;
        for (Line line : lines) {
            shown++;
            sentences += !line.heading() && line.sentence() && line.weight() >= SHORT_SENTENCE ? 1 : 0;
            if (!line.heading() && isLong(line) && line.linkDensity() < LINKED) {
                return false;
            }
        }
        return shown >= LEAST_LINES && sentences < LEAST_SENTENCES;
    }

    /** Whether one of its lines, as they are broken on the page, may be a sentence. */
    private static boolean isLong(Line line) {
        return line.weight() >= SENTENCE
                && (line.text().indexOf('\n') < 0 || line.text().lines().anyMatch(part -> part.length() >= SENTENCE));
    }

    /** Whether a page is a viewer of a document. */
    static boolean isViewer(Document document, String text) {
        return text.length() <= MAX_BESIDE
                && document.selectFirst("object[type=application/pdf],embed[type=application/pdf],iframe[src$=.pdf]")
                        != null;
    }

    /** Whether a page beside its button to buy asks how many and names a price in a line of its own. */
    static boolean sellsOne(Document document, List<Line> lines) {
        return isPriced(lines)
                && document.selectFirst("input[type=number],select,input[name~=(?i)qty|quantity]") != null;
    }

    /** Whether a price stands in a line of its own. */
    static boolean isPriced(List<Line> lines) {
        return lines.stream().anyMatch(line -> line.weight() <= MAX_SECTION && Prices.areIn(LowerCase.of(line.text())));
    }
}
