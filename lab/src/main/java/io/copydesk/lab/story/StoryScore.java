package io.copydesk.lab.story;

import io.copydesk.enrich.sketch.Sketcher;
import io.copydesk.enrich.story.StoryForest;
import io.copydesk.lab.story.InventedEvents.Report;
import java.util.List;
import java.util.Objects;

/**
 * How well stories agree with events: precision and recall over pairs of reports (Miranda et al. 2018, section 4).
 *
 * @param precision of the pairs in one story, the share that tells of one event
 * @param recall of the pairs on one event, the share that is in one story
 */
public record StoryScore(double precision, double recall) {

    /** The score of the stories that are formed of {@code reports}, each a work. */
    public static StoryScore of(List<Report> reports) {
        StoryForest forest = new StoryForest();
        reports.forEach(report -> forest.add(Sketcher.sketch(report.article()), 0));
        forest.settle().forEach(forest::assign);
        long together = 0;
        long inStory = 0;
        long ofEvent = 0;
        for (int i = 0; i < reports.size(); i++) {
            for (int j = 0; j < i; j++) {
                boolean event = reports.get(i).event() == reports.get(j).event();
                boolean story = storyOf(forest, reports.get(i)).equals(storyOf(forest, reports.get(j)));
                ofEvent += event ? 1 : 0;
                inStory += story ? 1 : 0;
                together += event && story ? 1 : 0;
            }
        }
        return new StoryScore(together / (double) Math.max(1, inStory), together / (double) Math.max(1, ofEvent));
    }

    private static String storyOf(StoryForest forest, Report report) {
        return Objects.requireNonNull(forest.storyOf(report.article().id()), "a work of a settled forest is assigned");
    }

    /** The harmonic mean of precision and recall. */
    public double f1() {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }
}
