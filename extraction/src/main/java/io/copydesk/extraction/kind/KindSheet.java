package io.copydesk.extraction.kind;

import static io.copydesk.extraction.kind.KindFeature.*;

import io.copydesk.extraction.date.DateReader;
import io.copydesk.extraction.dom.Tag;
import io.copydesk.extraction.metadata.PageElements;
import io.copydesk.extraction.metadata.PageMetadata;
import io.copydesk.extraction.page.PageStructure;
import io.copydesk.extraction.page.PageStructure.Line;
import io.copydesk.schemas.LowerCase;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The features of one page, a row in the order of {@link KindFeature}. Not thread-safe.
 *
 * <p>Internal: public for the training module only, may change in any release.
 */
public final class KindSheet {

    private static final KindWords CLASSES = KindWords.of("class");
    private static final KindWords PATHS = KindWords.of("path");
    private static final KindWords TYPES = KindWords.of("type");

    private static final Pattern PRICE = Pattern.compile("\\p{Sc}\\s?\\d|\\d\\s?\\p{Sc}|\\b(?:USD|EUR|GBP|CHF)\\s?\\d");
    private static final Pattern YEAR = Pattern.compile("\\b(?:19|20)\\d\\d\\b");
    private static final Pattern DATE_PATH = Pattern.compile("/(?:19|20)\\d\\d[/-](?:0?[1-9]|1[0-2])(?:[/-]|$)");
    private static final Pattern SCHEME = Pattern.compile("^[a-z]+://");
    private static final Pattern LONG_NUMBER = Pattern.compile(".*\\d{4,}.*");
    private static final int FULL = 80;
    private static final int STRONG_TEXT = 150;
    private static final int SHORT_LINE = 40;

    private final float[] row = new float[COUNT];
    private final int[] words;

    private KindSheet(int[] words) {
        this.words = words;
    }

    /** The names of the columns, in their order. */
    public static List<String> columns() {
        return Arrays.stream(KindFeature.values()).map(KindFeature::name).toList();
    }

    /**
     * The features of a page.
     *
     * @param voice shares of words that address the reader, speak of the site, and call on the reader, in the text
     * @param url {@code null} when unknown
     */
    public static KindSheet of(
            PageStructure structure, PageElements elements, PageMetadata meta, float[] voice, @Nullable String url) {
        List<String> types = DeclaredTypes.in(DeclaredTypes.scripts(elements));
        String address = url == null ? "" : url;
        KindSheet sheet = new KindSheet(LayoutWords.of(elements, types, address));
        List<Line> lines = structure.lines();
        sheet.keptText(lines);
        sheet.allText(lines);
        sheet.repeats(structure, lines);
        sheet.elements(elements);
        sheet.classes(structure.classes());
        sheet.address(address);
        sheet.declared(elements, types, meta, lines);
        sheet.marks(KindMarks.of(elements.tree()));
        sheet.head(elements);
        sheet.sections(lines);
        sheet.set(YOU, voice[0]);
        sheet.set(WE, voice[1]);
        sheet.set(CALL, voice[2]);
        return sheet;
    }

    /** The features with the score of the words of the layout. */
    public float[] row(WordScores scores) {
        float[] scored = row.clone();
        scored[WORDS.ordinal()] = scores.score(words);
        return scored;
    }

    /** The words of the layout as hashes, see {@link LayoutWords}; not a copy. */
    public int[] words() {
        return words;
    }

    private void set(KindFeature feature, double value) {
        row[feature.ordinal()] = (float) value;
    }

    private void count(KindFeature feature, double value) {
        set(feature, Math.log1p(value));
    }

