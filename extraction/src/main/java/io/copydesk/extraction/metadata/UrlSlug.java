package io.copydesk.extraction.metadata;

import io.copydesk.schemas.LowerCase;
import io.copydesk.schemas.NormalForms;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The words of a headline that publishers spell in an article's URL: {@code /coast/harbour-of-lindhaven-reopens-48213.html}. */
final class UrlSlug {

    private static final int MAX_URL = 2000;
    private static final int MIN_PART = 3;
    /** The likeness of an address that spells nothing. */
    private static final double UNKNOWN = 0.3;

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{Nd}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern ENDING = Pattern.compile("\\.[a-z]{3,5}$");
    private static final Pattern APOSTROPHE = Pattern.compile("['’‘]");

    /** The words of each part of the path that has {@value #MIN_PART} or more. */
    private final List<Set<String>> segments = new ArrayList<>();

    /** @param url absolute, or {@code null} */
    UrlSlug(@Nullable String url) {
        if (url == null || url.length() > MAX_URL) {
            return;
        }
        int path = url.indexOf('/', url.indexOf("://") + 3);
        if (path < 0) {
            return;
        }
        for (String segment : url.substring(path).split("[?#]", 2)[0].split("/")) {
            if (segment.indexOf('-') > 0 || segment.indexOf('_') > 0) {
                String words =
                        words(ENDING.matcher(LowerCase.of(decode(segment))).replaceFirst(""));
                Set<String> own = Stream.of(words.split(" "))
                        .filter(word -> !DIGITS.matcher(word).matches())
                        .collect(Collectors.toUnmodifiableSet());
                if (own.size() >= MIN_PART) {
                    segments.add(own);
                }
            }
        }
    }

    /** How much of the words of {@code title} and of a part of the path of three words or more are the same, 0-1; {@value #UNKNOWN} without such a part. */
    double likeness(String title) {
        if (segments.isEmpty()) {
            return UNKNOWN;
        }
        double most = 0;
        for (Set<String> spelling : spellings(title)) {
            for (Set<String> segment : segments) {
                most = Math.max(most, TitleWords.likeness(spelling, segment));
            }
        }
        return most;
    }

    /** The words of {@code title} as addresses spell them: without accents, or with two letters for one as in German. */
    private static List<Set<String>> spellings(String title) {
        String lower = APOSTROPHE.matcher(LowerCase.of(title)).replaceAll("");
        String german = lower.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue");
        return Stream.of(lower, german)
                .distinct()
                .map(text -> Set.copyOf(new HashSet<>(List.of(words(text).split(" ")))))
                .toList();
    }

    /** The words of {@code text} without accents, with a blank between. */
    private static String words(String text) {
        StringBuilder words = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 0x7F) {
                return folded(text);
            }
            if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z') {
                words.append(c);
            } else if (!words.isEmpty() && words.charAt(words.length() - 1) != ' ') {
                words.append(' ');
            }
        }
        return words.toString().strip();
    }

    private static String folded(String text) {
        String folded = NormalForms.of(text.replace("ß", "ss").replace("ø", "o"), Form.NFKD);

        return NO_WORD.matcher(MARKS.matcher(folded).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }

    private static String decode(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", " "), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return segment;
        }
    }
}
