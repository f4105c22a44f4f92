package io.copydesk.extraction.kind;

import io.copydesk.extraction.date.DateHint;
import io.copydesk.extraction.date.DateReader;
import io.copydesk.extraction.dom.Tag;
import io.copydesk.extraction.metadata.PageElements;
import io.copydesk.extraction.metadata.PageMetadata;
import io.copydesk.extraction.page.PageStructure;
import io.copydesk.extraction.page.PageStructure.Line;
import io.copydesk.schemas.LowerCase;
import io.copydesk.schemas.PageAssessment;
import io.copydesk.schemas.PageKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter.FilterResult;
import org.jspecify.annotations.Nullable;

/** Decides what kind of page a document is, by its words, by the form of its lists and by the model. Immutable and thread-safe. */
public final class PageKinds {

    /** Teasers from which on a page that shows little else is a listing; on one whose heading and address name a section fewer are enough. */
    private static final int LEAST_TEASERS = 4;

    private static final int LEAST_OF_SECTION = 3;

    /** Sentences beside the teasers, such as what a section is about. */
    private static final int MAX_SENTENCES = 1;

    /** Weight of a teaser on average; longer items are the text of the page. */
    private static final int MAX_TEASER = 180;

    /** The same at the address of a section, of teasers with dates. */
    private static final int MAX_DATED_TEASER = 400;

    /** Characters of a line that gives the date of a teaser, a section or an author beside it. */
    private static final int MAX_DATE = 60;

    private static final DateHint ANY_DATE = new DateHint(null, true);

    private static final Pattern FRONT = Pattern.compile("https?://[^/?#]+/?(?:#.*)?");

    private static final double TEASER_SHARE = 0.6;
    /** The same at the address of an author or a subject. */
    private static final double LISTED_SHARE = 0.4;

    private static final double SURE = 0.95;

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /** Paragraphs, and characters of each, that are looked for on the page. */
    private static final int MOST_PARAGRAPHS = 5;

    private static final int BEGINNING = 40;
    private static final int MAX_HEADINGS = 3;
    /** Fields of a page to sign in at most. */
    private static final int MAX_FIELDS = 4;
    /** Characters of a page that is known by its form to sign in at most, and how much of them the form's box has at least. */
    private static final int MAX_FORM_PAGE = 350;

    private static final double FORM_SHARE = 0.6;

    /**
     * How many times the threshold counts for a kind. Articles are seldom taken for shops and forums, and most often for listings, of which rules tell
     * those that are certainly none.
     */
    private static final Map<PageKind, Double> FACTORS =
            Map.of(PageKind.COLLECTION, 2.0, PageKind.PRODUCT, 2.0, PageKind.FORUM, 2.0, PageKind.LISTING, 0.15);

    private final KindClassifier classifier;
    private final PageWords words;
    private final ShopSigns signs = ShopSigns.load();
    private final PageForms forms = PageForms.load();
    private final LegalPages legal = LegalPages.load();
    private final double articleThreshold;

    private PageKinds(KindClassifier classifier, PageWords words, double articleThreshold) {
        this.classifier = classifier;
        this.words = words;
        this.articleThreshold = articleThreshold;
    }

    /**
     * With the bundled model and phrases.
     *
     * @param articleThreshold likelihood of an article below which the model refuses a page, 0–1; for some kinds a multiple of it counts
     */
    public static PageKinds load(double articleThreshold) {
        return new PageKinds(KindClassifier.load(), PageWords.load(), articleThreshold);
    }

    /**
     * What kind of page it is.
     *
     * @param assessment the most likely kind
     * @param refused whether the page is certainly no article
     */
    public record Verdict(PageAssessment assessment, boolean refused) {}

    /**
     * The verdict on a page that stands in place of an article, {@code null} when its words do not tell.
     *
     * @param text what was found on the page
     */
    public @Nullable Verdict ofWords(Document document, PageElements elements, PageMetadata meta, String text) {
        if (text.length() > PageWords.MAX_TEXT) {
            return null;
        }
        List<String> titles = new ArrayList<>(List.of(document.title()));
        Stream.concat(
                        elements.headings().stream(),
                        document.getElementsByTag("h2").stream().limit(MAX_HEADINGS))
                .map(Element::text)
                .forEach(titles::add);
        String shown = Objects.requireNonNullElse(shown(document, text), text);
        boolean ofArticle = meta.published() != null || !meta.authors().isEmpty();
        PageAssessment found = words.assess(titles, shown, forms(elements), ofArticle);
        if (found == null && !ofArticle && elements.passwords() > 0 && isOfForm(document)) {
            found = new PageAssessment(PageKind.LOGIN, SURE);
        }
        return found == null ? null : new Verdict(found, true);
    }

    /** Whether a page of few words holds most of them in the box of the form that asks for a password, below a heading or without one. */
    private static boolean isOfForm(Document document) {
        Element field = document.selectFirst("input[type=password]");
        Element form = field == null ? null : field.closest("form");
        Element body = document.body();
        if (form == null || body == null) {
            return false;
        }
        int all = body.text().length();
        Element around = form.parent();
        Element box = around == null || around == body || around.normalName().equals("main") ? form : around;
        return all <= MAX_FORM_PAGE && box.text().length() >= FORM_SHARE * all;
    }

