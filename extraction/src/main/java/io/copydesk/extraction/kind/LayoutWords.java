package io.copydesk.extraction.kind;

import io.copydesk.extraction.dom.PageTree;
import io.copydesk.extraction.dom.Tag;
import io.copydesk.extraction.metadata.PageElements;
import java.util.Arrays;
import java.util.List;
import org.jsoup.nodes.Element;

/**
 * The words by which the author of a page named its parts, none of which its readers see: words of class attributes and ids, of the addresses of the
 * page and of its links, of fields, of the class of the body, and names and types in its head. Each counts once, as a hash of its place and its
 * letters. Pages in all languages share them. Not thread-safe.
 */
final class LayoutWords {

    /** Where a word stands. */
    private enum Place {
        NAME,
        BODY,
        LINK,
        ADDRESS,
        FIELD,
        HEAD,
        TYPE
    }

    /** Words of a page at most; further ones are passed over. */
    private static final int MOST = 1 << 14;
    /** Characters of a value that are read at most. */
    private static final int MAX_VALUE = 300;
    /** Letters of a word. */
    private static final int SHORTEST = 2;

    private static final int LONGEST = 24;

    /** Places that are looked at for a word; one that finds none is passed over, as a page may be made so that all its words begin at one place. */
    private static final int PLACES = 128;

    private int[] table = new int[1 << 10];
    private int size;

    private LayoutWords() {}

    /** The hashes of the words of a page, in no order. */
    static int[] of(PageElements elements, List<String> types, String address) {
        LayoutWords words = new LayoutWords();
        words.tree(elements.tree());
        words.head(elements);
        types.forEach(type -> words.add(Place.TYPE, type));
        words.add(Place.ADDRESS, path(address));
        return words.found();
    }

    private void tree(PageTree tree) {
        for (int name = 1; name < tree.names(); name++) {
            add(Place.NAME, tree.name(name));
        }
        add(Place.BODY, tree.name(tree.classes(tree.body())));
        for (int i = 0; i < tree.size(); i++) {
            if (tree.isText(i) || !tree.has(i, PageTree.OTHERS)) {
                continue;
            }
            Tag tag = tree.tag(i);
            if (tag == Tag.A) {
                add(Place.LINK, path(tree.attr(i, "href")));
            } else if (tag == Tag.INPUT || tag == Tag.SELECT || tag == Tag.TEXTAREA) {
                add(Place.FIELD, tree.attr(i, "name"));
                add(Place.FIELD, tree.attr(i, "type"));
            }
        }
    }

    private void head(PageElements elements) {
        for (Element tag : elements.metas()) {
            String property = tag.attr("property");
            String name = property.isEmpty() ? tag.attr("name") : property;
            add(Place.HEAD, name);
            if (name.equals("og:type") || name.equals("generator")) {
                add(Place.TYPE, tag.attr("content"));
            }
        }
        for (Element link : elements.links()) {
            add(Place.HEAD, link.attr("rel"));
            add(Place.HEAD, link.attr("type"));
        }
    }

    /** An address without its host, if it has one. */
    private static String path(String address) {
        int host = address.indexOf("//");
        int path = host < 0 ? 0 : address.indexOf('/', host + 2);
        return path < 0 ? "" : address.substring(path);
    }

    /** Adds the words of {@code text}, cut at marks, digits and humps. */
    private void add(Place place, String text) {
        int end = Math.min(text.length(), MAX_VALUE);
        int letters = 0;
        int hash = 0;
        boolean lower = false;
        for (int i = 0; i <= end; i++) {
            char c = i < end ? text.charAt(i) : ' ';
            boolean small = c >= 'a' && c <= 'z';
            boolean letter = small || c >= 'A' && c <= 'Z' || c > 0x7F && Character.isLetter(c);
            if (letters > 0 && (!letter || lower && !small && c <= 0x7F)) {
                if (letters >= SHORTEST && letters <= LONGEST) {
                    put((hash ^ (place.ordinal() + 1) * 0x9E3779B1) * 0x85EBCA6B);
                }
                letters = 0;
                hash = 0;
            }
            if (letter) {
                letters++;
                hash = 31 * hash + (small ? c : Character.toLowerCase(c));
                lower = small;
            }
        }
    }

    private void put(int hash) {
        int key = hash == 0 ? 1 : hash;
        int at = slot(table, key);
        if (size == MOST || at < 0 || table[at] == key) {
            return;
        }
        table[at] = key;
        size++;
        if (2 * size > table.length) {
            table = larger();
        }
    }

    private int[] larger() {
        int[] larger = new int[2 * table.length];
        for (int key : table) {
            int at = key == 0 ? -1 : slot(larger, key);
            if (at >= 0) {
                larger[at] = key;
            }
        }
        return larger;
    }

    /** The place of {@code key}, or the free one where it belongs; negative when there is none. */
    private static int slot(int[] table, int key) {
        int first = key ^ key >>> 16;
        for (int i = 0; i < PLACES; i++) {
            int at = first + i & table.length - 1;
            if (table[at] == 0 || table[at] == key) {
                return at;
            }
        }
        return -1;
    }

    private int[] found() {
        int[] found = new int[size];
        int n = 0;
        for (int key : table) {
            if (key != 0) {
                found[n++] = key;
            }
        }
        return Arrays.copyOf(found, n);
    }
}
