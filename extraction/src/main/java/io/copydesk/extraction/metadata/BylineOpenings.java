package io.copydesk.extraction.metadata;

import io.copydesk.extraction.resource.WordLists;
import io.copydesk.schemas.LowerCase;
import java.util.Set;

/**
 * What opens a byline in front of the label or the name: the kind of text ({@code Ein Kommentar von}) and whose office the author has
 * ({@code dal nostro inviato}). The words are in {@code author-words.txt}. Stateless and thread-safe.
 */
final class BylineOpenings {

    private static final WordLists LISTS = WordLists.of(BylineOpenings.class, "author-words.txt");
    private static final Set<String> ARTICLES = Set.copyOf(LISTS.get("article"));
    private static final Set<String> GENRES = Set.copyOf(LISTS.get("genre"));
    private static final Set<String> BY = Set.copyOf(LISTS.get("by"));
    private static final Set<String> OWN = Set.copyOf(LISTS.get("own"));

    private static final int MAX_OFFICE_WORDS = 4;

    private BylineOpenings() {}

    /** {@code line} from the label of its author on, where the kind of the text stands in front: {@code by Ada Crane} of {@code A column by Ada Crane}. */
    static String withoutGenre(String line) {
        int end = line.indexOf(' ');
        if (end < 0) {
            return line;
        }
        String first = lower(line, 0, end);
        int from = 0;
        if (ARTICLES.contains(first)) {
            from = end + 1;
            end = endOfWord(line, from);
            first = lower(line, from, end);
        }
        int apostrophe = Math.max(first.indexOf('\''), first.indexOf('’'));
        if (!GENRES.contains(first.substring(apostrophe + 1)) || end >= line.length()) {
            return line;
        }
        return BY.contains(lower(line, end + 1, endOfWord(line, end + 1))) ? line.substring(end + 1) : line;
    }

    /** {@code line} without an office that belongs to the newsroom in front of a name: {@code Ulla Brand} of {@code unserer Redakteurin Ulla Brand}. */
    static String withoutOffice(String line) {
        int end = endOfWord(line, 0);
        String first = lower(line, 0, end);
        if (BY.contains(first) && end < line.length()) {
            int next = endOfWord(line, end + 1);
            first = lower(line, end + 1, next);
            end = next;
        }
        if (!OWN.contains(first)) {
            return line;
        }
        boolean office = false;
        for (int n = 0; n < MAX_OFFICE_WORDS && end < line.length(); n++) {
            int next = endOfWord(line, end + 1);
            String word = line.substring(end + 1, next);
            boolean role = AuthorNames.namesRole(word);
            if (!role && (word.isEmpty() || !Character.isLowerCase(word.codePointAt(0)))) {
                break;
            }
            office |= role;
            end = next;
        }
        return office && end < line.length() ? line.substring(end + 1) : line;
    }

    private static int endOfWord(String line, int from) {
        int end = line.indexOf(' ', from);
        return end < 0 ? line.length() : end;
    }

    private static String lower(String line, int from, int end) {
        return LowerCase.of(line.substring(from, end));
    }
}
