package io.copydesk.enrich.decide;

import io.copydesk.schemas.LowerCase;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names of sites in headlines, as in "Ferry runs again | Ternquay Herald" on ternquayherald.example. */
final class SiteNames {

    /** What stands between a headline and the name of its site, and either of the two. */
    private static final Pattern PARTED = Pattern.compile("(.+?)\\s+[|·•–—-]\\s+([^|·•–—]{2,60})");

    /** Fewest letters that a name and a domain share; shorter ones are in many words. */
    private static final int LEAST_LETTERS = 3;

    /** Longest headline that is searched. */
    private static final int LONGEST = 400;

    private SiteNames() {}

    /** {@code headline} without the name of {@code site}, a registrable domain, at its end or its beginning. */
    static @Nullable String without(@Nullable String headline, String site) {
        if (headline == null || headline.length() > LONGEST) {
            return headline;
        }
        Matcher parted = PARTED.matcher(headline);
        if (!parted.matches()) {
            return headline;
        }
        if (isNameOf(parted.group(2), site)) {
            return parted.group(1);
        }
        return isNameOf(parted.group(1), site) ? parted.group(2) : headline;
    }

    /** Whether the letters of a name are those of the domain, but for an article or an ending that either has more. */
    private static boolean isNameOf(String name, String site) {
        String letters = letters(name);
        String domain = letters(site.contains(".") ? site.substring(0, site.indexOf('.')) : site);
        if (Math.min(letters.length(), domain.length()) < LEAST_LETTERS) {
            return false;
        }
        String bare = letters.startsWith("the") ? letters.substring("the".length()) : letters;
        String bareDomain = domain.startsWith("the") ? domain.substring("the".length()) : domain;
        return letters.equals(domain)
                || bare.equals(bareDomain)
                || letters.equals(letters(site)) // with its ending, as in "Ternquay.example"
                || bare.length() > LEAST_LETTERS && bareDomain.startsWith(bare);
    }

    private static String letters(String text) {
        StringBuilder letters = new StringBuilder();
        LowerCase.of(text).codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
        return letters.toString();
    }
}
