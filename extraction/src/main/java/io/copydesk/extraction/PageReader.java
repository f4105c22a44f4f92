package io.copydesk.extraction;

import io.copydesk.extraction.Extraction.Extracted;
import io.copydesk.extraction.Extraction.Rejected;
import io.copydesk.extraction.confidence.ConfidenceModel;
import io.copydesk.extraction.confidence.ConfidenceSheet;
import io.copydesk.extraction.date.DateReader;
import io.copydesk.extraction.dom.PageTree;
import io.copydesk.extraction.kind.KindSheet;
import io.copydesk.extraction.kind.PageKinds;
import io.copydesk.extraction.language.LanguageDetector;
import io.copydesk.extraction.metadata.AuthorNames;
import io.copydesk.extraction.metadata.HeadlineSheet;
import io.copydesk.extraction.metadata.MetadataReader;
import io.copydesk.extraction.metadata.PageElements;
import io.copydesk.extraction.metadata.PageMetadata;
import io.copydesk.extraction.notice.NoticeFilter;
import io.copydesk.extraction.notice.NoticeReport;
import io.copydesk.extraction.notice.NoticeReport.Stripped;
import io.copydesk.extraction.notice.Passage;
import io.copydesk.extraction.notice.WithdrawnPages;
import io.copydesk.extraction.page.BlockSheet;
import io.copydesk.extraction.page.MainText.Evidence;
import io.copydesk.extraction.page.MainTextFinder;
import io.copydesk.extraction.page.MainTextFinder.Hints;
import io.copydesk.extraction.page.PageStructure;
import io.copydesk.schemas.PageAssessment;
import io.copydesk.schemas.PageKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** Reads HTML: metadata, text, notices, in that order. */
final class PageReader {

    private final PageParser parser;
    private final MainTextFinder mainText;
    private final TextSources sources;
    private final NoticeFilter notices;
    private final LanguageDetector languages;
    private final ScriptShell shell = ScriptShell.load();
    private final WithdrawnPages withdrawn = WithdrawnPages.load();
    /** {@code null}: no page is refused for its kind. */
    private final @Nullable PageKinds kinds;

    private final Set<PageKind> keepKinds;
    /** {@code null}: no text is given a confidence. */
    private final @Nullable ConfidenceModel confidence;

    PageReader(
            PageParser parser,
            MainTextFinder mainText,
            NoticeFilter notices,
            LanguageDetector languages,
            @Nullable PageKinds kinds,
            Set<PageKind> keepKinds,
            @Nullable ConfidenceModel confidence) {
        this.confidence = confidence;
        this.kinds = kinds;
        this.keepKinds = keepKinds;
        this.parser = parser;
        this.mainText = mainText;
        this.sources = new TextSources(parser, mainText);
        this.notices = notices;
        this.languages = languages;
    }

    Extraction read(String html, SourceDocument source) {
        Document document = parse(html, source);
        PageElements page = PageElements.of(PageTree.of(document));
        PageMetadata meta = MetadataReader.read(document, page, source.url(), source.fetched(), null);
        AccessMarkup markup = AccessMarkup.read(document, page);
        TextSources.Found found = sources.find(page.tree(), meta);
        List<Passage> passages = DoubleEscapes.repair(found.passages());
        String body = Body.join(passages);
        WithdrawnPages.Notice withdrawn = notice(document, meta, passages);
        if (withdrawn != null) {
            return new Rejected(
                    withdrawn.withdrawn() ? RejectionReason.WITHDRAWN : RejectionReason.GONE, withdrawn.text());
        }
        PageKinds.Verdict inPlace = kinds == null ? null : kinds.ofWords(document, page, meta, body);
        if (inPlace != null && isRefused(inPlace)) {
            return refused(inPlace);
        }
        if (shell.isShell(body)) {
            return new Rejected(RejectionReason.NO_ARTICLE, "No text was found on the page.");
        }
        if (Redirect.isOne(document, passages)) {
            return new Rejected(RejectionReason.NO_ARTICLE, "The page only leads to another one.");
        }
        String language = Languages.choose(meta.declaredLanguage(), passages, languages);
        PageKinds.Verdict kind = inPlace;
        if (kinds != null && found.evidence() != null) {
            PageStructure structure = PageStructure.of(found.evidence());
            KindSheet sheet = kindSheet(structure, page, meta, found, language, source);
            kind = kinds.ofStructure(sheet, structure, meta, page, document, body, source.url());
        }
        if (kind != null && isRefused(kind)) {
            return refused(kind);
        }
        AuthorLine.Found bylines = AuthorLine.find(passages, meta.authors());
        List<Passage> text = bylines.text();
        PageMetadata signed = meta.authors().isEmpty() && !bylines.authors().isEmpty()
                ? meta.withAuthors(AuthorNames.of(bylines.authors()))
                : meta;
        NoticeReport report = notices.filter(text, language, found.removed());
        NoticeReport.Wall wall = report.wall();
        boolean emptied = report.kept().isEmpty();
        List<Passage> kept = emptied ? text : report.kept();
        AccessJudge access = AccessJudge.of(
                meta.declaredFree(),
                wall,
                markup,
                report.kept().stream().map(Passage::text).toList());
        List<Stripped> removed = new ArrayList<>(bylines.removed());
        removed.addAll(emptied ? List.of() : report.removed());
        found.removed().stream()
                .map(cut -> report.wallCut().stream()
                        .filter(wallCut -> wallCut.order() == cut.order())
                        .findFirst()
                        .orElse(cut))
                .forEach(removed::add);
        removed.sort(Comparator.comparingInt(Stripped::order));
        ExtractedArticle article = new ExtractedArticle(
                dated(signed, language, document, page, source),
                Body.join(kept),
                kept.stream().map(Passage::place).toList(),
                removed.stream().map(Stripped::removed).toList(),
                language,
                access.access(),
                access.free(),
                kind == null ? null : kind.assessment(),
                null);
        return new Extracted(
                confidence == null || found.evidence() == null
                        ? article
                        : article.withConfidence(confidence.likelihood(confidenceSheet(found.evidence(), article))));
    }

