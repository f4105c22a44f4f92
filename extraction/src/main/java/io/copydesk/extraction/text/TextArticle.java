package io.copydesk.extraction.text;

import io.copydesk.extraction.date.WrittenDate;
import io.copydesk.extraction.notice.NoticeReport.Stripped;
import io.copydesk.extraction.notice.Passage;
import java.util.List;

/**
 * A text read as an article. Unknown values are {@code null}.
 *
 * @param standfirst the short line below the headline
 * @param passages what is left for the body, in order
 * @param removed what was understood and taken out, in order
 */
public record TextArticle(
        String headline,
        String standfirst,
        List<String> authors,
        WrittenDate published,
        WrittenDate modified,
        String section,
        List<Passage> passages,
        List<Stripped> removed) {}
