package io.copydesk.extraction.notice;

import io.copydesk.extraction.notice.NoticePattern.Effect;
import io.copydesk.extraction.resource.WordLists;
import io.copydesk.schemas.LowerCase;
import io.copydesk.schemas.NormalForms;
import io.copydesk.schemas.RemovalReason;
import java.text.Normalizer.Form;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Recognises a line that states that a text ends for those who do not pay, or that free texts are counted, by what such lines have in common: who may
 * read, that nobody else may, and what. The beginnings of words are in {@code wall-words.txt}. Immutable and thread-safe.
 */
final class WallWords {

    private static final int MAX_TEXT = 220;
    /** Between the paragraphs of an article a statement is short and names no number. */
    private static final int MAX_INSIDE = 110;

    /** Characters of a label that says who may read, without what. */
    private static final int MAX_LABEL = 40;

    /** How much of a text is left. */
    private static final Pattern SHARE = Pattern.compile("\\p{Nd}\\s?[%٪％]");

    private static final String ANYWHERE = "ja ko th zh";

    /** The lists of one language. */
    record Words(Map<String, List<String>> lists, boolean anywhere) {

        boolean has(String list, String text) {
            for (String stem : lists.getOrDefault(list, List.of())) {
                for (int at = text.indexOf(stem); at >= 0; at = text.indexOf(stem, at + 1)) {
                    if (anywhere || at == 0 || !Character.isLetter(text.charAt(at - 1))) {
                        return true;
                    }
                }
            }
            return false;
        }
    }

    private final Map<String, Words> languages;

    private WallWords(Map<String, Words> languages) {
        this.languages = languages;
    }

    static WallWords load() {
        Map<String, Map<String, List<String>>> lists = new HashMap<>();
        WordLists.of(WallWords.class, "wall-words.txt").all().forEach((name, stems) -> {
            String[] parts = name.split(" ");
            lists.computeIfAbsent(parts[0], k -> new HashMap<>())
                    .put(
                            parts[1],
                            stems.stream()
                                    .map(stem -> NormalForms.of(stem.replace('_', ' '), Form.NFC))
                                    .toList());
        });
        Map<String, Words> languages = new HashMap<>();
        lists.forEach((language, own) -> languages.put(language, new Words(own, ANYWHERE.contains(language))));
        return new WallWords(Map.copyOf(languages));
    }

    /**
     * What {@code passage} states about access, {@code null} when nothing.
     *
     * @param after whether the article's last paragraph is above it
     * @param language primary language of the article, {@code null} when unknown
     */
    @Nullable
    Hit hit(Passage passage, boolean after, @Nullable String language) {
        if (passage.text().length() > (after ? MAX_TEXT : MAX_INSIDE) || Speech.quotes(passage.text())) {
            return null;
        }
        String text = plain(passage);
        for (String candidate : candidates(language)) {
            Words words = Objects.requireNonNull(languages.get(candidate));
            Effect effect = after ? atEnd(words, text) : inside(words, text);
            if (effect != Effect.NONE) {
                return hit(candidate, effect);
            }
        }
        return null;
    }

    /**
     * The place of the line in {@code lines} from which several together state a wall, -1 when none do.
     *
     * @param lines what stands below the article's last paragraph, in document order
     * @param teaser whether the text above is so short that it may be no more than a teaser
     */
    int run(List<Passage> lines, @Nullable String language, boolean teaser) {
        List<String> texts = lines.stream().map(WallWords::plain).toList();
        for (String candidate : candidates(language)) {
            int found = OfferRun.find(texts, Objects.requireNonNull(languages.get(candidate)), teaser);
            if (found >= 0) {
                return found;
            }
        }
        return -1;
    }

    /** What a line of {@link #run} states. */
    static Hit runHit(@Nullable String language) {
        return hit(language == null ? "en" : language, Effect.WALL);
    }

    /** Whether {@code passage} has a word of offers: of subscribers, accounts or what is free. */
    boolean isOfOffer(Passage passage, @Nullable String language) {
        String text = plain(passage);
        for (String candidate : candidates(language)) {
            Words words = Objects.requireNonNull(languages.get(candidate));
            if (words.has("pay", text)
                    || words.has("login", text)
                    || words.has("free", text)
                    || words.has("on", text)) {
                return true;
            }
        }
        return false;
    }

    private static String plain(Passage passage) {
        String lower = LowerCase.of(passage.text()).replace('\n', ' ').replace('\u202F', ' ');
        return NormalForms.of(lower, Form.NFC);
    }

    /** The article's language, then English. */
    private List<String> candidates(@Nullable String language) {
        boolean known = language != null && languages.containsKey(language) && !language.equals("en");
        return known ? List.of(language, "en") : List.of("en");
    }

    private static Effect atEnd(Words words, String text) {
        if (words.has("also", text)) {
            return Effect.NONE;
        }
        boolean digits = text.chars().anyMatch(Character::isDigit);
        if (words.has("free", text)
                && words.has("text", text)
                && words.has("left", text)
                && (digits || !words.has("pay", text))) {
            return Effect.METER;
        }
        boolean pays = words.has("pay", text);
        boolean more = words.has("on", text);
        boolean reads = words.has("text", text);
        if (text.length() <= MAX_INSIDE && isLocked(words, text, more, reads)) {
            return Effect.WALL;
        }
        return pays && (more || words.has("only", text) && (reads || !digits && text.length() <= MAX_LABEL))
                        || more && words.has("login", text)
                ? Effect.WALL
                : Effect.NONE;
    }

    /** Whether a share of the text is left, the rest can be read in a program only, or the text is sold alone. */
    private static boolean isLocked(Words words, String text, boolean more, boolean reads) {
        return words.has("left", text) && reads && SHARE.matcher(text).find()
                || words.has("app", text) && (more || words.has("rest", text) || words.has("only", text) && reads)
                || words.has("buy", text) && more && reads;
    }

    private static Effect inside(Words words, String text) {
        boolean digits = text.chars().anyMatch(Character::isDigit);
        return !digits && words.has("pay", text) && words.has("only", text) && words.has("text", text)
                ? Effect.WALL
                : Effect.NONE;
    }

    private static Hit hit(String language, Effect effect) {
        RemovalReason reason = effect == Effect.METER ? RemovalReason.METERED_COUNT : RemovalReason.SUBSCRIPTION;
        return Hit.of("notices/" + language + "/wall", language, reason, effect);
    }
}
