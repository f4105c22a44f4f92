package io.copydesk.extraction.notice;

import io.copydesk.schemas.Removed;
import java.util.List;

/**
 * What became of the passages.
 *
 * @param kept in order
 * @param removed in order
 * @param wall what the removed notices tell about access
 */
public record NoticeReport(List<Passage> kept, List<Stripped> removed, Wall wall) {

    /** One removed passage and its place. */
    public record Stripped(int order, Removed removed) {}

    /**
     * What notices tell about access.
     *
     * @param paywalled a notice says that the text ends for those who do not pay
     * @param metered a notice counts what is free or left
     * @param remainingPercent how much is missing, {@code null} when no notice says so
     * @param textGoesOn paragraphs of the article follow below the last of these notices
     * @param evidence the notices, each as {@code notice: text}
     */
    public record Wall(
            boolean paywalled, boolean metered, Integer remainingPercent, boolean textGoesOn, List<String> evidence) {

        /** No notice says anything. */
        public static final Wall NONE = new Wall(false, false, null, false, List.of());
    }
}
