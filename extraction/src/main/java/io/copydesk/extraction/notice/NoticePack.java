package io.copydesk.extraction.notice;

import io.copydesk.extraction.language.FunctionWords;
import io.copydesk.extraction.resource.ResourceLines;
import io.copydesk.schemas.RemovalReason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The phrases of all languages, indexed by their first word. The head of {@code notices/en.txt} describes the format of the packs. Immutable
 * and thread-safe.
 */
final class NoticePack {

    private final Map<String, List<NoticePattern>> byFirstWord = new HashMap<>();
    /** All phrases, and those that may occur anywhere in a line. */
    private final PatternIndex phrases = new PatternIndex();

    private final PatternIndex anywhere = new PatternIndex();
    private final Triggers triggers;
    private final List<NoticePattern> byNumber = new ArrayList<>();
    private final Map<String, Set<String>> lists = new HashMap<>();

    private NoticePack(Map<String, List<String>> lines) {
        lines.forEach((language, pack) -> pack.forEach(line -> add(language, line)));
        phrases.seal();
        anywhere.seal();
        triggers = Triggers.of(byFirstWord, byNumber, commonWords());
    }

    /** The bundled packs. */
    static NoticePack load() {
        Map<String, List<String>> lines = new LinkedHashMap<>();
        for (String language : NoticeLanguages.ALL) {
            lines.put(language, ResourceLines.of(NoticePack.class, "notices/" + language + ".txt"));
        }
        return of(lines);
    }

    /** Packs of these lines, by language; of equally likely phrases the first counts. */
    static NoticePack of(Map<String, List<String>> lines) {
        return new NoticePack(lines);
    }

    /** The most frequent words of all languages. */
    private static Set<String> commonWords() {
        return NoticeLanguages.ALL.stream()
                .flatMap(language -> FunctionWords.of(language).stream())
                .map(NoticeWords::fold)
                .collect(Collectors.toSet());
    }

    private void add(String language, String line) {
        if (line.startsWith("@")) {
            int blank = line.indexOf(' ');
            String name = line.substring(1, blank);
            for (String word : line.substring(blank).split("[|]")) {
                String entry = name.equals("glued") ? word.strip() : NoticeWords.fold(word.strip());
                lists.computeIfAbsent(name, k -> new HashSet<>()).add(entry);
                lists.computeIfAbsent(name + " " + language, k -> new HashSet<>())
                        .add(entry);
            }
            return;
        }
        String[] fields = line.split("\\s+", 5);
        String kind = fields[0].substring(0, fields[0].lastIndexOf('-'));
        for (List<NoticePattern.Element> reading : PatternReader.read(fields[4])) {
            index(new NoticePattern(
                    "notices/" + language + "/" + fields[0],
                    language,
                    RemovalReason.valueOf(kind.toUpperCase(Locale.ROOT).replace('-', '_')),
                    NoticePattern.Scope.valueOf(fields[1].toUpperCase(Locale.ROOT)),
                    Integer.parseInt(fields[2]),
                    fields[3].equals("-")
                            ? NoticePattern.Effect.NONE
                            : NoticePattern.Effect.valueOf(fields[3].toUpperCase(Locale.ROOT)),
                    reading));
        }
    }

    private void index(NoticePattern pattern) {
        for (String word : PatternReader.firstWords(pattern.elements().get(0))) {
            byFirstWord.computeIfAbsent(word, k -> new ArrayList<>()).add(pattern);
            index(word, pattern);
        }
        if (pattern.elements().get(0) instanceof NoticePattern.Element.Number) {
            byNumber.add(pattern);
            index(null, pattern);
        }
    }

    private void index(@Nullable String word, NoticePattern pattern) {
        phrases.add(word, pattern);
        if (pattern.scope() == NoticePattern.Scope.ANYWHERE) {
            anywhere.add(word, pattern);
        }
    }

    /** Whether {@code text} may hold a phrase; {@code false} is certain. */
    boolean mayHoldPhrase(String text) {
        return triggers.mayBeIn(text);
    }

    /** The phrases that may start at word {@code at} of a line of these words. */
    List<NoticePattern> startingAt(FoldedWords words, int at) {
        return at < Triggers.OPENING_WORDS ? phrases.startingAt(words, at) : anywhere.startingAt(words, at);
    }

    /** The entries of the {@code @name} lists of all languages. */
    Set<String> list(String name) {
        return lists.getOrDefault(name, Set.of());
    }

    /** The entries of the {@code @name} list of one language. */
    Set<String> list(String name, String language) {
        return lists.getOrDefault(name + " " + language, Set.of());
    }
}
