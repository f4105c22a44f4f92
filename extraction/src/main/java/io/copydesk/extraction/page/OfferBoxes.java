package io.copydesk.extraction.page;

import io.copydesk.extraction.notice.Prices;
import io.copydesk.extraction.resource.WordLists;
import io.copydesk.schemas.LowerCase;
import io.copydesk.schemas.RemovalReason;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Recognises a wall by its form, in any words: right below a short text, a small box with a link to where subscriptions are sold, and two of these:
 * a link to sign in, a price, a text that breaks off, an element that veils its end. The words of addresses and classes are in
 * {@code offer-words.txt}. Immutable and thread-safe.
 */
final class OfferBoxes {

    /** The rule of its lines. */
    static final String RULE = "page/offer-box";

    /** Weight from which on a block is a paragraph of the article. */
    private static final int PARAGRAPH = 80;
    /** Weight of a text that may be a teaser at most. */
    private static final int MAX_TEASER = 2500;
    /** Characters and blocks of a box at most. */
    private static final int MAX_BOX = 500;

    private static final int MAX_BLOCKS = 12;
    /** Blocks between the last paragraph and the box at most. */
    private static final int REACH = 6;
    /** Signs of a wall beside the link to the offers; below a text that is no longer than a teaser one is enough. */
    private static final int ENOUGH = 2;

    private static final int TEASER = 350;
    /** Elements around the last paragraph whose classes are read. */
    private static final int OUTER = 3;

    private final Map<Character, List<String>> call;
    private final Map<Character, List<String>> sale;
    private final Map<Character, List<String>> moreSale;
    private final Map<Character, List<String>> login;
    private final Map<Character, List<String>> fade;
    private final Map<Character, List<String>> blur;

    private OfferBoxes(WordLists lists) {
        call = byFirst(lists.get("call"));
        sale = byFirst(lists.get("sale"));
        moreSale = byFirst(lists.get("more-sale"));
        login = byFirst(lists.get("login"));
        fade = byFirst(lists.get("fade"));
        blur = byFirst(lists.get("blur"));
    }

    private static Map<Character, List<String>> byFirst(List<String> words) {
        return words.stream().collect(Collectors.groupingBy(word -> word.charAt(0)));
    }

    /** With the bundled words. */
    static OfferBoxes load() {
        return new OfferBoxes(WordLists.of(OfferBoxes.class, "offer-words.txt"));
    }

    /**
     * Removes the lines of such a box.
     *
     * @param judged the article's blocks and those removed from it, in document order
     */
    void mark(ScannedPage page, List<Block> judged) {
        int weight = 0;
        Block last = null;
        for (Block b : judged) {
            if (isParagraph(b)) {
                last = b;
                weight += b.weight;
            }
        }
        if (last == null || weight > MAX_TEASER) {
            return;
        }
        int end = Math.min(page.blocks().size(), last.order + 1 + REACH + MAX_BLOCKS);
        for (int i = last.order + 1; i < end; i++) {
            Block b = page.blocks().get(i);
            if (!b.region.hidden && maySell(b)) {
                Region box = box(b, last);
                int from = box == null ? i : box.from;
                int to = box == null ? i + 1 : box.to;
                if (from <= last.order + 1 + REACH && signs(page, last, from, to) >= (weight <= TEASER ? 1 : ENOUGH)) {
                    drop(judged, last.order, to);
                }
                return;
            }
        }
    }

    /** Whether a link in {@code b} leads to where subscriptions are sold or readers sign in. */
    boolean isOffer(Block b) {
        return maySell(b) || leads(b.link, login) || leads(b.lastLink, login);
    }

    /** Whether a link in {@code b} leads to a letter of the site, a quiz or a vote. */
    boolean isCall(Block b) {
        return leads(b.link, call) || leads(b.lastLink, call);
    }

    /** Whether a link in {@code b} leads to where subscriptions are sold. */
    boolean isSale(Block b) {
        return leads(b.link, sale) || leads(b.lastLink, sale);
    }

