package io.copydesk.ingest.robots;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Rules of one agent: the longest pattern that matches decides, and allow before disallow (RFC 9309 §2.2.2). */
final class RobotsRules {

    private static final String INDEX = "/index.htm";

    private final List<RobotsPattern> allowed = new ArrayList<>();
    private final List<RobotsPattern> disallowed = new ArrayList<>();
    private Duration delay;

    void add(RobotsPattern pattern, boolean allow) {
        if (pattern.length() == 0) {
            return;
        }
        (allow ? allowed : disallowed).add(pattern);
        int index = pattern.text().lastIndexOf(INDEX);
        if (allow && index >= 0 && pattern.text().indexOf('/', index + 1) < 0) {
            // Who allows a folder's index page allows the folder's address.
            allowed.add(RobotsPattern.of(pattern.text().substring(0, index + 1) + "$"));
        }
    }

    /** The first one counts. */
    void delay(Duration asked) {
        if (delay == null && !asked.isZero()) {
            delay = asked;
        }
    }

    Duration delay() {
        return delay;
    }

    boolean allows(String path) {
        return longest(disallowed, path) <= longest(allowed, path);
    }

    private static int longest(List<RobotsPattern> patterns, String path) {
        int longest = 0;
        for (RobotsPattern pattern : patterns) {
            if (pattern.length() > longest && pattern.matches(path)) {
                longest = pattern.length();
            }
        }
        return longest;
    }
}
