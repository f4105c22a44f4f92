package io.copydesk.extraction.page;

import io.copydesk.extraction.resource.WordLists;
import io.copydesk.schemas.LowerCase;
import io.copydesk.schemas.RemovalReason;
import java.util.Arrays;
import java.util.List;

/** Marks regions outside of the article whose text is about the cookies of the site, which may be longer than a short article. */
final class CookieTexts {

    private static final WordLists LISTS = WordLists.of(CookieTexts.class, "cookie-words.txt");
    private static final List<String> WORDS = LISTS.get("cookie");
    private static final boolean[] BEGINNINGS = beginnings();
    /** What readers are asked for beside a text that names cookies. */
    private static final List<String> CONSENT = LISTS.get("consent");

    /** Share of a region's text in blocks that name cookies. */
    private static final double MOST = 0.6;

    private static final int LEAST = 150;
    /** Blocks that name cookies, or ask for consent beside one that does: a single one may be a paragraph about biscuits. */
    private static final int LEAST_BLOCKS = 2;

    private CookieTexts() {}

    /**
     * @param headline in the form of {@link TextShape#squeeze}: an article about cookies names them there
     */
    static void mark(ScannedPage page, String headline) {
        if (names(headline)) {
            return;
        }
        List<Block> blocks = page.blocks();
        boolean[] names = new boolean[blocks.size()];
        int weight = 0;
        for (Block b : blocks) {
            names[b.order] = mayName(b.text) && names(LowerCase.of(b.text));
            weight += names[b.order] ? b.weight : 0;
        }
        if (weight < LEAST) {
            return;
        }
        int[] all = new int[names.length + 1];
        int[] about = new int[all.length];
        int[] naming = new int[all.length];
        for (Block b : blocks) {
            boolean own = names[b.order] || isBeside(names, b.order) && contains(CONSENT, LowerCase.of(b.text));
            all[b.order + 1] = all[b.order] + b.weight;
            about[b.order + 1] = about[b.order] + (own ? b.weight : 0);
            naming[b.order + 1] = naming[b.order] + (own ? 1 : 0);
        }
        List<Region> named = page.regions().stream()
                .filter(r -> r.size() > 0 && (r.tag.equals("h1") || r.tag.equals("article")))
                .toList();
        for (Region r : page.regions()) {
            int own = about[r.to] - about[r.from];
            if (naming[r.to] - naming[r.from] >= LEAST_BLOCKS
                    && own >= LEAST
                    && own >= MOST * (all[r.to] - all[r.from])
                    && !isArticle(r)
                    && hasOther(named, r)) {
                r.mark(RemovalReason.COOKIES, "page/cookie-text");
            }
        }
    }

    /** Whether the block right above or below {@code i} names cookies. */
    private static boolean isBeside(boolean[] names, int i) {
        return i > 0 && names[i - 1] || i + 1 < names.length && names[i + 1];
    }

    private static boolean names(String text) {
        return contains(WORDS, text);
    }

    private static boolean contains(List<String> words, String text) {
        for (String word : words) {
            if (text.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** Whether {@code text} has the letters of a word, or others like them, in any case; without them it names no cookies. */
    private static boolean mayName(String text) {
        for (int i = 0; i + 1 < text.length(); i++) {
            if (BEGINNINGS[beginning(text, i)] && isLikeOne(text, i)) {
                return true;
            }
        }
        return false;
    }

    /** Whether {@code text} may go on at {@code at} like a word, in any case. */
    private static boolean isLikeOne(String text, int at) {
        for (String word : WORDS) {
            int n = at + word.length() <= text.length() ? 0 : word.length() + 1;
            while (n < word.length() && isLike(text.charAt(at + n), word.charAt(n))) {
                n++;
            }
            if (n == word.length()) {
                return true;
            }
        }
        return false;
    }

    /** Capitals and small letters differ in higher bits, but for the Turkish I with a dot and the sign for kelvin. */
    private static boolean isLike(char c, char letter) {
        return ((c ^ letter) & 31) == 0 || c == '\u0130' || c == '\u212A';
    }

    private static boolean[] beginnings() {
        boolean[] beginnings = new boolean[1 << 15];
        for (String word : WORDS) {
            int first = beginning(word, 0);
            Arrays.fill(beginnings, first, word.length() > 2 ? first + 1 : (first | 31) + 1, true);
        }
        return beginnings;
    }

    /** The low bits of two letters and, where there is one, the third; in these small letters and capitals are equal. */
    private static int beginning(String text, int at) {
        int third = at + 2 < text.length() ? text.charAt(at + 2) & 31 : 0;
        return (text.charAt(at) & 31) << 10 | (text.charAt(at + 1) & 31) << 5 | third;
    }

    /** Whether the page has a heading of the first level or an article elsewhere. */
    private static boolean hasOther(List<Region> named, Region r) {
        for (Region other : named) {
            if (!r.contains(other) && !other.contains(r)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isArticle(Region r) {
        for (Region up = r; up != null; up = up.parent) {
            if (up.tag.equals("article") || up.tag.equals("main")) {
                return true;
            }
        }
        return false;
    }
}
