package io.copydesk.extraction.metadata;

import io.copydesk.extraction.date.DateHint;
import io.copydesk.extraction.date.DateLabels;
import io.copydesk.extraction.date.DateReader;
import io.copydesk.extraction.resource.ResourceLines;
import io.copydesk.extraction.resource.WordLists;
import io.copydesk.schemas.LowerCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is printed around the names of a byline: dates with their labels, addresses, labels in front of a name and titles behind it. The words are in
 * {@code author-words.txt}. Stateless and thread-safe.
 */
final class BylineText {

    private static final WordLists LISTS = WordLists.of(BylineText.class, "author-words.txt");
    private static final Set<String> COLON =
            LISTS.get("colon").stream().map(word -> word.replace('_', ' ')).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> PAIR = Set.copyOf(LISTS.get("pair"));
    private static final Set<String> OTHERS =
            Stream.concat(PAIR.stream(), LISTS.get("source").stream()).collect(Collectors.toUnmodifiableSet());
    private static final Pattern FIRST = Pattern.compile("[\\p{L}\\p{M}]+");
    private static final Pattern END_MARKS = Pattern.compile("[\\s,;]+$");
    /** Between the parts of a line. */
    private static final Pattern BARS = Pattern.compile("\\s*(?:[|•·]|\\s[/–—-]\\s)\\s*");

    private static final List<String> SUFFIXES = LISTS.get("suffix");
    private static final Set<String> PARTICLES = Set.copyOf(LISTS.get("particle"));
    private static final Set<String> WEEKDAYS =
            ResourceLines.words(ResourceLines.of(BylineText.class, "byline-weekdays.txt"));
    private static final Set<String> SHORT_WEEKDAYS = Set.copyOf(LISTS.get("weekday"));
    /** Characters of the short name of a weekday with its full stop at most. */
    private static final int MAX_SHORT_WEEKDAY = 5;

    private static final DateHint ANY = new DateHint(null, true);

    private static final Pattern MAIL = Pattern.compile("[\\w.+-]*@[\\w.-]+");
    /** What is between a label and a name. */
    private static final String COLONS = ":：／＝";
    /** A label, a colon or stroke, a name up to the next field. */
    private static final Pattern FIELD = Pattern.compile("([\\p{L}\\p{M}]+(?:[・、,&/／][\\p{L}\\p{M}]+)*)\\s?[" + COLONS
            + "]\\s*" + "([^\\s|｜" + COLONS + "/.]+(?: (?!\\S+\\s?[:：＝])[^\\s|｜" + COLONS
            + "/（(\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}]+){0,3})");

    /** What the names of contributions begin with. */
    private static final String CONTRIBUTION_INITIALS = "swtrSWTR";

