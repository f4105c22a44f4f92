package io.copydesk.extraction.notice;

import io.copydesk.extraction.notice.NoticePattern.Effect;
import io.copydesk.schemas.RemovalReason;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lines of figures around an article, in any language: rates of a stock exchange above it, and how often it was viewed below it. */
final class FigureLines {

    private static final int MAX_LINE = 45;
    /** A value and how much it changed, in percent. */
    private static final Pattern RATE = Pattern.compile("\\d\\D{1,12}[+−–-]\\s?\\d+[.,]\\d+\\s?%");
    /** A label of one to three words and a whole number. */
    private static final Pattern COUNT =
            Pattern.compile("\\p{L}[\\p{L}\\p{M}'’]*(?: [\\p{L}\\p{M}'’]+){0,2}\\s?[:：]\\s?\\d{1,7}");

    private FigureLines() {}

    /** A hit when {@code passage} is such a line above the first paragraph, else {@code null}. */
    static @Nullable Hit above(Passage passage, @Nullable String language) {
        return passage.text().length() <= MAX_LINE
                        && RATE.matcher(passage.text()).find()
                ? hit(language)
                : null;
    }

    /** A hit when {@code passage}, the last of the article, is such a line, else {@code null}. */
    static @Nullable Hit last(Passage passage, @Nullable String language) {
        return passage.text().length() <= MAX_LINE
                        && COUNT.matcher(passage.text()).matches()
                ? hit(language)
                : null;
    }

    private static Hit hit(@Nullable String language) {
        return Hit.of("notices/figures", language == null ? "und" : language, RemovalReason.NAVIGATION, Effect.NONE);
    }
}