    /** What the page asks its readers for: more than a few fields are of other pages. */
    private static PageWords.Forms forms(PageElements elements) {
        if (elements.passwords() > 0) {
            return PageWords.Forms.PASSWORD;
        }
        int fields = elements.count(Tag.INPUT);
        return elements.count(Tag.FORM) > 0 && fields > 0 && fields <= MAX_FIELDS
                ? PageWords.Forms.FIELDS
                : PageWords.Forms.NONE;
    }

    /** All that the page shows, but for its menus, when the found text may be a part of it only. */
    private static @Nullable String shown(Document document, String text) {
        Element main = document.selectFirst("main");
        Element body = main != null ? main : document.body();
        String all = body == null ? "" : withoutMenus(body);
        return all.length() > text.length() && all.length() <= 4 * Math.max(text.length(), 200) ? all : null;
    }

    private static String withoutMenus(Element body) {
        StringBuilder text = new StringBuilder();
        body.filter((node, depth) -> {
            if (node instanceof Element element && isMenu(element)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            if (node instanceof TextNode line) {
                text.append(line.text());
            } else if (node instanceof Element element
                    && (element.isBlock() || element.normalName().equals("br"))) {
                text.append(' ');
            }
            return FilterResult.CONTINUE;
        });
        return BLANKS.matcher(text).replaceAll(" ").strip();
    }

    private static boolean isMenu(Element element) {
        return switch (element.normalName()) {
            case "nav", "footer" -> true;
            case "header" -> element.selectFirst("h1") == null;
            case "a" -> element.className().contains("skip");
            default -> false;
        };
    }

    /** Whether most cards have a date, so that the page's may be one of theirs. */
    private static boolean areDated(List<List<String>> cards) {
        long dated = cards.stream()
                .filter(card -> card.stream().anyMatch(PageKinds::isDate))
                .count();
        return 2 * dated > cards.size();
    }

    /** Whether a page says in the classes of its body that it lists what was published, as content systems do. */
    private static boolean isArchive(Document document) {
        Element body = document.body();
        return body != null
                && !body.hasClass("single")
                && (body.hasClass("archive") || body.hasClass("search-results"));
    }

    /** Whether nothing but its cards gives a page a date. */
    private boolean isUndatedOutside(PageStructure structure, PageElements elements) {
        return !forms.declaresArticle(elements) && structure.textsOutside().noneMatch(PageKinds::isDate);
    }

    private static boolean isDate(String text) {
        return text.length() <= MAX_DATE
                && DateReader.hasDigit(text)
                && !DateReader.findAll(text, ANY_DATE).isEmpty();
    }

    /**
     * The verdict on a page by its structure.
     *
     * @param found the text that was found, in the page or in its data
     * @param url of the page, {@code null} when unknown
     */
    public Verdict ofStructure(
            KindSheet sheet,
            PageStructure structure,
            PageMetadata meta,
            PageElements elements,
            Document document,
            String found,
            @Nullable String url) {
        List<Line> lines = structure.lines();
        boolean archive = isArchive(document);
        boolean section = structure.cards() >= LEAST_OF_SECTION
                && (archive || PageForms.namesSection(lines, url))
                && (structure.sentencesOutside() == 0
                        || structure.sentencesOutside() <= MAX_SENTENCES
                                && areDated(structure.cardTexts())
                                && isUndatedOutside(structure, elements));
        boolean teasers = (structure.cards() >= LEAST_TEASERS || section)
                && structure.cardShare() >= TEASER_SHARE
                && structure.cardWeight() <= MAX_TEASER * structure.cards()
                && meta.authors().isEmpty()
                && structure.sentencesOutside() <= MAX_SENTENCES
                && (archive || meta.published() == null || areDated(structure.cardTexts()));
        boolean listed = forms.isListAddress(url)
                && structure.cards() >= LEAST_OF_SECTION
                && structure.cardShare() >= LISTED_SHARE
                && structure.sentencesOutside() <= MAX_SENTENCES
                && (structure.cardWeight() <= MAX_TEASER * structure.cards()
                        || structure.cardWeight() <= MAX_DATED_TEASER * structure.cards()
                                && areDated(structure.cardTexts()));
        if ((teasers || listed) && isShown(document, found)) {
            return new Verdict(new PageAssessment(PageKind.LISTING, SURE), true);
        }
        PageKind declared = declared(elements);
        if (declared != null && meta.published() == null) {
            return new Verdict(new PageAssessment(declared, SURE), true);
        }
        PageKind formed =
                meta.authors().isEmpty() ? formed(structure, lines, meta, elements, document, found, url) : null;
        if (formed != null) {
            return new Verdict(new PageAssessment(formed, SURE), true);
        }
        KindClassifier.Judgement judged = classifier.judge(sheet);
        PageAssessment assessment = judged.assessment();
        boolean unsigned = meta.published() == null && meta.authors().isEmpty();
        PageKind signed = unsigned ? signed(document, elements, url) : null;
        if (signed != null) {
            return new Verdict(new PageAssessment(signed, SURE), true);
        }
        if (isFront(url) && PageForms.isMostlyOfTitles(lines) && !forms.declaresArticle(elements)) {
            return new Verdict(new PageAssessment(PageKind.LISTING, SURE), true);
        }
        boolean front = isFront(url) && meta.published() == null;
        if (front && PageForms.isOfTitles(lines) && meta.authors().isEmpty()) {
            return new Verdict(new PageAssessment(PageKind.LISTING, SURE), true);
        }
        if (front && assessment.kind() == PageKind.LISTING) {
            return new Verdict(assessment, true);
        }
        boolean refused =
                isMostlyShown(lines, found) && isRefused(assessment.kind(), judged.article(), articleThreshold);
        return new Verdict(assessment, refused);
    }

    /** Whether the page shows as much text as was found, which else is from its data, of which the model sees nothing. */
    private static boolean isMostlyShown(List<Line> lines, String found) {
        return lines.stream().mapToLong(Line::weight).sum() >= found.length() / 2;
    }

    /** Whether a paragraph that was found is on the page rather than in its data. */
    private static boolean isShown(Document document, String found) {
        String shown = document.body() == null ? "" : document.body().text();
        return found.lines()
                .filter(line -> !line.isBlank())
                .limit(MOST_PARAGRAPHS)
                .anyMatch(line -> shown.contains(line.substring(0, Math.min(line.length(), BEGINNING))));
    }

    /**
     * Whether a page that is most likely of {@code kind} is certainly no article.
     *
     * @param article how likely it is one
     * @param threshold see {@link #load}
     */
    public static boolean isRefused(PageKind kind, double article, double threshold) {
        return kind != PageKind.ARTICLE && article < threshold * FACTORS.getOrDefault(kind, 1.0);
    }

    /** What the form of a page without an author says; {@code null} when nothing. */
    private @Nullable PageKind formed(
            PageStructure structure,
            List<Line> lines,
            PageMetadata meta,
            PageElements elements,
            Document document,
            String found,
            @Nullable String url) {
        PageKind declared = forms.declared(elements);
        if (declared != null) {
            return declared;
        }
        String heading = elements.headings().isEmpty()
                ? null
                : elements.headings().get(0).text();
        boolean unpublished = meta.published() == null || meta.published().equals(meta.modified());
        if (unpublished && legal.isOne(heading, document.title(), url)) {
            return PageKind.SERVICE;
        }
        String shown = document.body() == null ? "" : document.body().text();
        if (signs.countsPosts(shown)
                || elements.count(Tag.DT) > 0 && signs.listsPosts(document)
                || forms.isGeneratedForum(elements)) {
            return PageKind.FORUM;
        }
        if (hasButtons(elements) && signs.asksSeller(document) && PageForms.isPriced(lines)) {
            return PageKind.PRODUCT;
        }
        if (meta.published() != null && !forms.isSearchAddress(url)) {
            return null;
        }
        String text = found.length() > shown.length() ? found : shown;
        if (forms.isSearch(structure, text, meta.published() != null, url)) {
            return PageKind.LISTING;
        }
        if (meta.published() != null) {
            return null;
        }
        if (PageForms.isViewer(document, text)) {
            return PageKind.SERVICE;
        }
        if (forms.isGeneratedDocumentation(elements)) {
            return PageKind.DOCUMENTATION;
        }
        if (PageForms.isPriced(lines) && PageForms.hasFewSentences(lines) && signs.offers(document)) {
            return PageKind.PRODUCT;
        }
        // Where no article was found, all that the page shows was taken as the text, in one line.
        String other = shown.contains(found.strip()) ? "" : found;
        return PageForms.hasNoSentence(lines, other)
                ? PageKind.LISTING
                : signs.sellsOne(document) && PageForms.sellsOne(document, lines) ? PageKind.PRODUCT : null;
    }

    /** What the page declares itself to be for cards of links, when that is no article; {@code null} otherwise. */
    private static @Nullable PageKind declared(PageElements elements) {
        for (Element tag : elements.metas()) {
            if (tag.attr("property").equals("og:type")) {
                String type = LowerCase.of(tag.attr("content").strip());
                boolean product = type.equals("product") || type.startsWith("product.") || type.startsWith("product:");
                return product ? PageKind.PRODUCT : type.equals("profile") ? PageKind.LISTING : null;
            }
        }
        return null;
    }

    /** What buttons and the address of a page without date and author say; {@code null} when nothing. */
    private @Nullable PageKind signed(Document document, PageElements elements, @Nullable String url) {
        return hasButtons(elements) && signs.sells(document) ? PageKind.COLLECTION : forms.ofAddress(url);
    }

    private static boolean hasButtons(PageElements elements) {
        return elements.count(Tag.BUTTON) > 0 || elements.count(Tag.INPUT) > 0;
    }

    /** Whether {@code url} is the first page of a host. */
    private static boolean isFront(@Nullable String url) {
        return url != null && FRONT.matcher(url).matches();
    }
}
