package io.copydesk.kit.health;

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
}