    /** The notice that stands in place of an article, in the main text or, where that is something else, in all that the page shows. */
    private WithdrawnPages.@Nullable Notice notice(Document document, PageMetadata meta, List<Passage> passages) {
        List<String> texts = passages.stream().map(Passage::text).toList();
        if (!WithdrawnPages.isShort(texts)) {
            return null;
        }
        WithdrawnPages.Notice found = withdrawn.find(texts, meta.headline());
        return found == null ? withdrawn.find(ShortPage.texts(document), meta.headline()) : found;
    }

    private static ConfidenceSheet confidenceSheet(Evidence evidence, ExtractedArticle article) {
        return ConfidenceSheet.of(
                evidence, article.body().length(), !article.metadata().authors().isEmpty());
    }

    private boolean isRefused(PageKinds.Verdict verdict) {
        return verdict.refused() && !keepKinds.contains(verdict.assessment().kind());
    }

    private static Rejected refused(PageKinds.Verdict verdict) {
        PageAssessment found = verdict.assessment();
        return new Rejected(
                RejectionReason.NOT_AN_ARTICLE,
                String.format(
                        Locale.ROOT,
                        "The page is of kind %s (likelihood %.3f).",
                        found.kind().label(),
                        found.likelihood()));
    }

    /** Reads the dates again when the text is in another language than declared, and in one where a month's name means another month. */
    private static PageMetadata dated(
            PageMetadata meta, @Nullable String language, Document document, PageElements page, SourceDocument source) {
        return language != null && DateReader.isDecisive(language) && !language.equals(meta.declaredLanguage())
                ? MetadataReader.read(document, page, source.url(), source.fetched(), language)
                        .withAuthors(meta.authors())
                : meta;
    }

    private Document parse(String html, SourceDocument source) {
        boolean xhtml = "application/xhtml+xml".equals(source.mediaType());
        return parser.parse(xhtml ? Xhtml.toHtml(html) : html, source.url());
    }

    /** The page's blocks as the block classifier sees them. */
    BlockSheet sheet(String html, SourceDocument source) {
        Document document = parse(html, source);
        PageElements page = PageElements.of(document);
        PageMetadata meta = MetadataReader.read(document, page, source.url(), source.fetched(), null);
        return mainText.sheet(page.tree(), Hints.of(meta));
    }

    /** The titles of the page. */
    HeadlineSheet titles(String html, SourceDocument source) {
        return MetadataReader.titles(parse(html, source), source.url());
    }

    /** The features of the page by which its kind is told; empty when the classifier judged no block of it. */
    Optional<KindSheet> kindSheet(String html, SourceDocument source) {
        Document document = parse(html, source);
        PageElements page = PageElements.of(document);
        PageMetadata meta = MetadataReader.read(document, page, source.url(), source.fetched(), null);
        TextSources.Found found = sources.find(page.tree(), meta);
        String language = Languages.choose(meta.declaredLanguage(), found.passages(), languages);
        return Optional.ofNullable(found.evidence())
                .map(PageStructure::of)
                .map(structure -> kindSheet(structure, page, meta, found, language, source));
    }

    /** What tells how likely the text of {@code article}, which the page gave, is right; empty when the classifier judged no block of it. */
    Optional<ConfidenceSheet> confidenceSheet(String html, SourceDocument source, ExtractedArticle article) {
        Document document = parse(html, source);
        PageElements page = PageElements.of(document);
        PageMetadata meta = MetadataReader.read(document, page, source.url(), source.fetched(), null);
        return Optional.ofNullable(mainText.find(page.tree(), Hints.of(meta)).evidence())
                .map(evidence -> confidenceSheet(evidence, article));
    }

    private KindSheet kindSheet(
            PageStructure structure,
            PageElements page,
            PageMetadata meta,
            TextSources.Found found,
            @Nullable String language,
            SourceDocument source) {
        return KindSheet.of(structure, page, meta, notices.voice(found.passages(), language), source.url());
    }

    /** For each block of the page that gave {@code article}, whether it was kept and why. */
    List<BlockVerdict> explain(String html, SourceDocument source, ExtractedArticle article) {
        Document document = parse(html, source);
        PageElements page = PageElements.of(document);
        PageMetadata meta = MetadataReader.read(document, page, source.url(), source.fetched(), null);
        return BlockVerdicts.of(mainText.find(page.tree(), Hints.of(meta)), article);
    }
}
