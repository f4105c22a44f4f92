package io.copydesk.extraction;

import io.copydesk.extraction.Extraction.Rejected;
import io.copydesk.extraction.charset.TextDecoder;
import io.copydesk.extraction.language.LanguageDetector;
import io.copydesk.extraction.notice.NoticeFilter;
import io.copydesk.extraction.page.MainTextFinder;
import io.copydesk.extraction.text.TextArticleReader;

/**
 * Turns the bytes of one page or text into an article.
 *
 * <pre>{@code
 * Extractor extractor = Extractor.create();
 * Extraction extraction = extractor.extract(new SourceDocument(url, "text/html", "utf-8", bytes, fetched));
 * if (extraction instanceof Extraction.Extracted extracted) {
 *     System.out.println(extracted.article().body());
 * }
 * }</pre>
 *
 * <p>The outcome depends on the document alone: no clock, no network, no memory of other pages. Any bytes are fine; what cannot be read is
 * {@link Rejected}, never thrown. Immutable and thread-safe: make one and share it, since making one loads the word lists.
 */
public final class Extractor {

    private final ExtractorOptions options;
    private final PageReader pages;
    private final TextReader texts;

    private Extractor(ExtractorOptions options) {
        this.options = options;
        NoticeFilter notices = NoticeFilter.create();
        LanguageDetector languages = LanguageDetector.create();
        this.pages = new PageReader(new PageParser(options.maxDepth()), MainTextFinder.create(), notices, languages);
        this.texts = new TextReader(new TextArticleReader(notices.gluedTeasers()), notices, languages);
    }

    /** An extractor with {@link ExtractorOptions#DEFAULT}. */
    public static Extractor create() {
        return create(ExtractorOptions.DEFAULT);
    }

    /** An extractor with other limits. */
    public static Extractor create(ExtractorOptions options) {
        return new Extractor(options);
    }

    /** The article of {@code document}, or why there is none. */
    public Extraction extract(SourceDocument document) {
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
        String text = TextDecoder.decode(body, document.charset());
        if (text.isBlank()) {
            return new Rejected(RejectionReason.EMPTY, "The document is blank.");
        }
        return ContentSniffer.isHtml(text, document.mediaType())
                ? pages.read(text, document)
                : texts.read(text, document);
    }
}
