package io.copydesk.extraction.metadata;

import io.copydesk.extraction.date.DateReader;
import io.copydesk.extraction.resource.WordLists;
import io.copydesk.schemas.CombiningMarks;
import io.copydesk.schemas.LowerCase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The names in bylines, without prefixes such as "By", titles, degrees and departments. The words are in {@code author-words.txt}. Thread-safe.
 */
public final class AuthorNames {

    private static final int MAX_NAME = 60;
    private static final int MAX_BYLINE = 300;
    private static final int MAX_AUTHORS = 20;
    private static final int NEWSROOM_WORDS = 3;

    /**
     * The lists of {@code author-words.txt}.
     *
     * @param house matches the name of a newsroom, or of a site by its domain
     * @param rest matches what follows a name: a day, another role, a number, a bracket
     * @param other matches a line about another contribution than the author's
     */
    private record Words(
            Set<String> prefix,
            Set<String> joint,
            Set<String> not,
            Set<String> alone,
            Set<String> role,
            Set<String> degree,
            Set<String> honorific,
            Set<String> place,
            Pattern house,
            Pattern rest,
            Pattern other) {

        static Words load() {
            WordLists lists = WordLists.of(AuthorNames.class, "author-words.txt");
            return new Words(
                    Set.copyOf(lists.get("prefix")),
                    Set.copyOf(lists.get("joint")),
                    Set.copyOf(lists.get("not")),
                    Set.copyOf(lists.get("alone")),
                    Set.copyOf(lists.get("role")),
                    Set.copyOf(lists.get("degree")),
                    Set.copyOf(lists.get("honorific")),
                    Set.copyOf(lists.get("place")),
                    Pattern.compile("(^| )(" + anyOf(lists.get("house")) + ")$|^\\S+\\.[a-z]{2,3}$"),
                    Pattern.compile("(?i)\\s+(" + anyOf(lists.get("rest")) + ")\\s.*$|\\s+[0-9].*$|\\s*[\\[{].*$"),
                    Pattern.compile(
                            "(?i)\\b(" + anyOf(lists.get("other")) + ")\\b|^(" + anyOf(lists.get("beginning")) + ")"));
        }

        private static String anyOf(List<String> words) {
            return words.stream()
                    .map(word -> Pattern.quote(word.replace('_', ' ')))
                    .collect(Collectors.joining("|"));
        }
    }

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private static final Pattern MARKS = Pattern.compile("([,;|/•·\\n])");
    /** What is no part of a name in front of it and behind it. */
    private static final Pattern BEGINNING = Pattern.compile("^[\\s*@.:(\\[-]+");

    private static final Pattern END = Pattern.compile("(?:(?<!\\b[JS]r)[.]|[\\s*:)\\]–-])+$");

    /** A publisher that has a number in its name: {@code Página 12}. */
    private static final Pattern NUMBERED = Pattern.compile("\\p{Lu}\\p{L}+ \\d{1,3}");

    /** Between a name and an office, which is no sentence. */
    private static final Pattern OFFICE = Pattern.compile("\\s*[|,/·•–—-]\\s*[^.!?]*$");

    private static final Words WORDS = Words.load();

    private AuthorNames() {}

    /** Whether {@code line} is two or three words written as a name of a person and nothing else. */
    public static boolean isName(String line) {
        return BylineLines.isName(line);
    }

    /** Whether {@code line} is a date with what belongs to it, and nothing else. */
    public static boolean isDate(String line) {
        return BylineLines.isDate(line);
    }

    /** Whether {@code line} is the name of one of {@code authors}, a mark, and their office. */
    public static boolean isOfOffice(String line, List<String> authors) {
        return authors.stream()
                .anyMatch(name -> line.startsWith(name)
                        && OFFICE.matcher(line.substring(name.length())).lookingAt()
                        && namesRole(line.substring(name.length())));
    }

    /** The names in {@code bylines}, each once, in order. */
    public static List<String> of(List<String> bylines) {
        Map<String, String> names = new LinkedHashMap<>();
        for (String byline : bylines) {
            if (byline == null || byline.length() > MAX_BYLINE || byline.contains("://")) {
                continue;
            }
            String text = BylineText.withoutOthers(BylineText.withoutDates(BylineText.withoutCapitals(byline.strip())));
            List<String> labelled = BylineText.labelled(text);
            for (String part : labelled.isEmpty() ? List.of(withoutPrefix(text)) : labelled) {
                add(split(part), false, names);
            }
        }
        if (names.isEmpty()) {
            bylines.stream()
                    .filter(byline -> byline != null && byline.length() <= MAX_NAME)
                    .map(String::strip)
                    .filter(byline -> !withoutPrefix(byline).equals(byline))
                    .forEach(byline -> add(List.of(withoutPrefix(byline)), true, names));
        }
        List<String> persons = names.values().stream().filter(n -> !isHouse(n)).toList();
        return persons.isEmpty() ? List.copyOf(names.values()) : persons;
    }

