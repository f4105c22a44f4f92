package io.copydesk.lab.simulation;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * The median delay that a scheduler reaches with so many requests for an item, from several of its settings; between two of them
 * by linear interpolation of the logarithms. Immutable.
 */
public final class Curve {

    /** Logarithms of the requests for an item and, with the sign turned so that both grow together, of the delay. */
    private record Point(double requests, double speed) {}

    private final List<Point> points;

    private Curve(List<Point> points) {
        this.points = points;
    }

    /** The curve through the scores of one scheduler. */
    public static Curve of(List<TrialScore> scores) {
        return new Curve(scores.stream()
                .map(score -> new Point(Math.log(score.requestsPerItem()), -Math.log(Math.max(1, score.medianDelay()))))
                .sorted(Comparator.comparingDouble(Point::requests))
                .toList());
    }

    /**
     * The delay, in milliseconds, at no more than so many requests for an item. Above what any setting takes it is that of the
     * setting that takes most; empty below what every setting takes.
     */
    public OptionalDouble delayAt(double requests) {
        if (points.isEmpty()) {
            return OptionalDouble.empty();
        }
        double most = points.get(points.size() - 1).requests();
        OptionalDouble speed = at(Math.min(most, Math.log(requests)), Point::requests, Point::speed);
        return speed.isPresent() ? OptionalDouble.of(Math.exp(-speed.getAsDouble())) : speed;
    }

    /** The fewest requests for an item at which the delay, in milliseconds, is reached; empty outside of the settings. */
    public OptionalDouble requestsAt(double delay) {
        OptionalDouble requests = at(-Math.log(delay), Point::speed, Point::requests);
        return requests.isPresent() ? OptionalDouble.of(Math.exp(requests.getAsDouble())) : requests;
    }

    /** {@code of} on the first segment on which {@code along} grows past {@code value}. */
    private OptionalDouble at(double value, ToDoubleFunction<Point> along, ToDoubleFunction<Point> of) {
        for (int i = 1; i < points.size(); i++) {
            double from = along.applyAsDouble(points.get(i - 1));
            double to = along.applyAsDouble(points.get(i));
            if (from <= value && value <= to) {
                double low = of.applyAsDouble(points.get(i - 1));
                double high = of.applyAsDouble(points.get(i));
                return OptionalDouble.of(from == to ? low : low + (high - low) * (value - from) / (to - from));
            }
        }
        return OptionalDouble.empty();
    }
}
