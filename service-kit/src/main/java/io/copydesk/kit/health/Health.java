package io.copydesk.kit.health;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The answer of one probe.
 *
 * @param ok whether all is well
 * @param detail one line for people, such as the state's name
 */
public record Health(boolean ok, String detail) {

    /** All is well. */
    public static Health ok(String detail) {
        return new Health(true, detail);
    }

    /** Something is not. */
    public static Health failing(String detail) {
        return new Health(false, detail);
    }

    /** All is well while a part that runs by itself has not ended. */
    public static Health running(boolean ended) {
        return ended ? failing("STOPPED") : ok("RUNNING");
    }

    /** All is well when it is with each of {@code parts}, whose details follow one another. */
    public static Health all(String separator, List<Health> parts) {
        return new Health(
                parts.stream().allMatch(Health::ok),
                parts.stream().map(Health::detail).collect(Collectors.joining(separator)));
    }
}