    private static void add(List<String> raw, boolean titles, Map<String, String> names) {
        for (String name : raw) {
            String clean = clean(name, titles);
            if (clean != null && names.size() < MAX_AUTHORS) {
                names.putIfAbsent(LowerCase.of(clean), clean);
            }
        }
    }

    /** A newsroom or a domain, which is left out where persons are named. */
    static boolean isHouse(String name) {
        String lower = LowerCase.of(name);
        return WORDS.house().matcher(lower).find();
    }

    /** Whether {@code text} is two to four capitalised words, small ones inside names aside, or several such names. */
    static boolean looksLikePersons(String text) {
        for (String name : split(text)) {
            String[] words = BLANKS.split(name);
            if (isPlace(words) && !name.equals(text)) {
                continue;
            }
            long small = Stream.of(words)
                    .filter(w -> !w.isEmpty() && Character.isLowerCase(w.codePointAt(0)))
                    .count();
            boolean person = words.length >= 2 && words.length - small >= 2 && words.length <= 5 && small <= 2;
            if (!person
                    || name.chars()
                            .anyMatch(c -> Character.isDigit(c) || "!?.:".indexOf(c) >= 0 && !isInitial(name, c))) {
                return false;
            }
        }
        return true;
    }

    /** Whether {@code words} are a preposition and a town: {@code em Pedralva}. */
    private static boolean isPlace(String[] words) {
        return words.length >= 2 && words.length <= 3 && WORDS.place().contains(words[0]);
    }

    private static boolean isInitial(String name, int mark) {
        int at = name.indexOf(mark);
        return mark == '.' && at > 0 && at < 4 + name.lastIndexOf(' ', at) && at < name.length() - 1;
    }

    /** {@code line} without a leading "By", "Written by", "Von …"; the same line when it has none. */
    public static String withoutPrefix(String line) {
        String rest =
                BylineOpenings.withoutOffice(withoutLabels(BylineText.withoutPair(BylineOpenings.withoutGenre(line))));
        return rest.length() < line.length() ? withoutAgency(rest) : rest;
    }

    private static String withoutLabels(String line) {
        String rest = line;
        for (int i = 0; i < 3; i++) {
            int end = 0;
            while (end < rest.length() && isOfWord(rest.charAt(end))) {
                end++;
            }
            boolean more = end > 0 && end < rest.length() && " :.".indexOf(rest.charAt(end)) >= 0;
            if (!more || !WORDS.prefix().contains(LowerCase.of(rest.substring(0, end)))) {
                return rest;
            }
            // "De Vries" and "Di Stefano" are names: those prefixes count only when two words or more follow.
            String after = rest.substring(end).replaceFirst("^[.:\\s]+", "");
            boolean ideographs = Character.isIdeographic(rest.charAt(0));
            if (end <= 2 && !ideographs && !after.contains(" ") && rest.charAt(end) != ':') {
                return rest;
            }
            rest = after;
        }
        return rest;
    }

    /** Whether {@code text} is nothing but words in front of a name. */
    static boolean isLabel(String text) {
        return Stream.of(LowerCase.of(text).split("[\\s:：]+")).allMatch(WORDS.prefix()::contains);
    }

    /** {@code line} without an agency, a single word behind a name and a stroke: {@code Anke Rohr/Moorpress}. */
    private static String withoutAgency(String line) {
        int stroke = line.indexOf('/');
        return stroke > 0
                        && stroke + 1 < line.length()
                        && line.indexOf(' ', stroke) < 0
                        && line.indexOf('/', stroke + 1) < 0
                        && BylineLines.isName(line.substring(0, stroke))
                ? line.substring(0, stroke)
                : line;
    }

    /** Whether {@code text} begins with a label of an author, or is one. */
    static boolean startsWithPrefix(String text) {
        int end = 0;
        while (end < text.length() && isOfWord(text.charAt(end))) {
            end++;
        }
        return end > 0 && WORDS.prefix().contains(LowerCase.of(text.substring(0, end)));
    }

    private static boolean isOfWord(char c) {
        return Character.isLetter(c) || CombiningMarks.isMark(c);
    }

    /**
     * Whether {@code line} is a byline and nothing else: a label and names, a name and a title of the languages that write it behind, or the names of
     * {@code known} authors alone.
     */
    public static boolean isByline(String line, List<String> known) {
        if (line.length() > MAX_BYLINE || line.indexOf('\n') >= 0) {
            return false;
        }
        String text = BylineText.plain(line.strip());
        String names = withoutPrefix(text);
        boolean prefixed = !names.equals(text) && looksLikePersons(names) && !names.isEmpty();
        List<String> labelled = BylineText.labelled(text);
        boolean marked = labelled.size() > 0 && text.length() <= MAX_NAME || BylineText.endsInTitle(text);
        return prefixed
                || marked
                || !known.isEmpty()
                        && namesOnly(line, known)
                        && looksLikePersons(names)
                        && ".!?…".indexOf(line.charAt(line.length() - 1)) < 0;
    }

