package io.copydesk.kit.config;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The written form of durations: a whole number and a unit ({@code 250ms}, {@code 30s}, {@code 5m},
 * {@code 1h}, {@code 7d}), or ISO 8601 ({@code PT1M30S}).
 */
final class DurationText {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,18}) ?(ms|s|m|h|d)");
    private static final Map<String, Duration> UNITS = new LinkedHashMap<>();

    static {
        UNITS.put("d", Duration.ofDays(1));
        UNITS.put("h", Duration.ofHours(1));
        UNITS.put("m", Duration.ofMinutes(1));
        UNITS.put("s", Duration.ofSeconds(1));
        UNITS.put("ms", Duration.ofMillis(1));
    }

    private DurationText() {}

    static Duration parse(String text) {
        try {
            Matcher form = FORM.matcher(text);
            return form.matches()
                    ? UNITS.get(form.group(2)).multipliedBy(Long.parseLong(form.group(1)))
                    : Duration.parse(text);
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException("not a duration: " + text, e);
        }
    }

    static String format(Duration duration) {
        if (duration.isZero()) {
            return "0s";
        }
        for (Map.Entry<String, Duration> unit : UNITS.entrySet()) {
            long amount = duration.dividedBy(unit.getValue());
            if (amount > 0 && unit.getValue().multipliedBy(amount).equals(duration)) {
                return amount + unit.getKey();
            }
        }
        return duration.toString();
    }
}
