package io.copydesk.extraction;

import io.copydesk.extraction.notice.Passage;
import java.util.List;
import java.util.StringJoiner;

/** Puts the parts of an article into the form of its record. */
final class Body {

    private Body() {}

    /** Paragraphs separated by one blank line; a paragraph's own line breaks stay single. */
    static String join(List<Passage> passages) {
        StringJoiner body = new StringJoiner("\n\n");
        for (Passage p : passages) {
            body.add(p.text().contains("\n\n") ? p.text().replaceAll("\n{2,}", "\n") : p.text());
        }
        return body.toString();
    }
}
