package io.copydesk.extraction.page;

/** How much a text looks like a notice by its phrases; 0 when it holds none. */
@FunctionalInterface
public interface NoticeScore {

    /** No phrases are known. */
    NoticeScore NONE = text -> 0;

    /** The score of {@code text}. */
    int of(String text);
}