    private static boolean namesOnly(String line, List<String> known) {
        List<String> found = of(List.of(line));
        return !found.isEmpty() && known.containsAll(found);
    }

    /** Whether {@code word} stands between names. */
    static boolean isJoint(String word) {
        return WORDS.joint().contains(word);
    }

    /** Whether {@code text} names a trade or an office. */
    static boolean namesRole(String text) {
        return Stream.of(LowerCase.of(text).split("[\\s,|]+")).anyMatch(WORDS.role()::contains);
    }

    private static List<String> split(String byline) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (String word : BLANKS.split(MARKS.matcher(byline).replaceAll(" $1 "))) {
            boolean mark = word.length() == 1 && ",;|/•·".indexOf(word.charAt(0)) >= 0;
            if (mark || part.length() > 0 && WORDS.joint().contains(word)) {
                parts.add(part.toString());
                part.setLength(0);
            } else if (!word.isEmpty()) {
                part.append(part.length() == 0 ? "" : " ").append(word);
            }
        }
        parts.add(part.toString());
        return parts;
    }

    /**
     * The name in {@code raw}, {@code null} when it is none.
     *
     * @param titles whether a title of three or more capitalised words stands for the name of a newsroom: {@code By Example Online Reporter}
     */
    private static @Nullable String clean(String raw, boolean titles) {
        String name = withoutPrefix(raw.strip());
        int bracket = name.indexOf('(');
        if (bracket > 2 && BylineText.isOfOther(name.substring(bracket + 1))) {
            return null;
        }
        name = bracket > 2 ? name.substring(0, bracket).strip() : name;
        if (isDate(BLANKS.split(name)) || isPlace(BLANKS.split(name))) {
            return null;
        }
        boolean numbered = NUMBERED.matcher(name).matches();
        name = withoutMonth(name);
        name = BylineText.withoutTitle(
                numbered ? name : WORDS.rest().matcher(name).replaceFirst(""));
        name = BylineText.withoutTail(
                END.matcher(BEGINNING.matcher(name).replaceFirst("")).replaceFirst(""));
        if (name.length() < 2
                || name.length() > MAX_NAME
                || WORDS.other().matcher(name).find()
                || BylineText.isOfOther(name)
                || name.contains("@")
                || name.contains("www.")) {
            return null;
        }
        name = withoutHonorific(withoutDegrees(name));
        String[] words = BLANKS.split(name);
        boolean plain = Stream.of(BLANKS.split(LowerCase.of(name))).allMatch(WORDS.prefix()::contains)
                || Character.isDigit(name.isEmpty() ? ' ' : name.charAt(0));
        if (name.isEmpty()
                || plain
                || words.length > 6
                || name.chars().filter(Character::isDigit).count() > 2) {
            return null;
        }
        if (words.length == 1 && WORDS.alone().contains(LowerCase.of(name))) {
            return null;
        }
        int roles = 0;
        for (String word : words) {
            String lower = LowerCase.of(word);
            if (WORDS.not().contains(lower)) {
                return null;
            }
            roles += WORDS.role().contains(lower) ? 1 : 0;
        }
        boolean newsroom = titles
                && words.length >= NEWSROOM_WORDS
                && Stream.of(words).allMatch(word -> Character.isUpperCase(word.codePointAt(0)));
        return roles > 0 && !newsroom ? null : name;
    }

    /** The empty string when {@code name} is nothing but degrees. */
    private static String withoutDegrees(String name) {
        String rest = name;
        while (WORDS.degree().contains(LowerCase.of(rest.substring(rest.lastIndexOf(' ') + 1)))) {
            rest = rest.substring(0, Math.max(0, rest.lastIndexOf(' '))).strip();
        }
        return rest;
    }

    /** {@code name} without an honorific in front of two words or more. */
    private static String withoutHonorific(String name) {
        int blank = name.indexOf(' ');
        boolean more = blank > 0 && name.indexOf(' ', blank + 1) > 0;
        return more && WORDS.honorific().contains(LowerCase.of(name.substring(0, blank)))
                ? name.substring(blank + 1)
                : name;
    }

    /** {@code name} without the name of a month and a day behind it: {@code Nell Harrow May 10}. */
    private static String withoutMonth(String name) {
        String[] words = BLANKS.split(name);
        for (int i = 2; i + 1 < words.length; i++) {
            boolean day = Character.isDigit(words[i + 1].charAt(0));
            if (day && DateReader.hasDate("1 " + words[i] + " 2000")) {
                return String.join(" ", List.of(words).subList(0, i));
            }
        }
        return name;
    }

    /** A month, with a day or without. */
    private static boolean isDate(String[] words) {
        boolean day = words.length == 1 || words.length == 2 && Character.isDigit(words[1].charAt(0));
        return day && DateReader.hasDate("1 " + words[0] + " 2000");
    }
}
