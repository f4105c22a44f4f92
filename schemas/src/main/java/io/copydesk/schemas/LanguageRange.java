package io.copydesk.schemas;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A language that is asked for, and whether the tag of a text is of it: extended filtering (RFC 4647 §3.3.2) with the macrolanguages of ISO 639-3.
 *
 * <ul>
 *   <li>{@code pt} is {@code pt-BR} too, but not the other way round.
 *   <li>A macrolanguage is each language that it encompasses: {@code no} is {@code nb} and {@code nn}.
 *   <li>A language is its macrolanguage when that stands for it (CLDR): {@code nb} is {@code no}, {@code nn} is not.
 *   <li>A region of Chinese tells the script: {@code zh-Hant} is {@code zh-TW}.
 *   <li>Case, {@code _} for {@code -}, and codes of ISO 639-2/T and former ones make no difference: {@code deu} is {@code de}.
 * </ul>
 *
 * <p>Immutable, safe for use by several threads.
 */
public final class LanguageRange {

    private static final Pattern FORM = Pattern.compile("[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8})*");

    /** What readers of tags have to take (RFC 5646 §4.4.1); no tag in use is longer. */
    private static final int LONGEST = 35;

    private static final String CHINESE = "zh";
    private static final String MANDARIN = "cmn";
    private static final int SCRIPT = 4;
    private static final int EXTENDED = 3;

    private static final Map<String, String> SCRIPTS_OF_CHINESE =
            Map.of("cn", "hans", "sg", "hans", "my", "hans", "tw", "hant", "hk", "hant", "mo", "hant");

    private static final Map<String, String> CODES = codes();
    private static final Map<String, Macrolanguage> MACROLANGUAGES = macrolanguages();

    /**
     * Languages under one code.
     *
     * @param typical what the code means where it stands alone; empty when that is any of them
     */
    private record Macrolanguage(Set<String> members, String typical) {
        boolean standsFor(String member) {
            return typical.isEmpty() ? members.contains(member) : typical.equals(member);
        }
    }

    private final String tag;
    private final String language;
    private final List<String> details;

    private LanguageRange(String tag, String language, List<String> details) {
        this.tag = tag;
        this.language = language;
        this.details = details;
    }

    /** Whether a text has the form of the BCP 47 tag of a language, with {@code _} for {@code -} as well. */
    public static boolean isTag(String text) {
        return text.length() <= LONGEST && FORM.matcher(text).matches();
    }

    /** What a BCP 47 tag asks for. */
    public static LanguageRange of(String tag) {
        List<String> parts = new ArrayList<>(
                List.of(tag.strip().toLowerCase(Locale.ROOT).replace('_', '-').split("-", -1)));
        String first = parts.remove(0);
        String code = CODES.getOrDefault(first, first);
        Macrolanguage macrolanguage = MACROLANGUAGES.get(code);
        if (macrolanguage != null
                && !parts.isEmpty()
                && parts.get(0).length() == EXTENDED
                && macrolanguage.members.contains(parts.get(0))) {
            code = parts.remove(0); // an extended language: zh-yue
        }
        return new LanguageRange(tag, code, List.copyOf(parts));
    }

    /** What a BCP 47 tag asks for; {@code null} for none. */
    public static @Nullable LanguageRange ofNullable(@Nullable String tag) {
        return tag == null ? null : of(tag);
    }

    /** Whether {@code given}, a text's language, is one of those that are wanted; true for any, and for none, when none is wanted. */
    public static boolean isIn(Collection<LanguageRange> wanted, @Nullable LanguageRange given) {
        return wanted.isEmpty() || given != null && wanted.stream().anyMatch(range -> range.includes(given));
    }

    /** The tag that it was made of. */
    public String tag() {
        return tag;
    }

    /** Whether a text with this tag is what is asked for. */
    public boolean includes(String tag) {
        return includes(of(tag));
    }

    private boolean includes(LanguageRange given) {
        return isOf(given.language) && isSubsequence(details, given.detailsWithScript());
    }

    private boolean isOf(String given) {
        if (language.equals(given)) {
            return true;
        }
        Macrolanguage own = MACROLANGUAGES.get(language);
        Macrolanguage other = MACROLANGUAGES.get(given);
        return own != null && own.members.contains(given) || other != null && other.standsFor(language);
    }

    private List<String> detailsWithScript() {
        boolean isChinese = language.equals(CHINESE) || language.equals(MANDARIN);
        if (!isChinese || details.stream().anyMatch(part -> part.length() == SCRIPT)) {
            return details;
        }
        List<String> scripts = details.stream()
                .filter(SCRIPTS_OF_CHINESE::containsKey)
                .map(SCRIPTS_OF_CHINESE::get)
                .limit(1)
                .toList();
        List<String> all = new ArrayList<>(scripts);
        all.addAll(details);
        return all;
    }

    private static boolean isSubsequence(List<String> some, List<String> all) {
        int found = 0;
        for (String part : all) {
            if (found < some.size() && some.get(found).equals(part)) {
                found++;
            }
        }
        return found == some.size();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LanguageRange that && tag.equals(that.tag);
    }

    @Override
    public int hashCode() {
        return tag.hashCode();
    }

    @Override
    public String toString() {
        return tag;
    }

    /** Codes of three letters, and former ones, to those of two. */
    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>(Map.of("iw", "he", "in", "id", "ji", "yi"));
        for (String code : Locale.getISOLanguages()) {
            codes.putIfAbsent(Locale.forLanguageTag(code).getISO3Language(), codes.getOrDefault(code, code));
        }
        return Map.copyOf(codes);
    }

    private static Map<String, Macrolanguage> macrolanguages() {
        Map<String, Macrolanguage> all = new HashMap<>();
        try (InputStream in = LanguageRange.class.getResourceAsStream("macrolanguages.txt")) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks macrolanguages.txt");
            }
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" "))
                    .forEach(words -> {
                        Set<String> members = new HashSet<>(List.of(words));
                        members.remove(words[0]);
                        members.remove("-");
                        all.put(words[0], new Macrolanguage(Set.copyOf(members), words[1].equals("-") ? "" : words[1]));
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(all);
    }
}
