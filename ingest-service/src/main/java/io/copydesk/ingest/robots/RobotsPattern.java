package io.copydesk.ingest.robots;

/**
 * The path of a rule, with {@code *} for any characters and a last {@code $} for the end of the URL (RFC 9309 §2.2.3).
 * Matching is linear, without backtracking: each piece between two stars is searched from the end of the match before it.
 *
 * @param text as in the file, one character for each byte
 * @param pieces the normalised text between stars
 * @param anchored with a last {@code $}
 * @param length in bytes once normalised: the longest match decides
 */
record RobotsPattern(String text, String[] pieces, boolean anchored, int length) {

    static RobotsPattern of(String text) {
        boolean anchored = text.endsWith("$");
        String[] pieces = (anchored ? text.substring(0, text.length() - 1) : text).split("\\*", -1);
        int length = pieces.length - 1 + (anchored ? 1 : 0);
        for (int i = 0; i < pieces.length; i++) {
            pieces[i] = RobotsPath.normal(pieces[i]);
            length += pieces[i].length();
        }
        return new RobotsPattern(text, pieces, anchored, text.isEmpty() ? 0 : length);
    }

    /**
     * True when it matches the start of a path.
     *
     * @param path as {@link RobotsPath#of} gives it
     */
    boolean matches(String path) {
        if (!path.startsWith(pieces[0])) {
            return false;
        }
        int at = pieces[0].length();
        int last = pieces.length - 1;
        for (int i = 1; i < last || (i == last && !anchored); i++) {
            int found = path.indexOf(pieces[i], at);
            if (found < 0) {
                return false;
            }
            at = found + pieces[i].length();
        }
        if (!anchored) {
            return true;
        }
        return last == 0
                ? at == path.length()
                : path.length() - pieces[last].length() >= at && path.endsWith(pieces[last]);
    }
}