    private boolean maySell(Block b) {
        return isSale(b) || leads(b.link, moreSale) || leads(b.lastLink, moreSale);
    }

    private static boolean isParagraph(Block b) {
        return b.removed == null
                && !b.region.hidden
                && b.weight >= PARAGRAPH
                && b.kind != BlockKind.HEADING
                && b.linkDensity() < 0.4;
    }

    private static void drop(List<Block> judged, int last, int to) {
        for (Block b : judged) {
            if (b.order > last && b.order < to) {
                b.remove(RemovalReason.SUBSCRIPTION, RULE);
            }
        }
    }

    /** The largest region around {@code b} that is small and below the text, {@code null} when there is none. */
    private static @Nullable Region box(Block b, Block last) {
        Region box = null;
        for (Region up = b.region; up != null && up.from > last.order && up.size() <= MAX_BLOCKS; up = up.parent) {
            if (up.element.text().length() > MAX_BOX) {
                break;
            }
            box = up;
        }
        return box;
    }

    private int signs(ScannedPage page, Block last, int from, int to) {
        boolean account = false;
        boolean price = false;
        boolean broken = isBroken(last);
        for (int i = last.order + 1; i < to; i++) {
            Block b = page.blocks().get(i);
            account |= i >= from && (leads(b.link, login) || leads(b.lastLink, login));
            price |= i >= from && Prices.areIn(LowerCase.of(b.text));
            broken |= i < from && isBroken(b);
        }
        int veils = veils(page, last, to);
        return (account ? 1 : 0) + (price ? 1 : 0) + (broken ? 1 : 0) + veils;
    }

    private static boolean isBroken(Block b) {
        return b.text.endsWith("…") || b.text.endsWith("...");
    }

    /** What the classes around the end of the text say: 2 of what is unreadable, 1 of a veil, otherwise 0. */
    private int veils(ScannedPage page, Block last, int to) {
        int found = 0;
        Region outer = last.region;
        for (int i = 0; i < OUTER && outer != null; i++, outer = outer.parent) {
            found = Math.max(found, isNamed(outer, fade) ? 1 : 0);
        }
        for (Region r : page.regions()) {
            if (r.from > last.order && r.from <= to) {
                found = Math.max(found, isNamed(r, blur) ? 2 : isNamed(r, fade) ? 1 : 0);
            }
        }
        return found;
    }

    private static boolean isNamed(Region region, Map<Character, List<String>> words) {
        String names = region.element.className();
        return !names.isEmpty() && hasPart(LowerCase.of(names), words);
    }

    /** Whether a part of the path that {@code link} leads to begins with one of the words. */
    private static boolean leads(@Nullable Element link, Map<Character, List<String>> words) {
        if (link == null) {
            return false;
        }
        String address = LowerCase.of(link.attr("href"));
        int scheme = address.indexOf("//");
        int path = scheme < 0 ? 0 : Math.max(0, address.indexOf('/', scheme + 2));
        int end = address.length();
        for (int i = path; i < end; i++) {
            if (address.charAt(i) == '?' || address.charAt(i) == '#') {
                end = i;
            }
        }
        return hasPart(address.substring(path, end), words);
    }

    /** Whether a part of {@code text} between marks begins with one of the words. */
    private static boolean hasPart(String text, Map<Character, List<String>> words) {
        for (int at = 0; at < text.length(); at++) {
            if (at > 0 && Character.isLetterOrDigit(text.charAt(at - 1))) {
                continue;
            }
            for (String word : words.getOrDefault(text.charAt(at), List.of())) {
                if (isAt(text, at, word)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isAt(String text, int at, String word) {
        boolean whole = word.endsWith("!");
        int end = at + word.length() - (whole ? 1 : 0);
        return text.regionMatches(at, word, 0, end - at)
                && (!whole || end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
    }
}
