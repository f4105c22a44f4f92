package io.copydesk.extraction.notice;

import io.copydesk.extraction.notice.NoticePattern.Element;
import io.copydesk.schemas.RemovalReason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds mistakes in a notice pack. The format is told at the head of {@code notices/en.txt}. */
final class PackLint {

    /** The kinds of notices that each pack must know. */
    static final List<String> KINDS = List.of(
            "subscription",
            "metered-count",
            "device-sharing",
            "newsletter",
            "cookies",
            "share",
            "related",
            "app",
            "login",
            "comments",
            "copyright",
            "photo-credit",
            "advertisement");

    private static final Set<String> LISTS = Set.of("@report", "@credit", "@after-wall", "@glued", "@agency-words");
    private static final Set<String> MARKS = Set.of("%", "©", "#");
    private static final Pattern RULE =
            Pattern.compile("([a-z-]+)-([0-9]+) (line|start|anywhere) ([123]) (-|wall|meter|percent) (.+)");

    private final List<String> problems = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final Set<String> kinds = new HashSet<>();
    private final Map<String, String> patterns = new HashMap<>();
    private boolean percent;

    private PackLint() {}

    /** What is wrong with the pack of these lines, comments and blank lines left out; empty when nothing is. */
    static List<String> check(List<String> lines) {
        PackLint lint = new PackLint();
        lines.forEach(lint::line);
        for (String kind : KINDS) {
            if (!lint.kinds.contains(kind)) {
                lint.problems.add("no phrase of kind " + kind);
            }
        }
        if (!lint.percent) {
            lint.problems.add("no phrase with the effect percent");
        }
        return lint.problems;
    }

    private void line(String line) {
        if (line.startsWith("@")) {
            list(line);
            return;
        }
        Matcher rule = RULE.matcher(line);
        if (!rule.matches()) {
            problems.add("not a phrase: " + line);
            return;
        }
        String id = rule.group(1) + "-" + rule.group(2);
        if (!ids.add(id)) {
            problems.add("id used twice: " + id);
        }
        if (!isReason(rule.group(1))) {
            problems.add(id + ": no such kind");
        }
        kinds.add(rule.group(1));
        String same = patterns.put(rule.group(3) + " " + rule.group(6), id);
        if (same != null) {
            problems.add(id + ": the same as " + same);
        }
        boolean takesNumber = rule.group(5).equals("percent");
        percent |= takesNumber;
        if (takesNumber && !rule.group(6).contains("# %") && !rule.group(6).contains("% #")) {
            problems.add(id + ": percent without # %");
        }
        pattern(id, rule.group(6));
    }

    private void list(String line) {
        int blank = line.indexOf(' ');
        String name = blank < 0 ? line : line.substring(0, blank);
        if (!LISTS.contains(name)) {
            problems.add("no such list: " + name);
        }
        Set<String> seen = new HashSet<>();
        for (String entry : line.substring(Math.max(blank, 0)).split("[|]", -1)) {
            String word = entry.strip();
            if (word.isEmpty() || !seen.add(word)) {
                problems.add(name + ": empty or twice: \"" + word + "\"");
            } else if (!name.equals("@glued") && !isReachable(word)) {
                problems.add(name + ": can never be met: " + word);
            }
        }
    }

    private void pattern(String id, String pattern) {
        List<List<Element>> readings;
        try {
            readings = PatternReader.read(pattern);
        } catch (IllegalArgumentException e) {
            problems.add(id + ": " + e.getMessage());
            return;
        }
        for (List<Element> reading : readings) {
            boolean starts = !reading.isEmpty()
                    && (reading.get(0) instanceof Element.Number
                            || !PatternReader.firstWords(reading.get(0)).isEmpty());
            if (!starts) {
                problems.add(id + ": must start with a whole word or a number");
                break;
            }
        }
        for (String place : pattern.split("\\s+")) {
            if (!place.equals("*") && !place.equals("#")) {
                alternatives(id, place.endsWith("?") ? place.substring(0, place.length() - 1) : place);
            }
        }
    }

    private void alternatives(String id, String place) {
        Set<String> seen = new HashSet<>();
        for (String word : place.split("/", -1)) {
            if (word.isEmpty()) {
                problems.add(id + ": empty alternative in " + place);
            } else if (!seen.add(NoticeWords.fold(word))) {
                problems.add(id + ": twice in one place: " + word);
            } else if (!isReachable(word.endsWith("~") ? word.substring(0, word.length() - 1) : word)) {
                problems.add(id + ": can never be met: " + word);
            }
        }
    }

    /** Whether a text can hold it as one word, or letter by letter in scripts without blanks. */
    private static boolean isReachable(String word) {
        String folded = NoticeWords.fold(word);
        boolean spelled = folded.chars().anyMatch(c -> NoticeWords.isWhole((char) c));
        List<String> words = NoticeWords.of(word);
        return MARKS.contains(folded) || spelled && !words.isEmpty() || words.equals(List.of(folded));
    }

    private static boolean isReason(String kind) {
        String name = kind.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(RemovalReason.values())
                .anyMatch(reason -> reason.name().equals(name));
    }
}
