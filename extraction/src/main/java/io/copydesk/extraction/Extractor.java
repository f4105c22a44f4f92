package io.copydesk.extraction;

import io.copydesk.extraction.Extraction.Extracted;
import io.copydesk.extraction.Extraction.Rejected;
import io.copydesk.extraction.charset.DoubleEncoding;
import io.copydesk.extraction.charset.TextDecoder;
import io.copydesk.extraction.confidence.ConfidenceModel;
import io.copydesk.extraction.confidence.ConfidenceSheet;
import io.copydesk.extraction.kind.KindSheet;
import io.copydesk.extraction.kind.PageKinds;
import io.copydesk.extraction.language.LanguageDetector;
import io.copydesk.extraction.metadata.HeadlineSheet;
import io.copydesk.extraction.notice.NoticeFilter;
import io.copydesk.extraction.page.BlockClassifier;
import io.copydesk.extraction.page.BlockSheet;
import io.copydesk.extraction.page.MainTextFinder;
import io.copydesk.extraction.text.TextArticleReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns the bytes of one page or text into an article.
 *
 * <pre>{@code
 * Extractor extractor = Extractor.create();
 * Extraction extraction = extractor.extract(new SourceDocument(url, "text/html", "utf-8", bytes, fetched));
 * String text = extraction.fold(extracted -> extracted.article().body(), rejected -> rejected.detail());
 * }</pre>
 *
 * <p>The result depends on the document alone: no clock, no network, no state shared between pages. Any bytes are accepted; a document that cannot be
 * read is {@link Rejected}, never an exception. Immutable and thread-safe: create one and share it, since creation loads all word lists.
 *
 * <p>Time and memory are linear in the size of the document, which {@link ExtractorOptions} bounds. A page whose text was encoded twice (UTF-8 read as
 * windows-1252 and written as UTF-8) is parsed a second time after its repair, so it costs twice as much; {@link DoubleEncoding#repair} itself is one
 * pass over the text.
 */
public final class Extractor {

    /** Characters of a start tag at least: {@code <} and a letter. */
    private static final int SHORTEST_TAG = 2;

    private static final String HTML = "text/html";

    private final ExtractorOptions options;
    private final PageReader pages;
    private final TextReader texts;

    private Extractor(ExtractorOptions options, @Nullable BlockClassifier classifier) {
        this.options = options;
        NoticeFilter notices = options.layers().contains(Layer.NOTICES) ? NoticeFilter.create() : NoticeFilter.silent();
        LanguageDetector languages = LanguageDetector.create();
        MainTextFinder mainText = MainTextFinder.create(classifier, notices::score);
        boolean judgesPages = options.layers().contains(Layer.KINDS) && classifier != null;
        this.pages = new PageReader(
                new PageParser(options.maxDepth()),
                mainText,
                notices,
                languages,
                judgesPages ? PageKinds.load(options.articleThreshold()) : null,
                options.keepKinds(),
                judgesPages ? ConfidenceModel.load() : null);
        this.texts = new TextReader(new TextArticleReader(notices.gluedTeasers()), notices, languages);
    }

    /** An extractor with {@link ExtractorOptions#DEFAULT}. */
    public static Extractor create() {
        return create(ExtractorOptions.DEFAULT);
    }

    /** An extractor with other limits or fewer layers. */
    public static Extractor create(ExtractorOptions options) {
        return new Extractor(options, options.layers().contains(Layer.MODEL) ? BlockClassifier.load() : null);
    }

    /**
     * An extractor with another block model.
     *
     * <p>Internal: public for the training module only, may change in any release.
     */
    public static Extractor create(ExtractorOptions options, BlockClassifier classifier) {
        return new Extractor(options, classifier);
    }

    /**
     * The features of the blocks of {@code document}; empty when it is not HTML or cannot be read.
     *
     * <p>Internal: public for the training module only, may change in any release.
     */
    public Optional<BlockSheet> sheet(SourceDocument document) {
        return html(document).map(html -> pages.sheet(html, document));
    }

    /** For each block of {@code document}, in document order, whether it was kept and why; empty when there is no article or it is not HTML. */
    public List<BlockVerdict> explain(SourceDocument document) {
        Optional<String> html = html(document);
        return html.isEmpty()
                ? List.of()
                : extract(document)
                        .fold(
                                extracted -> pages.explain(html.get(), document, extracted.article()),
                                rejected -> List.of());
    }

    /**
     * The features of {@code document} by which its kind is told; empty when it is not HTML, cannot be read, or has no blocks to judge.
     *
     * <p>Internal: public for the training module only, may change in any release.
     */
    public Optional<KindSheet> kindSheet(SourceDocument document) {
        return html(document).flatMap(html -> pages.kindSheet(html, document));
    }

    /**
     * The titles of {@code document}, of which its headline is chosen; empty when it is not HTML or cannot be read.
     *
     * <p>Internal: public for the training module only, may change in any release.
     */
    public Optional<HeadlineSheet> titles(SourceDocument document) {
        return html(document).map(html -> pages.titles(html, document));
    }

    /**
     * What tells how likely the text of {@code article}, which was extracted from {@code document}, is right; empty when it is not HTML,
     * cannot be read, or has no blocks to judge.
     *
     * <p>Internal: public for the training module only, may change in any release.
     */
    public Optional<ConfidenceSheet> confidenceSheet(SourceDocument document, ExtractedArticle article) {
        return html(document).flatMap(html -> pages.confidenceSheet(html, document, article));
    }

    private Optional<String> html(SourceDocument document) {
        if (unreadable(document) != null) {
            return Optional.empty();
        }
        String text = TextDecoder.decode(document.body(), document.charset());
        return ContentSniffer.isHtml(text, document.mediaType()) ? Optional.of(text) : Optional.empty();
    }

    /**
     * The article of a page that is decoded already, or why there is none.
     *
     * @param url absolute URL of the page, against which its links are resolved; {@code null} when it has none
     */
    public Extraction extract(String html, @Nullable String url) {
        SourceDocument document = new SourceDocument(url, HTML, "utf-8", html.getBytes(StandardCharsets.UTF_8), null);
        Rejected unreadable = unreadable(document);
        return unreadable != null ? unreadable : read(html, document);
    }

    /** The article of {@code document}, or why there is none. */
    public Extraction extract(SourceDocument document) {
        Rejected unreadable = unreadable(document);
        return unreadable != null
                ? unreadable
                : read(TextDecoder.decode(document.body(), document.charset()), document);
    }

    private Extraction read(String text, SourceDocument document) {
        if (text.isBlank()) {
            return new Rejected(RejectionReason.EMPTY, "The document is blank.");
        }
        String format = ContentSniffer.otherFormat(text, document.mediaType());
        if (format != null) {
            return new Rejected(RejectionReason.NO_ARTICLE, "The document is " + format + ", no page.");
        }
        if (!ContentSniffer.isHtml(text, document.mediaType())) {
            return texts.read(text, document);
        }
        if (hasMoreTags(text, options.maxTags())) {
            return new Rejected(RejectionReason.TOO_LARGE, "The page has more than " + options.maxTags() + " tags.");
        }
        return pages.read(text, document)
                .fold(extracted -> withoutDoubleEncoding(text, document, extracted), rejected -> rejected);
    }

    private Extraction withoutDoubleEncoding(String text, SourceDocument document, Extracted extracted) {
        String repaired = DoubleEncoding.repair(text, extracted.article().body());
        return repaired.equals(text) ? extracted : pages.read(repaired, document);
    }

    /** Why the bytes of {@code document} are not decoded; {@code null} when they are. */
    private @Nullable Rejected unreadable(SourceDocument document) {
        byte[] body = document.body();
        if (body == null || body.length == 0) {
            return new Rejected(RejectionReason.EMPTY, "The document has no bytes.");
        }
        if (body.length > options.maxBytes()) {
            return new Rejected(
                    RejectionReason.TOO_LARGE,
                    "The document has " + body.length + " bytes, more than " + options.maxBytes() + ".");
        }
        if (ContentSniffer.isBinary(body)) {
            return new Rejected(RejectionReason.NOT_TEXT, "The document is neither HTML nor text.");
        }
        return null;
    }

    private static boolean hasMoreTags(String html, int limit) {
        if (html.length() / SHORTEST_TAG <= limit) {
            return false;
        }
        int tags = 0;
        for (int i = html.indexOf('<'); i >= 0 && i + 1 < html.length(); i = html.indexOf('<', i + 1)) {
            char next = html.charAt(i + 1);
            tags += next >= 'a' && next <= 'z' || next >= 'A' && next <= 'Z' ? 1 : 0;
            if (tags > limit) {
                return true;
            }
        }
        return false;
    }
}