    private static final Pattern CONTRIBUTIONS = Pattern.compile(
            "(story|stories|words|text|texts|report|reporting|texte|texto|textos|testo|testi|tekst)"
                    + " (?:and|&|et|und|y|e|og|och|en) "
                    + "(?:photos?|photographs|photography|pictures|images|fotos?|fotografías|bilder|foto's)(?= )",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SMALL = Pattern.compile(" (?:and|und|et|y|e|with|for|von|van|de|da|di) ");
    private static final Pattern JOINTS = Pattern.compile(" (?:And|Und|Et|Y|E|With|For|Von|Van|De|Da|Di) ");

    /** Stands for a date that was cut out. */
    private static final char DATE = '\u0000';

    private static final int MAX_PREPOSITION = 4;

    /** What tells persons of one name apart, behind it. */
    private static final Set<String> GENERATIONS = Set.of("jr", "sr", "ii", "iii", "iv");

    private static final String MARKS = "[・、,&/／]";
    private static final int MAX_LABEL_WORDS = 3;
    private static final int LEAST_CAPITALS = 2;

    private BylineText() {}

    /** {@code byline} without dates, the weekdays and labels beside them, and mail addresses; what they separated is cut by a bar. */
    static String withoutDates(String byline) {
        String text = withoutMail(byline.replace('\u3000', ' '));
        List<DateReader.Found> dates = DateReader.findAll(text, ANY);
        if (dates.isEmpty()) {
            return text;
        }
        StringBuilder rest = new StringBuilder();
        int from = 0;
        for (DateReader.Found date : dates) {
            rest.append(withoutLabel(withoutPreposition(text.substring(from, date.start()))))
                    .append(DATE);
            from = date.end();
        }
        rest.append(text.substring(from));
        List<String> parts = new ArrayList<>();
        for (String part : rest.toString().split("[|" + DATE + "]")) {
            String own = END_MARKS.matcher(withoutWeekdays(part.strip())).replaceFirst("");
            boolean remnant = !parts.isEmpty() && own.indexOf(' ') < 0 && isCased(own);
            if (!own.isEmpty() && !isLabel(own) && !remnant && !isShortWeekday(own)) {
                parts.add(own);
            }
        }
        return String.join(" | ", parts);
    }

    /** {@code byline} with a capital at the beginning of each word only, when its label is in capitals as well; the same line otherwise. */
    static String withoutCapitals(String byline) {
        String names = AuthorNames.withoutPrefix(byline);
        boolean capitals = names.length() < byline.length()
                && SMALL.matcher(names).replaceAll(" ").chars().noneMatch(Character::isLowerCase)
                && names.chars().anyMatch(Character::isUpperCase);
        if (!capitals) {
            return byline;
        }
        StringBuilder text = new StringBuilder(byline.length());
        for (int i = 0; i < byline.length(); i++) {
            char c = byline.charAt(i);
            boolean inside = i > 0 && Character.isLetter(byline.charAt(i - 1));
            boolean initial = i + 1 < byline.length() && byline.charAt(i + 1) == '.';
            text.append(inside && !initial ? Character.toLowerCase(c) : c);
        }
        return JOINTS.matcher(text).replaceAll(found -> LowerCase.of(found.group()));
    }

    /** {@code line} without the second of two contributions of the same person in front of their name: {@code Story and photos by …}. */
    static String withoutPair(String line) {
        if (line.isEmpty() || CONTRIBUTION_INITIALS.indexOf(line.charAt(0)) < 0) {
            return line;
        }
        Matcher pair = CONTRIBUTIONS.matcher(line);
        return pair.lookingAt() ? pair.group(1) + line.substring(pair.end()) : line;
    }

    private static String withoutMail(String line) {
        return line.indexOf('@') < 0 ? line : MAIL.matcher(line).replaceAll(" ");
    }

    /** {@code text}, which a date follows, without a short word in small letters at its end. */
    private static String withoutPreposition(String text) {
        String rest = text.strip();
        int blank = rest.lastIndexOf(' ');
        String last = rest.substring(blank + 1);
        boolean small =
                blank > 0 && last.length() <= MAX_PREPOSITION && last.chars().allMatch(Character::isLowerCase);
        return small ? rest.substring(0, blank) : text;
    }

    /** {@code name} without a short word in small letters behind two or more capitalised ones, where something else followed: {@code Will Garrow at}. */
    static String withoutTail(String name) {
        String rest = withoutPreposition(name);
        boolean isTail = rest.length() < name.length()
                && !GENERATIONS.contains(name.substring(name.lastIndexOf(' ') + 1))
                && rest.indexOf(' ') > 0
                && Stream.of(rest.split("\\s+")).allMatch(word -> Character.isUpperCase(word.codePointAt(0)));
        return isTail ? rest : name;
    }

    /** {@code text}, which a date follows, without the label of the date at its end: {@code Odile Garrec Mis à jour}. */
    private static String withoutLabel(String text) {
        String[] words = text.strip().split("\\s+");
        for (int n = 1; n <= MAX_LABEL_WORDS && n < words.length; n++) {
            List<String> all = List.of(words);
            if (isLabel(String.join(" ", all.subList(words.length - n, words.length)))) {
                return String.join(" ", all.subList(0, words.length - n));
            }
        }
        return text;
    }

    private static boolean isCased(String word) {
        return word.chars().anyMatch(c -> Character.isUpperCase(c) || Character.isLowerCase(c));
    }

    private static String withoutWeekdays(String part) {
        List<String> words = new ArrayList<>(List.of(part.split("\\s+")));
        while (!words.isEmpty() && isWeekday(words.get(words.size() - 1))) {
            words.remove(words.size() - 1);
        }
        while (!words.isEmpty() && isWeekday(words.get(0))) {
            words.remove(0);
        }
        return String.join(" ", words);
    }

    private static boolean isWeekday(String word) {
        return WEEKDAYS.contains(LowerCase.of(word).replaceAll("[,.:–—-]+$", ""));
    }

    private static boolean isShortWeekday(String part) {
        return part.length() <= MAX_SHORT_WEEKDAY && SHORT_WEEKDAYS.contains(LowerCase.of(part.replace(".", "")));
    }

    private static boolean isLabel(String part) {
        return part.split("\\s+").length <= MAX_LABEL_WORDS
                && (DateLabels.isOfPublication(part) || DateLabels.isOfChange(part));
    }

    /** The names that follow a label and a colon in a line of several fields; empty when there is none. */
    static List<String> labelled(String line) {
        List<String> names = new ArrayList<>();
        if (!hasColon(line)) {
            return names;
        }
        Matcher field = FIELD.matcher(line);
        int from = 0;
        while (field.find(from)) {
            if (isAuthorLabel(field.group(1))) {
                names.add(field.group(2));
                from = field.end();
            } else {
                from = field.end(1) + 1;
            }
        }
        return names;
    }

    private static boolean hasColon(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (COLONS.indexOf(line.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether {@code part} names what another contribution is, of pictures or a source, in front of whose it is. */
    static boolean isOfOther(String part) {
        Matcher first = FIRST.matcher(part);
        return first.lookingAt() && OTHERS.contains(LowerCase.of(first.group()));
    }

    /** {@code line} up to a word that labels pictures, behind a name: {@code Tekst Lotte Vink Fotografie Daan Postma}. */
    static String withoutOthers(String line) {
        String[] words = line.split("\\s+");
        for (int i = 2; i + 1 < words.length; i++) {
            boolean label = PAIR.contains(LowerCase.of(words[i]));
            if (label
                    && BylineLines.isName(words[i - 2] + ' ' + words[i - 1])
                    && Character.isUpperCase(words[i + 1].codePointAt(0))) {
                return String.join(" ", List.of(words).subList(0, i));
            }
        }
        return line;
    }

    /** {@code line} without dates and the parts that name other contributions. */
    static String plain(String line) {
        List<String> parts = new ArrayList<>();
        for (String part : BARS.split(withoutDates(line))) {
            if (!part.isBlank() && (!isOfOther(part.strip()) || !labelled(part).isEmpty())) {
                parts.add(part.strip());
            }
        }
        return String.join(" | ", parts);
    }

    /** Whether {@code label} names the text's author, alone or beside another contribution of theirs. */
    private static boolean isAuthorLabel(String label) {
        boolean author = false;
        for (String word : LowerCase.of(label).split(MARKS)) {
            boolean own = COLON.contains(word);
            if (!own && !PAIR.contains(word)) {
                return false;
            }
            author |= own;
        }
        return author;
    }

    /** {@code name} without a title behind it, and without what follows a name of two capitalised words in small letters. */
    static String withoutTitle(String name) {
        String rest = name.strip();
        for (String suffix : SUFFIXES) {
            if (rest.endsWith(suffix) && rest.length() > suffix.length() + 1) {
                rest = withoutDateline(rest.substring(0, rest.length() - suffix.length()));
            }
        }
        String[] words = rest.split("\\s+");
        int capitals = 0;
        for (int i = 0; i < words.length; i++) {
            String word = words[i];
            if (word.isEmpty()) {
                continue;
            }
            capitals += Character.isUpperCase(word.codePointAt(0)) ? 1 : 0;
            if (capitals >= LEAST_CAPITALS
                    && Character.isLowerCase(word.codePointAt(0))
                    && !PARTICLES.contains(word)
                    && word.indexOf('\'') < 0
                    && word.indexOf('’') < 0) {
                String tail = String.join(" ", List.of(words).subList(i, words.length));
                return AuthorNames.namesRole(tail)
                        ? String.join(" ", List.of(words).subList(0, i))
                        : rest;
            }
        }
        return rest;
    }

    /** {@code name} without a town or an agency and the sign of equality that Korean bylines have in front of it. */
    private static String withoutDateline(String name) {
        return name.substring(name.lastIndexOf('=') + 1).strip();
    }

    /** Whether {@code line} ends in a title that follows a name, as Korean and Japanese bylines do. */
    static boolean endsInTitle(String line) {
        String rest = withoutMail(line).strip();
        if (rest.length() > MAX_TITLED) {
            return false;
        }
        for (String suffix : SUFFIXES) {
            if (rest.endsWith(suffix)) {
                return true;
            }
        }
        return false;
    }

    /** Characters of a name and a title at most. */
    private static final int MAX_TITLED = 20;
}
