package io.copydesk.extraction;

import io.copydesk.extraction.Extraction.Extracted;
import io.copydesk.extraction.Extraction.Rejected;
import io.copydesk.extraction.date.DateReader;
import io.copydesk.extraction.date.WrittenDate;
import io.copydesk.extraction.language.LanguageDetector;
import io.copydesk.extraction.metadata.PageMetadata;
import io.copydesk.extraction.notice.NoticeFilter;
import io.copydesk.extraction.notice.NoticeReport;
import io.copydesk.extraction.notice.NoticeReport.Stripped;
import io.copydesk.extraction.text.TextArticle;
import io.copydesk.extraction.text.TextArticleReader;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads plain text: its head, its paragraphs, then the same notices as for pages. */
final class TextReader {

    private final TextArticleReader reader;
    private final NoticeFilter notices;
    private final LanguageDetector languages;

    TextReader(TextArticleReader reader, NoticeFilter notices, LanguageDetector languages) {
        this.reader = reader;
        this.notices = notices;
        this.languages = languages;
    }

    Extraction read(String text, SourceDocument source) {
        TextArticle unhinted = reader.read(text);
        String language = Languages.choose(null, unhinted.passages(), languages);
        TextArticle article = DateReader.isDecisive(language) ? reader.read(text, language) : unhinted;
        NoticeReport report = notices.filter(article.passages(), language);
        if (report.kept().isEmpty() && article.passages().isEmpty()) {
            return new Rejected(RejectionReason.NO_ARTICLE, "No paragraph was found in the text.");
        }
        boolean emptied = report.kept().isEmpty();
        AccessJudge access = AccessJudge.of(report.wall());
        List<Stripped> removed = new ArrayList<>(article.removed());
        removed.addAll(emptied ? List.of() : report.removed());
        removed.sort(Comparator.comparingInt(Stripped::order));
        PageMetadata metadata = PageMetadata.builder()
                .headline(article.headline())
                .description(article.standfirst())
                .section(article.section())
                .authors(article.authors())
                .published(believable(article.published(), source.fetched()))
                .modified(believable(article.modified(), source.fetched()))
                .build();
        return new Extracted(new ExtractedArticle(
                metadata,
                Body.join(emptied ? article.passages() : report.kept()),
                List.of(),
                removed.stream().map(Stripped::removed).toList(),
                language,
                access.access(),
                access.free(),
                null,
                null));
    }

    private static @Nullable WrittenDate believable(@Nullable WrittenDate date, @Nullable Instant fetched) {
        boolean future = date != null && fetched != null && date.earliest().isAfter(fetched.plus(14, ChronoUnit.HOURS));
        return future ? null : date;
    }
}
