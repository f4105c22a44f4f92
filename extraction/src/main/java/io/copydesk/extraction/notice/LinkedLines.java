package io.copydesk.extraction.notice;

import io.copydesk.extraction.notice.NoticePattern.Effect;
import io.copydesk.schemas.RemovalReason;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lines that lead to other pages by their form: an arrow or a sign and a link, a label in capitals and a linked title, links with bars between. */
final class LinkedLines {

    private static final int MAX_TEXT = 200;
    private static final int MAX_LABEL = 40;
    private static final double LINKED = 0.5;
    private static final double SOME = 0.25;
    private static final double WHOLE = 0.8;
    private static final String ARROWS = "»►▶▸→➡➔➤⇒☞›";
    private static final int TITLE_WORDS = 3;
    private static final Pattern BARS = Pattern.compile("\\s*\\|\\s*");

    private LinkedLines() {}

    /**
     * A hit when {@code passage} leads elsewhere, else {@code null}.
     *
     * @param after whether it is below the last paragraph, where a pictogram is as good as an arrow
     */
    static @Nullable Hit hit(Passage passage, boolean after, @Nullable String language) {
        String text = passage.text();
        if (text.length() > MAX_TEXT || passage.heading() || passage.linkDensity() < SOME) {
            return null;
        }
        boolean arrow =
                (text.startsWith(">>") || ARROWS.indexOf(text.charAt(0)) >= 0) && passage.linkDensity() >= LINKED;
        boolean sign = after && isPictogram(text.codePointAt(0));
        String own = language == null ? "und" : language;
        if (isMenu(passage)) {
            return Hit.of("notices/linked-menu", own, RemovalReason.NAVIGATION, Effect.NONE);
        }
        return arrow || sign || isCapitalLabel(passage)
                ? Hit.of("notices/linked-line", own, RemovalReason.RELATED, Effect.NONE)
                : null;
    }

    /** {@code Front page | Archive}: short links with bars between. */
    private static boolean isMenu(Passage passage) {
        return passage.text().indexOf('|') > 0
                && passage.linkDensity() >= WHOLE
                && BARS.splitAsStream(passage.text()).allMatch(part -> part.length() <= MAX_LABEL);
    }

    /** {@code READ ON: A title of another page}, all of it behind the colon linked. */
    private static boolean isCapitalLabel(Passage passage) {
        String text = passage.text();
        int colon = text.indexOf(':');
        if (colon <= 0 || colon > MAX_LABEL || text.indexOf(' ') > colon) {
            return false;
        }
        String label = text.substring(0, colon);
        String title = text.substring(colon + 1).strip();
        boolean capitals = label.chars().noneMatch(Character::isLowerCase)
                && label.chars().filter(Character::isUpperCase).count() > 2
                && label.indexOf(' ') > 0;
        return capitals
                && title.split("\\s+").length >= TITLE_WORDS
                && passage.linkDensity() * text.length() >= WHOLE * title.length();
    }

    private static boolean isPictogram(int c) {
        return c >= 0x1F300 && c <= 0x1FAFF || c >= 0x2600 && c <= 0x27BF;
    }
}
