package io.copydesk.extraction.page;

import io.copydesk.extraction.resource.WordLists;
import io.copydesk.schemas.LowerCase;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Initials that are set in an element of their own, so that a blank or a block boundary separates them from the rest of their word. */
final class DropCaps {

    private static final WordLists LISTS = WordLists.of(DropCaps.class, "inline-words.txt");
    private static final List<String> NAMES = LISTS.get("initial");
    /** Letters that are words by themselves in some language, so that a blank behind them may belong to the text. */
    private static final List<String> WORDS = LISTS.get("word");

    /** Characters of an initial at most. */
    static final int MAX_CHARS = 2;

    private static final Pattern FLOATED = Pattern.compile("(?i)float\\s*:\\s*(?:left|right|inline-start)");

    private DropCaps() {}

    /** The initial that {@code element} holds; {@code null} when it is none. */
    static @Nullable String of(Element element) {
        if (element.childNodeSize() != 1
                || element.attributesSize() == 0
                || !(element.childNode(0) instanceof TextNode only)) {
            return null;
        }
        String cap = only.getWholeText().strip();
        if (cap.isEmpty() || cap.length() > MAX_CHARS || !Character.isUpperCase(cap.charAt(cap.length() - 1))) {
            return null;
        }
        String names = LowerCase.of(element.attr("class") + " " + element.id());
        return NAMES.stream().anyMatch(names::contains) || isFloated(element) ? cap : null;
    }

    private static boolean isFloated(Element element) {
        return FLOATED.matcher(element.attr("style")).find();
    }

    /** Whether {@code rest}, the text behind the initial, continues its word although blanks are between. */
    static boolean joins(String cap, String rest) {
        boolean blank = Character.isWhitespace(rest.charAt(0));
        String word = rest.strip();
        return !blank || !word.isEmpty() && Character.isLetter(word.charAt(0)) && !WORDS.contains(cap);
    }
}
