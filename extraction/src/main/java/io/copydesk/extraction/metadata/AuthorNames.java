package io.copydesk.extraction.metadata;

import io.copydesk.extraction.resource.ResourceLines;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Names out of a byline: no "By", no titles, no departments. The words are in {@code author-words.txt}. */
public final class AuthorNames {

    private static final int MAX_NAME = 60;
    private static final int MAX_BYLINE = 300;
    private static final int MAX_AUTHORS = 20;

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern MARK = Pattern.compile("([,;|/•·\\n])");
    private static final Pattern LEADING_COLON = Pattern.compile("^[:\\s]+");
    private static final Pattern LEADING_MARKS = Pattern.compile("^[\\s*@.:-]+");
    private static final Pattern TRAILING_MARKS = Pattern.compile("[\\s*:.–-]+$");

    private static final Map<String, Set<String>> WORDS = words();

    private AuthorNames() {}

    /** The names in {@code bylines}, each once, in order. */
    public static List<String> of(List<String> bylines) {
        Map<String, String> names = new LinkedHashMap<>();
        for (String byline : bylines) {
            if (byline == null || byline.length() > MAX_BYLINE || byline.contains("://")) {
                continue;
            }
            for (String name : split(withoutPrefix(byline.strip()))) {
                String clean = clean(name);
                if (clean != null && names.size() < MAX_AUTHORS) {
                    names.putIfAbsent(clean.toLowerCase(Locale.ROOT), clean);
                }
            }
        }
        return List.copyOf(names.values());
    }

    /** {@code line} without a leading "By", "Written by", "Von …"; the same line when it has none. */
    public static String withoutPrefix(String line) {
        String rest = line;
        for (int i = 0; i < 3; i++) {
            int end = 0;
            while (end < rest.length() && Character.isLetter(rest.charAt(end))) {
                end++;
            }
            boolean more = end > 0 && end < rest.length() && (rest.charAt(end) == ' ' || rest.charAt(end) == ':');
            if (!more || !WORDS.get("prefix").contains(rest.substring(0, end).toLowerCase(Locale.ROOT))) {
                return rest;
            }
            // "De Vries" and "Di Stefano" are names: those prefixes count only when two words or more follow.
            String after = LEADING_COLON.matcher(rest.substring(end)).replaceFirst("");
            if (end <= 2 && !after.contains(" ") && rest.charAt(end) != ':') {
                return rest;
            }
            rest = after;
        }
        return rest;
    }

    private static List<String> split(String byline) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (String word : BLANKS.split(MARK.matcher(byline).replaceAll(" $1 "))) {
            boolean mark = word.length() == 1 && ",;|/•·".indexOf(word.charAt(0)) >= 0;
            if (mark || part.length() > 0 && WORDS.get("joint").contains(word)) {
                parts.add(part.toString());
                part.setLength(0);
            } else if (!word.isEmpty()) {
                part.append(part.length() == 0 ? "" : " ").append(word);
            }
        }
        parts.add(part.toString());
        return parts;
    }

    private static String clean(String raw) {
        String name = withoutPrefix(raw.strip());
        int bracket = name.indexOf('(');
        name = bracket > 2 ? name.substring(0, bracket).strip() : name;
        name = TRAILING_MARKS
                .matcher(LEADING_MARKS.matcher(name).replaceFirst(""))
                .replaceFirst("");
        if (name.length() < 2
                || name.length() > MAX_NAME
                || name.contains("://")
                || name.contains("@")
                || name.contains("www.")) {
            return null;
        }
        String[] words = BLANKS.split(name);
        if (words.length > 6 || name.chars().filter(Character::isDigit).count() > 2) {
            return null;
        }
        int roles = 0;
        for (String word : words) {
            String lower = word.toLowerCase(Locale.ROOT);
            if (WORDS.get("not").contains(lower)) {
                return null;
            }
            roles += WORDS.get("role").contains(lower) ? 1 : 0;
        }
        return roles > 0 ? null : name;
    }

    private static Map<String, Set<String>> words() {
        Map<String, Set<String>> words = new HashMap<>();
        for (String line : ResourceLines.of(AuthorNames.class, "author-words.txt")) {
            int colon = line.indexOf(':');
            words.put(
                    line.substring(0, colon),
                    Set.of(line.substring(colon + 1).strip().split(" +")));
        }
        return Map.copyOf(words);
    }
}