    private void keptText(List<Line> lines) {
        double weight = 0;
        double all = 0;
        double links = 0;
        double headings = 0;
        double items = 0;
        double cells = 0;
        double sentences = 0;
        int kept = 0;
        int longest = 0;
        int strong = 0;
        double run = 0;
        double longestRun = 0;
        int[] marks = new int[5];
        for (Line line : lines) {
            all += line.weight();
            if (!line.kept()) {
                run = line.weight() > FULL || line.links() > 0 ? 0 : run;
                continue;
            }
            kept++;
            weight += line.weight();
            links += line.linkDensity() * line.weight();
            headings += line.heading() ? 1 : 0;
            items += line.item() ? line.weight() : 0;
            cells += line.cell() ? line.weight() : 0;
            sentences += line.sentence() ? line.weight() : 0;
            longest = Math.max(longest, line.weight());
            strong += line.weight() >= STRONG_TEXT && line.linkDensity() < 0.3 ? 1 : 0;
            run += line.weight();
            longestRun = Math.max(longestRun, run);
            marks(line.text(), marks);
        }
        double total = Math.max(1, weight);
        count(TEXT, weight);
        count(PASSAGES, kept);
        count(MEAN_LENGTH, weight / Math.max(1, kept));
        count(LONGEST, longest);
        count(STRONG, strong);
        count(RUN, longestRun);
        set(RUN_SHARE, longestRun / Math.max(1, all));
        set(KEPT_SHARE, weight / Math.max(1, all));
        set(KEPT_LINKS, links / total);
        set(KEPT_HEADINGS, headings / Math.max(1, kept));
        set(KEPT_ITEMS, items / total);
        set(KEPT_CELLS, cells / total);
        set(SENTENCES, sentences / total);
        set(QUESTIONS, 1000.0 * marks[0] / total);
        set(EXCLAMATIONS, 1000.0 * marks[1] / total);
        set(QUOTES, 1000.0 * marks[2] / total);
        set(DIGITS, 1000.0 * marks[3] / total);
        set(COMMAS, 1000.0 * marks[4] / total);
    }

