package io.copydesk.schemas;

import io.copydesk.schemas.Mention.Occurrence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Direct speech: words between quotation marks that a text says somebody said or wrote.
 *
 * @param parts where {@code articleBody} has the words, without the marks, in order: more than one when the verb of saying is between
 *     them, or when the quote goes on in the next sentence or paragraph; at most 20
 * @param speaker the words for the speaker, such as "Smith", "she" or "the minister"; {@code null} when the text has none
 * @param verb the verb of saying, or "according"; {@code null} when there is none, as after a colon
 * @param mention whom the words for the speaker stand for: the index in {@code mentions}, from 0; {@code null} when that is not known
 */
public record Quote(
        List<Occurrence> parts,
        @Nullable Phrase speaker,
        @Nullable Phrase verb,
        @Nullable Integer mention) {

    /** Maximum number of quotes of one text. */
    public static final int MOST = 100;

    /** Maximum number of parts of one quote. */
    public static final int MOST_PARTS = 20;

    public Quote {
        parts = List.copyOf(parts);
    }

    /**
     * Words of the text.
     *
     * @param text as the text has them
     * @param start of the first character, in UTF-16 code units as in Java and JavaScript, from 0
     * @param end after the last character
     */
    public record Phrase(String text, int start, int end) {}
}
