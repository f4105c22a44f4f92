package io.copydesk.extraction.text;

import io.copydesk.extraction.date.WrittenDate;
import io.copydesk.extraction.notice.NoticeReport.Stripped;
import io.copydesk.extraction.notice.Passage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text read as an article. Unknown values are {@code null}.
 *
 * @param standfirst the short line below the headline
 * @param passages the paragraphs of the body, in order
 * @param removed the lines that were recognised as head, section label, separator or repetition, in order
 */
public record TextArticle(
        @Nullable String headline,
        @Nullable String standfirst,
        List<String> authors,
        @Nullable WrittenDate published,
        @Nullable WrittenDate modified,
        @Nullable String section,
        List<Passage> passages,
        List<Stripped> removed) {}
