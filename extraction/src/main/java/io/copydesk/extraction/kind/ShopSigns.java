package io.copydesk.extraction.kind;

import io.copydesk.extraction.resource.ResourceLines;
import io.copydesk.schemas.LowerCase;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

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
    /** Links to where something is sold from which on a page compares offers. */
    private static final int OFFERS = 3;

    private static final Pattern NUMBER = Pattern.compile("\\p{Nd}[\\p{Nd}.,\\s]{0,12}");

    private final List<String> buy;
    private final List<String> seller;
    private final Set<String> offer;
    private final Set<String> postWords;
    /** Characters before the colon in which the longest of the post words fits, with what must not stand before it. */
    private final int beforeColon;

    private final Pattern posts;

    private ShopSigns(Map<String, List<String>> words) {
        this.buy = List.copyOf(words.getOrDefault("buy", List.of()));
        this.seller = List.copyOf(words.getOrDefault("seller", List.of()));
        this.offer = Set.copyOf(words.getOrDefault("offer", List.of()));
        this.postWords = Set.copyOf(words.getOrDefault("posts", List.of()));
        this.beforeColon = postWords.stream().mapToInt(String::length).max().orElse(0) + 3;
        this.posts = Pattern.compile(
                "(?<!\\p{L})(?:" + String.join("|", postWords) + ")\\s?[:：]\\s?[0-9]",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** The bundled words. */
    static ShopSigns load() {
        return new ShopSigns(ResourceLines.phrases(ShopSigns.class, "shop-words.txt"));
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

    /** Whether it has several links to where something is sold. */
    boolean offers(Document document) {
        return document.getElementsByTag("a").stream()
                        .map(Element::text)
                        .filter(text -> !text.isEmpty() && text.length() <= MAX_BUTTON)
                        .filter(text -> offer.contains(LowerCase.of(text).strip()))
                        .limit(OFFERS)
                        .count()
                == OFFERS;
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
        String lower = LowerCase.of(text).strip();
        return phrases.stream().anyMatch(lower::contains);
    }

    /** Whether lists beside the names of several members say how much each wrote. */
    boolean listsPosts(Document document) {
        return document.getElementsByTag("dt").stream()
                        .filter(term -> isNumber(term.nextElementSibling()))
                        .filter(term ->
                                postWords.contains(LowerCase.of(term.text()).replaceFirst("\\s*[:：]$", "")))
                        .limit(MEMBERS)
                        .count()
                == MEMBERS;
    }

    private static boolean isNumber(@Nullable Element element) {
        return element != null && NUMBER.matcher(element.text()).matches();
    }

    /** Whether a text counts the posts of several members. Looks only at what stands around colons. */
    boolean countsPosts(String text) {
        Matcher matcher = posts.matcher(text).useTransparentBounds(true);
        int members = 0;
        int unread = 0;
        for (int i = 1; i < text.length() - 1 && members < MEMBERS; i++) {
            char c = text.charAt(i);
            if ((c == ':' || c == '：') && isBeforeNumber(text, i + 1)) {
                matcher.region(Math.max(unread, i - beforeColon), Math.min(text.length(), i + 3));
                if (matcher.find()) {
                    members++;
                    unread = matcher.end();
                }
            }
        }
        return members == MEMBERS;
    }

    private static boolean isBeforeNumber(String text, int at) {
        int digit = Character.isWhitespace(text.charAt(at)) ? at + 1 : at;
        return digit < text.length() && text.charAt(digit) >= '0' && text.charAt(digit) <= '9';
    }
}
