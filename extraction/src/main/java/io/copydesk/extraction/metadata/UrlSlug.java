package io.copydesk.extraction.metadata;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words of a headline that publishers spell in an article's URL: {@code /coast/harbour-of-lindhaven-reopens-48213.html}. */
final class UrlSlug {

    private static final int MIN_WORDS = 4;
    private static final int MAX_URL = 2000;
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{Nd}]+");
    private static final Pattern ENDING = Pattern.compile("\\.[a-z]{3,5}$");
    private static final Pattern ID = Pattern.compile("[a-z]{0,7}[0-9]{4,}");
    private static final Pattern APOSTROPHE = Pattern.compile("['’‘]");

    private final List<String> segments = new ArrayList<>();

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
                String words = words(
                        ENDING.matcher(decode(segment).toLowerCase(Locale.ROOT)).replaceFirst(""));
                segments.add(words);
            }
        }
    }

    /** Whether a part of the path is {@code title}, word by word, but for a number that follows. */
    boolean spells(@Nullable String title) {
        if (title == null || segments.isEmpty()) {
            return false;
        }
        String lower = APOSTROPHE.matcher(title.toLowerCase(Locale.ROOT)).replaceAll("");
        String plain = words(lower);
        String german = words(lower.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue"));
        return segments.stream().anyMatch(s -> isSpelt(plain, s) || isSpelt(german, s));
    }

    private static boolean isSpelt(String title, String segment) {
        if (!segment.startsWith(title) || title.split(" ").length < MIN_WORDS) {
            return false;
        }
        String rest = segment.substring(title.length()).strip();
        return rest.isEmpty() || segment.charAt(title.length()) == ' ' && isId(rest);
    }

    private static boolean isId(String rest) {
        String[] words = rest.split(" ");
        return words.length <= 2 && ID.matcher(words[words.length - 1]).matches();
    }

    private static String words(String text) {
        String folded = Normalizer.normalize(text.replace("ß", "ss").replace("ø", "o"), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "");
        return NO_WORD.matcher(folded).replaceAll(" ").strip();
    }

    private static String decode(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", " "), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return segment;
        }
    }
}
