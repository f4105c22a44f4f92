package io.copydesk.extraction.notice;

import io.copydesk.schemas.Removed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The passages of an article that were kept, and those that were removed.
 *
 * @param kept in order
 * @param removed in order
 * @param wall what the removed notices reveal about access
 * @param wallCut those of what was removed before that state a wall, with that as their reason
 */
public record NoticeReport(List<Passage> kept, List<Stripped> removed, Wall wall, List<Stripped> wallCut) {

    /** One removed passage and its place. */
    public record Stripped(int order, Removed removed) {}

    /**
     * What notices reveal about access.
     *
     * @param paywalled whether a notice states that the text ends for readers who do not pay
     * @param metered whether a notice counts what is free or left
     * @param remainingPercent how much is missing, {@code null} when no notice states it
     * @param textGoesOn whether paragraphs of the article follow below the last of these notices
     * @param evidence the notices, each as {@code notice: text}
     */
    public record Wall(
            boolean paywalled,
            boolean metered,
            @Nullable Integer remainingPercent,
            boolean textGoesOn,
            List<String> evidence) {

        /** No notice is about access. */
        public static final Wall NONE = new Wall(false, false, null, false, List.of());
    }
}
