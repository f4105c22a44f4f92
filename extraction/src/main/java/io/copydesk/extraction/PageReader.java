package io.copydesk.extraction;

import io.copydesk.extraction.Extraction.Extracted;
import io.copydesk.extraction.Extraction.Rejected;
import io.copydesk.extraction.date.DateReader;
import io.copydesk.extraction.language.LanguageDetector;
import io.copydesk.extraction.metadata.MetadataReader;
import io.copydesk.extraction.metadata.PageElements;
import io.copydesk.extraction.metadata.PageMetadata;
import io.copydesk.extraction.notice.NoticeFilter;
import io.copydesk.extraction.notice.NoticeReport;
import io.copydesk.extraction.notice.NoticeReport.Stripped;
import io.copydesk.extraction.notice.Passage;
import io.copydesk.extraction.page.BlockSheet;
import io.copydesk.extraction.page.MainTextFinder;
import io.copydesk.extraction.page.MainTextFinder.Hints;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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

    PageReader(PageParser parser, MainTextFinder mainText, NoticeFilter notices, LanguageDetector languages) {
        this.parser = parser;
        this.mainText = mainText;
        this.sources = new TextSources(parser, mainText);
        this.notices = notices;
        this.languages = languages;
    }

    Extraction read(String html, SourceDocument source) {
        Document document = parse(html, source);
        PageElements page = PageElements.of(document);
        PageMetadata meta = MetadataReader.read(document, page, source.url(), source.fetched(), null);
        AccessMarkup markup = AccessMarkup.read(document, page);
        TextSources.Found found = sources.find(document, meta);
        List<Passage> passages = found.passages();
        if (shell.isShell(Body.join(passages))) {
            return new Rejected(RejectionReason.NO_ARTICLE, "No text was found on the page.");
        }
        if (Redirect.isOne(document, passages)) {
            return new Rejected(RejectionReason.NO_ARTICLE, "The page only leads to another one.");
        }
        String language = Languages.choose(meta.declaredLanguage(), passages, languages);
        List<Stripped> bylines = AuthorLine.find(passages, meta.authors());
        List<Passage> text = passages.stream()
                .filter(p -> bylines.stream().noneMatch(line -> line.order() == p.order()))
                .toList();
        NoticeReport report = notices.filter(text, language);
        NoticeReport.Wall wall = report.wall();
        boolean emptied = report.kept().isEmpty();
        AccessJudge access = AccessJudge.of(meta.declaredFree(), wall, markup);
        List<Stripped> removed = new ArrayList<>(bylines);
        removed.addAll(emptied ? List.of() : report.removed());
        removed.addAll(found.removed());
        removed.sort(Comparator.comparingInt(Stripped::order));
        return new Extracted(new ExtractedArticle(
                dated(meta, language, document, page, source),
                Body.join(emptied ? text : report.kept()),
                removed.stream().map(Stripped::removed).toList(),
                language,
                access.access(),
                access.free()));
    }

    /** Reads the dates again when the text is in another language than declared, and in one where a month's name means another month. */
    private static PageMetadata dated(
            PageMetadata meta, @Nullable String language, Document document, PageElements page, SourceDocument source) {
        return language != null && DateReader.isDecisive(language) && !language.equals(meta.declaredLanguage())
                ? MetadataReader.read(document, page, source.url(), source.fetched(), language)
                : meta;
    }

    private Document parse(String html, SourceDocument source) {
        boolean xhtml = "application/xhtml+xml".equals(source.mediaType());
        return parser.parse(xhtml ? Xhtml.toHtml(html) : html, source.url());
    }

    /** The page's blocks as the block classifier sees them. */
    BlockSheet sheet(String html, SourceDocument source) {
        Document document = parse(html, source);
        PageMetadata meta = MetadataReader.read(document, source.url(), source.fetched());
        return mainText.sheet(document, Hints.of(meta));
    }

    /** For each block of the page that gave {@code article}, whether it was kept and why. */
    List<BlockVerdict> explain(String html, SourceDocument source, ExtractedArticle article) {
        Document document = parse(html, source);
        PageMetadata meta = MetadataReader.read(document, source.url(), source.fetched());
        return BlockVerdicts.of(mainText.find(document, Hints.of(meta)), article);
    }
}
