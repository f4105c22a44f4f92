package io.copydesk.extraction.kind;

import io.copydesk.extraction.resource.ResourceLines;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Signs of shops, of advertisements by readers and of forums that articles do not have: buttons to buy or to ask who sells, and counts of what members
 * wrote. Immutable and thread-safe.
 */
final class ShopSigns {

    /** Characters of a button at most. */
    private static final int MAX_BUTTON = 40;
    /** Buttons to buy something from which on a page is a list of goods. */
    private static final int BUTTONS = 2;
    /** Members beside whose names a number of posts stands at least. */
    private static final int MEMBERS = 2;

    private final List<String> buy;
    private final List<String> seller;
    private final Pattern posts;

    private ShopSigns(List<String> buy, List<String> seller, Pattern posts) {
        this.buy = buy;
        this.seller = seller;
        this.posts = posts;
    }

    /** The bundled words. */
    static ShopSigns load() {
        Map<String, List<String>> words = ResourceLines.phrases(ShopSigns.class, "shop-words.txt");
        return new ShopSigns(
                List.copyOf(words.getOrDefault("buy", List.of())),
                List.copyOf(words.getOrDefault("seller", List.of())),
                Pattern.compile(
                        "(?<!\\p{L})(?:" + String.join("|", words.getOrDefault("posts", List.of()))
                                + ")\\s?[:：]\\s?[0-9]",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    /** Whether the page has several buttons that put something into a basket. */
    boolean sells(Document document) {
        return buttons(document) == BUTTONS;
    }

    /** Whether it has one. */
    boolean sellsOne(Document document) {
        return buttons(document) > 0;
    }

    /** Whether it has a button that leads to who sells something. */
    boolean asksSeller(Document document) {
        return buttonTexts(document).anyMatch(text -> hasPhrase(text, seller));
    }

    private long buttons(Document document) {
        return buttonTexts(document)
                .filter(text -> hasPhrase(text, buy))
                .limit(BUTTONS)
                .count();
    }

    private static Stream<String> buttonTexts(Document document) {
        return Stream.concat(
                document.getElementsByTag("button").stream().map(Element::text),
                document.getElementsByTag("input").stream().map(input -> input.attr("value")));
    }

    private static boolean hasPhrase(String text, List<String> phrases) {
        if (text.isEmpty() || text.length() > MAX_BUTTON) {
            return false;
        }
        String lower = text.toLowerCase(Locale.ROOT).strip();
        return phrases.stream().anyMatch(lower::contains);
    }

    /** Whether a text counts the posts of several members. */
    boolean countsPosts(String text) {
        return posts.matcher(text).results().limit(MEMBERS).count() == MEMBERS;
    }
}
