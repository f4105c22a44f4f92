package io.copydesk.kit.config;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The written form of durations: a whole number and a unit ({@code 250ms}, {@code 30s}, {@code 5m},
 * {@code 1h}, {@code 7d}), or ISO 8601 ({@code PT1M30S}).
 */
public final class DurationText {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,18}) ?(ms|s|m|h|d)");
    /** Longest first. */
    private enum Unit {
        D(Duration.ofDays(1)),
        H(Duration.ofHours(1)),
        M(Duration.ofMinutes(1)),
        S(Duration.ofSeconds(1)),
        MS(Duration.ofMillis(1));

        private final Duration length;

        Unit(Duration length) {
            this.length = length;
        }

        static Unit of(String symbol) {
            return valueOf(symbol.toUpperCase(Locale.ROOT));
        }

        String symbol() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private DurationText() {}

    /**
     * The duration of a text.
     *
     * @throws IllegalArgumentException when it is in neither form
     */
    public static Duration parse(String text) {
        try {
            Matcher form = FORM.matcher(text);
            return form.matches()
                    ? Unit.of(form.group(2)).length.multipliedBy(Long.parseLong(form.group(1)))
                    : Duration.parse(text);
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException("not a duration: " + text, e);
        }
    }

    /** The shortest written form of {@code duration}, which {@link #parse} reads. */
    public static String format(Duration duration) {
        if (duration.isZero()) {
            return "0s";
        }
        for (Unit unit : Unit.values()) {
            long amount = duration.dividedBy(unit.length);
            if (amount > 0 && unit.length.multipliedBy(amount).equals(duration)) {
                return amount + unit.symbol();
            }
        }
        return duration.toString();
    }
}
