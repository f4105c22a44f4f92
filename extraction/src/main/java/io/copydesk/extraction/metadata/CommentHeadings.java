package io.copydesk.extraction.metadata;

import io.copydesk.extraction.dom.PageTree;
import io.copydesk.extraction.resource.WordLists;
import io.copydesk.schemas.LowerCase;
import java.util.Set;
import java.util.regex.Pattern;

/** Headings that name comments and nothing else: what follows in the same element is not the article's. Stateless and thread-safe. */
final class CommentHeadings {

    private static final int MAX_TEXT = 60;
    /** Elements that hold nothing but the heading at most. */
    private static final int MAX_FRAMES = 3;

    private static final Pattern NUMBER = Pattern.compile("[\\p{Nd}\\p{Punct}\\p{Cf}（）【】：、。・\\s]+");
    private static final WordLists WORDS = WordLists.ofPhrases(CommentHeadings.class, "comment-headings.txt");
    private static final Set<String> MANY = Set.copyOf(WORDS.get("many"));
    private static final Set<String> ONE = Set.copyOf(WORDS.get("one"));

    private CommentHeadings() {}

    /** The end of the comments below element {@code i}, when it is such a heading; else 0. */
    static int end(PageTree tree, int i) {
        if (!tree.tag(i).isHeading() || !isOne(tree, i)) {
            return 0;
        }
        int frame = tree.parent(i);
        for (int up = 0; up < MAX_FRAMES && frame > 0 && holdsNoMore(tree, frame, i); up++) {
            frame = tree.parent(frame);
        }
        return tree.end(Math.max(frame, 0));
    }

    private static boolean isOne(PageTree tree, int i) {
        String text = ShortText.of(tree.element(i), MAX_TEXT);
        if (text == null) {
            return false;
        }
        String words = NUMBER.matcher(LowerCase.of(text)).replaceAll(" ").strip();
        return MANY.contains(words) || ONE.contains(words) && text.chars().anyMatch(Character::isDigit);
    }

    /** Whether no text stands in {@code frame} behind the heading. */
    private static boolean holdsNoMore(PageTree tree, int frame, int heading) {
        for (int k = tree.end(heading); k < tree.end(frame); k++) {
            if (tree.isText(k) && tree.length(k) > 0) {
                return false;
            }
        }
        return true;
    }
}
