package io.copydesk.lab.simulation;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The median delay that a scheduler reaches with so many requests for an item, from several of its settings; between two of them
 * by linear interpolation of the logarithms. Immutable.
 */
public final class Curve {

    private record Point(double requests, double delay) {}

    private final List<Point> points;

    private Curve(List<Point> points) {
        this.points = points;
    }

    /** The curve through the scores of one scheduler. */
    public static Curve of(List<TrialScore> scores) {
        return new Curve(scores.stream()
                .map(score -> new Point(Math.log(score.requestsPerItem()), Math.log(Math.max(1, score.medianDelay()))))
                .sorted(Comparator.comparingDouble(Point::requests))
                .toList());
    }

    /** The delay, in milliseconds, at so many requests for an item; empty outside of the settings. */
    public OptionalDouble delayAt(double requests) {
        double at = Math.log(requests);
        for (int i = 1; i < points.size(); i++) {
            Point from = points.get(i - 1);
            Point to = points.get(i);
            if (from.requests <= at && at <= to.requests) {
                return OptionalDouble.of(Math.exp(between(at, from.requests, to.requests, from.delay, to.delay)));
            }
        }
        return OptionalDouble.empty();
    }

    /** The fewest requests for an item at which the delay, in milliseconds, is reached; empty outside of the settings. */
    public OptionalDouble requestsAt(double delay) {
        double at = Math.log(delay);
        for (int i = 1; i < points.size(); i++) {
            Point from = points.get(i - 1);
            Point to = points.get(i);
            if (from.delay >= at && at >= to.delay) {
                return OptionalDouble.of(Math.exp(between(at, from.delay, to.delay, from.requests, to.requests)));
            }
        }
        return OptionalDouble.empty();
    }

    private static double between(double at, double from, double to, double low, double high) {
        return from == to ? low : low + (high - low) * (at - from) / (to - from);
    }
}
