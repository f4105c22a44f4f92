package io.copydesk.extraction;

import io.copydesk.extraction.notice.NoticeReport.Stripped;
import io.copydesk.extraction.notice.Passage;
import io.copydesk.schemas.RemovalReason;
import io.copydesk.schemas.Removed;
import java.util.ArrayList;
import java.util.List;

/** The byline that a layout prints in one line with its date, above the text: {@code Jane Doe for the Herald12 March 2024}. */
final class AuthorLine {

    private static final int MAX_LENGTH = 120;
    private static final int MAX_BEFORE = 12;

    private AuthorLine() {}

    /** The bylines among the passages before the first full paragraph. */
    static List<Stripped> find(List<Passage> passages, List<String> authors) {
        List<Stripped> found = new ArrayList<>();
        for (Passage p : passages) {
            if (p.text().length() > MAX_LENGTH) {
                break;
            }
            if (!p.heading() && isByline(p.text(), authors)) {
                found.add(
                        new Stripped(p.order(), new Removed(p.text(), RemovalReason.BYLINE, "page/author-line", null)));
            }
        }
        return found.size() == passages.size() ? List.of() : found;
    }

    /** It starts with the name of an author, holds a number, and is no sentence. */
    private static boolean isByline(String text, List<String> authors) {
        boolean sentence = ".!?…”»:".indexOf(text.charAt(text.length() - 1)) >= 0;
        boolean dated = text.chars().anyMatch(Character::isDigit);
        return dated
                && !sentence
                && authors.stream().anyMatch(name -> {
                    int at = name.indexOf(' ') < 0 ? -1 : text.indexOf(name);
                    return at >= 0 && at <= MAX_BEFORE;
                });
    }
}
