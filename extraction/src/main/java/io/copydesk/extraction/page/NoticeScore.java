package io.copydesk.extraction.page;

/** The score of a text as a notice by its phrases; 0 when it has none. */
@FunctionalInterface
public interface NoticeScore {

    /** Scores 0 for any text. */
    NoticeScore NONE = text -> 0;

    /** The score of {@code text}. */
    int of(String text);
}
