package io.copydesk.ingest.robots;

import io.copydesk.schemas.LowerCase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Collects the rules of the groups of one agent and of the groups of {@code *}, line by line (RFC 9309 §2.2.1). */
final class RobotsReader {

    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}(\\.\\d{0,9})?|\\.\\d{1,9}");
    private static final int MAX_SITEMAPS = 10_000;

    private final String agent;
    private final RobotsRules own = new RobotsRules();
    private final RobotsRules common = new RobotsRules();
    private final List<String> sitemaps = new ArrayList<>();
    private boolean named;
    private boolean inOwn;
    private boolean inCommon;
    private boolean ruleSeen;

    RobotsReader(String agent) {
        int slash = agent.indexOf('/');
        this.agent = LowerCase.of((slash < 0 ? agent : agent.substring(0, slash)).strip());
    }

    void accept(RobotsLine line) {
        if (line.isAgent()) {
            agent(line.value());
        } else if (line.isAllow() || line.isDisallow()) {
            ruleSeen = ruleSeen || inOwn || inCommon;
            rule(RobotsPattern.of(line.value()), line.isAllow());
        } else if (line.isDelay()) {
            delay(line.value());
        } else if (line.isSitemap() && !line.value().isEmpty() && sitemaps.size() < MAX_SITEMAPS) {
            sitemaps.add(new String(line.value().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
        }
    }

    /** The rules of the groups that name the agent; those of {@code *} only when no group names it. */
    RobotsRules rules() {
        return named ? own : common;
    }

    List<String> sitemaps() {
        return sitemaps;
    }

    private void agent(String value) {
        if (ruleSeen) {
            inOwn = false;
            inCommon = false;
            ruleSeen = false;
        }
        // Several names in one line are against the standard; who is among them is meant.
        for (String name : LowerCase.of(value).split(",")) {
            String each = name.strip();
            if (each.startsWith("*") && (each.length() == 1 || Character.isWhitespace(each.charAt(1)))) {
                inCommon = true;
            } else if (names(each)) {
                inOwn = true;
                named = true;
            }
        }
    }

    /**
     * Whether a group's name is the agent's: by the characters that RFC 9309 allows in a product token, or by all up to a space
     * or slash, for names with digits.
     */
    private boolean names(String value) {
        int letters = 0;
        int word = 0;
        while (letters < value.length() && token(value.charAt(letters))) {
            letters++;
        }
        while (word < value.length() && value.charAt(word) > ' ' && value.charAt(word) != '/') {
            word++;
        }
        return !agent.isEmpty()
                && (agent.equals(value.substring(0, letters)) || agent.equals(value.substring(0, word)));
    }

    private static boolean token(char c) {
        return (c >= 'a' && c <= 'z') || c == '-' || c == '_';
    }

    private void rule(RobotsPattern pattern, boolean allow) {
        if (inOwn) {
            own.add(pattern, allow);
        }
        if (inCommon) {
            common.add(pattern, allow);
        }
    }

    private void delay(String value) {
        if (!SECONDS.matcher(value).matches()) {
            return;
        }
        Duration delay = Duration.ofMillis(Math.round(Double.parseDouble(value) * 1000));
        if (inOwn) {
            own.delay(delay);
        }
        if (inCommon) {
            common.delay(delay);
        }
    }
}
