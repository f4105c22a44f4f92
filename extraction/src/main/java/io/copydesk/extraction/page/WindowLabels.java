package io.copydesk.extraction.page;

import io.copydesk.extraction.resource.WordLists;
import io.copydesk.schemas.LowerCase;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Labels behind links that say that another window opens: {@code (opens in new tab)}. Stateless and thread-safe. */
final class WindowLabels {

    private static final int MAX_LENGTH = 60;

    private static final Set<String> LABELS =
            WordLists.of(WindowLabels.class, "inline-words.txt").get("window").stream()
                    .map(words -> words.replace('_', ' '))
                    .collect(Collectors.toUnmodifiableSet());

    /** What stands around the words. */
    private static final Pattern MARKS = Pattern.compile("^[\\s,;(（\\[–—-]+|[\\s.)）\\]]+$");

    private WindowLabels() {}

    /** Whether {@code element} holds such a label and nothing else. */
    static boolean isOne(Element element) {
        return element.childNodeSize() == 1
                && element.childNode(0) instanceof TextNode text
                && text.getWholeText().length() <= MAX_LENGTH
                && LABELS.contains(
                        LowerCase.of(MARKS.matcher(text.getWholeText()).replaceAll("")));
    }
}
