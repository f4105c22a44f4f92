package io.copydesk.enrich.sketch;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A word that a text has, one object for all its occurrences: what follows from the word alone is found once, and what is counted of it needs no
 * table. For one text, by one thread.
 */
final class WordForm {

    private static final double UNKNOWN = -1;

    private final String text;
    private final long hash;

    /** Occurrences without a capital, and with one that opens no sentence. */
    int small;

    int capital;

    /** Whether it is among the words of the {@link Lead} already. */
    boolean isListed;

    /** The term that it counts for, once there is one. */
    TermFinder.@Nullable Found term;

    /** How it sounds as a name, once it was read as one. */
    PhoneticKeys.@Nullable Key sound;

    private @Nullable String cut;
    private @Nullable String shown;
    private @Nullable Boolean stopWord;
    private @Nullable Boolean ofMenus;

    /** Of the word as a name and otherwise; a text uses one of them for most words. */
    private double rarityOfName = UNKNOWN;

    private double rarityOfWord = UNKNOWN;

    /**
     * A word that did not occur yet.
     *
     * @param text lower case, without a possessive ending
     * @param hash its {@link Shingles#hash}
     */
    WordForm(String text, long hash) {
        this.text = text;
        this.hash = hash;
    }

    String text() {
        return text;
    }

    long hash() {
        return hash;
    }

    /** Whether these characters are the word, where capitals of ASCII count as small. */
    boolean isWritten(String source, int start, int end) {
        if (text.length() != end - start) {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (WordForms.small(source.charAt(i)) != text.charAt(i - start)) {
                return false;
            }
        }
        return true;
    }

    /** The part that is compared. */
    String cut() {
        cut = cut == null ? CommonWords.cut(text) : cut;
        return cut;
    }

    /** With a capital. */
    String shown() {
        shown = shown == null ? text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) : shown;
        return shown;
    }

    /** @param stopWords those of the language of the text, always the same */
    boolean isStopWord(WordSet stopWords) {
        stopWord = stopWord == null ? Boolean.valueOf(stopWords.contains(text)) : stopWord;
        return stopWord;
    }

    /** Whether it is one of menus, share bars and footers. */
    boolean isOfMenus() {
        ofMenus = ofMenus == null ? Boolean.valueOf(StopWords.isOfMenus(text)) : ofMenus;
        return ofMenus;
    }

    /** How rare it is in news, of a text in English or another language. */
    double rarity(boolean english, boolean name) {
        double known = name ? rarityOfName : rarityOfWord;
        if (known != UNKNOWN) {
            return known;
        }
        double rarity = english ? CommonWords.rarity(text) : CommonWords.rarityElsewhere(text, name);
        if (name) {
            rarityOfName = rarity;
        } else {
            rarityOfWord = rarity;
        }
        return rarity;
    }
}