    private static void marks(String text, int[] marks) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 'a' && c <= 'z' || c == ' ') {
                continue;
            }
            switch (c) {
                case '?', '？', '؟' -> marks[0]++;
                case '!', '！' -> marks[1]++;
                case '"', '“', '”', '«', '»', '„' -> marks[2]++;
                case ',', '、', '，', '،' -> marks[4]++;
                default -> marks[3] += Character.isDigit(c) ? 1 : 0;
            }
        }
    }

    private void allText(List<Line> lines) {
        double weight = 0;
        double linkWeight = 0;
        int links = 0;
        int linkLines = 0;
        int shortLines = 0;
        int headings = 0;
        int linkedHeadings = 0;
        int items = 0;
        int cells = 0;
        int preformatted = 0;
        int prices = 0;
        int years = 0;
        int strong = 0;
        for (Line line : lines) {
            weight += line.weight();
            linkWeight += line.linkDensity() * line.weight();
            links += line.links();
            linkLines += line.linkDensity() > 0.8 ? 1 : 0;
            shortLines += line.weight() < SHORT_LINE ? 1 : 0;
            headings += line.heading() ? 1 : 0;
            linkedHeadings += line.heading() && line.linkDensity() > 0.8 ? 1 : 0;
            items += line.item() ? 1 : 0;
            cells += line.cell() ? 1 : 0;
            preformatted += line.preformatted() ? 1 : 0;
            strong += line.weight() >= FULL && line.linkDensity() < 0.3 ? 1 : 0;
            boolean brief = line.weight() < FULL && DateReader.hasDigit(line.text());
            prices += brief
                            && mayHoldPrice(line.text())
                            && PRICE.matcher(line.text()).find()
                    ? 1
                    : 0;
            years += brief
                            && mayHoldYear(line.text())
                            && YEAR.matcher(line.text()).find()
                    ? 1
                    : 0;
        }
        double n = Math.max(1, lines.size());
        count(BLOCKS, lines.size());
        count(WEIGHT, weight);
        count(LINKS, links);
        set(LINK_SHARE, linkWeight / Math.max(1, weight));
        set(LINK_BLOCKS, linkLines / n);
        set(SHORT_BLOCKS, shortLines / n);
        count(HEADINGS, headings);
        count(LINKED_HEADINGS, linkedHeadings);
        set(HEADINGS_TO_TEXT, headings / Math.max(1.0, headings + strong));
        set(ITEMS, items / n);
        set(CELLS, cells / n);
        count(PREFORMATTED, preformatted);
        count(PRICES, prices);
        set(PRICE_SHARE, prices / n);
        count(YEARS, years);
    }

    /** Whether {@code text} has a sign or a name of a currency; without one the pattern does not match. */
    private static boolean mayHoldPrice(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '$'
                    || c > 0x7F && (Character.getType(c) == Character.CURRENCY_SYMBOL || Character.isSurrogate(c))) {
                return true;
            }
        }
        return text.contains("USD") || text.contains("EUR") || text.contains("GBP") || text.contains("CHF");
    }

    private static boolean mayHoldYear(String text) {
        return text.contains("19") || text.contains("20");
    }

    private void repeats(PageStructure structure, List<Line> lines) {
        double weight = lines.stream().mapToInt(Line::weight).sum();
        count(REPEATS, structure.repeats());
        count(CARDS, structure.cards());
        count(TEXT_CARDS, structure.textCards());
        set(CARD_SHARE, structure.cardWeight() / Math.max(1, weight));
        count(CARD_WEIGHT, structure.cardWeight() / Math.max(1, structure.cards()));
    }

    private void elements(PageElements elements) {
        count(TIMES, elements.count(Tag.TIME));
        count(IMAGES, elements.count(Tag.IMG));
        count(FORMS, elements.count(Tag.FORM));
        count(INPUTS, elements.count(Tag.INPUT));
        count(TEXT_AREAS, elements.count(Tag.TEXTAREA));
        count(BUTTONS, elements.count(Tag.BUTTON));
        count(SELECTS, elements.count(Tag.SELECT));
        count(CODES, elements.count(Tag.CODE) + elements.count(Tag.PRE));
        count(TABLES, elements.count(Tag.TABLE));
        count(FRAMES, elements.count(Tag.IFRAME) + elements.count(Tag.VIDEO));
        count(ARTICLES, elements.count(Tag.ARTICLE));
        count(NAVIGATIONS, elements.count(Tag.NAV));
        count(SECTIONS, elements.count(Tag.SECTION));
        count(PICTURES, elements.count(Tag.PICTURE) + elements.count(Tag.FIGURE));
        count(FIRST_HEADINGS, elements.headings().size());
        set(PASSWORDS, elements.passwords() > 0 ? 1 : 0);
    }

    private void classes(Map<String, Integer> classes) {
        int[] counts = new int[KindWords.GROUPS.size()];
        classes.forEach((name, n) -> {
            int groups = CLASSES.groups(name);
            for (int g = 0; g < counts.length; g++) {
                counts[g] += (groups & 1 << g) != 0 ? n : 0;
            }
        });
        for (int g = 0; g < counts.length; g++) {
            row[CLASS_FORUM.ordinal() + g] = (float) Math.log1p(counts[g]);
        }
    }

    private void address(String url) {
        String rest = SCHEME.matcher(url).replaceFirst("");
        int slash = rest.indexOf('/');
        String host = slash < 0 ? rest : rest.substring(0, slash);
        String path = slash < 0 ? "/" : rest.substring(slash);
        int query = path.indexOf('?');
        set(QUERY, query >= 0 ? 1 : 0);
        path = query >= 0 ? path.substring(0, query) : path;
        int groups = PATHS.groups(path);
        for (int g = 0; g < KindWords.GROUPS.size(); g++) {
            row[PATH_FORUM.ordinal() + g] = (groups & 1 << g) != 0 ? 1 : 0;
        }
        int hosts = PATHS.groups(host);
        set(HOST_FORUM, hosts & 1);
        set(HOST_PRODUCT, (hosts & 1 << KindWords.GROUPS.indexOf("product")) != 0 ? 1 : 0);
        set(HOST_DOCS, (hosts & 1 << KindWords.GROUPS.indexOf("docs")) != 0 ? 1 : 0);
        set(PATH_DATE, DATE_PATH.matcher(path).find() ? 1 : 0);
        String[] parts = path.split("/");
        set(PATH_DEPTH, Math.max(0, parts.length - 1));
        String slug = parts.length == 0 ? "" : parts[parts.length - 1];
        set(SLUG_WORDS, slug.isEmpty() ? 0 : slug.split("[-_]").length);
        set(NUMBER, LONG_NUMBER.matcher(slug).matches() ? 1 : 0);
    }

    private void declared(PageElements elements, List<String> types, PageMetadata meta, List<Line> lines) {
        int groups = 0;
        for (String type : types) {
            groups |= TYPES.groups(LowerCase.of(type));
        }
        for (int g = 0; g < KindWords.GROUPS.size(); g++) {
            row[TYPE_FORUM.ordinal() + g] = (groups & 1 << g) != 0 ? 1 : 0;
        }
        for (Element tag : elements.metas()) {
            String property = tag.attr("property");
            String content = LowerCase.of(tag.attr("content"));
            if (property.equals("og:type")) {
                set(OG_ARTICLE, content.contains("article") || content.contains("blog") ? 1 : 0);
                set(OG_WEBSITE, content.equals("website") ? 1 : 0);
                set(OG_PRODUCT, content.contains("product") ? 1 : 0);
            } else if (property.equals("article:published_time")) {
                set(PUBLISHED_META, 1);
            }
        }
        set(DATED, meta.published() != null ? 1 : 0);
        set(MODIFIED, meta.modified() != null ? 1 : 0);
        set(AUTHORED, meta.authors().isEmpty() ? 0 : 1);
        set(DESCRIBED, meta.description() != null ? 1 : 0);
        set(DECLARED, meta.articleBody() != null ? 1 : 0);
        String headline = meta.headline();
        set(HEADLINE_WORDS, headline == null ? 0 : headline.split("\\s+").length);
        set(
                TITLE_IS_HEADING,
                headline != null
                                && lines.stream()
                                        .anyMatch(line ->
                                                line.heading() && line.text().equals(headline))
                        ? 1
                        : 0);
    }

    private void marks(KindMarks marks) {
        for (int g = 0; g < marks.linked.length; g++) {
            row[LINK_FORUM.ordinal() + g] = marks.linked[g] / (float) Math.max(1, marks.links);
            row[BODY_FORUM.ordinal() + g] = (marks.body & 1 << g) != 0 ? 1 : 0;
        }
        set(LINK_ANCHORS, marks.anchors / Math.max(1.0, marks.links));
        count(LINK_CONTACTS, marks.contacts);
        count(LINK_BUTTONS, marks.buttons);
        count(FIELD_CONTACTS, marks.contactFields);
        count(FIELD_CHOICES, marks.choiceFields);
        count(FIELD_SEARCHES, marks.searchFields);
        set(MICRO_ARTICLE, marks.typeGroups >> KindWords.GROUPS.indexOf("article") & 1);
        set(MICRO_PRODUCT, marks.typeGroups >> KindWords.GROUPS.indexOf("product") & 1);
        count(MICRO_TYPES, marks.types);
    }

    private void head(PageElements elements) {
        int article = 0;
        int product = 0;
        for (Element tag : elements.metas()) {
            String property = tag.attr("property");
            article += property.startsWith("article:") ? 1 : 0;
            product += property.startsWith("product:") ? 1 : 0;
        }
        count(META_ARTICLE, article);
        set(META_PRODUCT, product > 0 ? 1 : 0);
        int feeds = 0;
        for (Element link : elements.links()) {
            String rel = LowerCase.of(link.attr("rel"));
            if (rel.equals("alternate")) {
                String type = link.attr("type");
                feeds += type.contains("rss") || type.contains("atom") ? 1 : 0;
            } else if (rel.equals("shortlink") || rel.equals("amphtml")) {
                set(SHORT_LINK, 1);
            } else if (rel.equals("next") || rel.equals("prev")) {
                set(NEXT_PAGE, 1);
            }
        }
        count(FEEDS, feeds);
        // Of the site, of its comments, and of those of this page.
        set(PAGE_FEED, feeds > 2 ? 1 : 0);
        String title = elements.tree().document().title();
        set(TITLE_PARTS, title.split("\\s[|–—·:-]\\s").length);
    }

    private void sections(List<Line> lines) {
        double weight = 0;
        double full = 0;
        int headings = 0;
        int questions = 0;
        for (Line line : lines) {
            if (line.heading()) {
                headings += line.kept() ? 1 : 0;
                questions += line.text().endsWith("?") ? 1 : 0;
            } else if (line.kept()) {
                weight += line.weight();
                full += line.weight() >= STRONG_TEXT ? line.weight() : 0;
            }
        }
        count(SECTION_TEXT, weight / (headings + 1));
        set(FULL_SHARE, full / Math.max(1, weight));
        count(QUESTION_HEADINGS, questions);
    }
}
