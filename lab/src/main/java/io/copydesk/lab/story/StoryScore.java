package io.copydesk.lab.story;

import io.copydesk.enrich.decide.Decider;
import io.copydesk.enrich.sketch.Sketch;
import io.copydesk.enrich.sketch.Sketcher;
import io.copydesk.lab.story.InventedEvents.Report;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How well stories agree with events: precision and recall over pairs of reports (Miranda et al. 2018, section 4).
 *
 * @param precision of the pairs in one story, the share that tells of one event
 * @param recall of the pairs on one event, the share that is in one story
 */
public record StoryScore(double precision, double recall) {

    /** The score of the stories that the decider forms of {@code reports}. */
    public static StoryScore of(List<Report> reports) {
        Map<String, Sketch> sketches = new HashMap<>();
        Decider decider = new Decider(sketches::get);
        for (Report report : reports) {
            Sketch sketch = Sketcher.sketch(report.article());
            sketches.put(sketch.id(), sketch);
            decider.put(sketch, 0);
        }
        long together = 0;
        long inStory = 0;
        long ofEvent = 0;
        for (int i = 0; i < reports.size(); i++) {
            for (int j = 0; j < i; j++) {
                boolean event = reports.get(i).event() == reports.get(j).event();
                boolean story = storyOf(decider, reports.get(i)).equals(storyOf(decider, reports.get(j)));
                ofEvent += event ? 1 : 0;
                inStory += story ? 1 : 0;
                together += event && story ? 1 : 0;
            }
        }
        return new StoryScore(together / (double) Math.max(1, inStory), together / (double) Math.max(1, ofEvent));
    }

    private static String storyOf(Decider decider, Report report) {
        return decider.decision(report.article().id()).storyId();
    }

    /** The harmonic mean of precision and recall. */
    public double f1() {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }
}
