package io.copydesk.ingest.robots;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of one agent: the longest match decides, and allow wins over disallow of the same length (RFC 9309 §2.2.2). */
final class RobotsRules {

    private static final String INDEX = "/index.htm";

    private final List<RobotsPattern> allowed = new ArrayList<>();
    private final List<RobotsPattern> disallowed = new ArrayList<>();
    private @Nullable Duration delay;

    void add(RobotsPattern pattern, boolean allow) {
        if (pattern.length() == 0) {
            return;
        }
        (allow ? allowed : disallowed).add(pattern);
        int index = pattern.text().lastIndexOf(INDEX);
        if (allow && index >= 0 && pattern.text().indexOf('/', index + 1) < 0) {
            // Allowing the index page of a folder allows the URL of the folder, as in Google's parser.
            allowed.add(RobotsPattern.of(pattern.text().substring(0, index + 1) + "$"));
        }
    }

    /** Only the first call has an effect. */
    void delay(Duration asked) {
        if (delay == null && !asked.isZero()) {
            delay = asked;
        }
    }

    @Nullable
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
