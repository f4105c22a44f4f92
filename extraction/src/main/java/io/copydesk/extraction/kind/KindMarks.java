package io.copydesk.extraction.kind;

import io.copydesk.extraction.dom.PageTree;
import io.copydesk.extraction.dom.Tag;
import io.copydesk.schemas.LowerCase;
import java.util.Set;

/** What the links, fields and headings of a page and the class of its body show of its kind, counted in one pass over its nodes. */
final class KindMarks {

    private static final KindWords LINKS = KindWords.of("link");
    private static final KindWords TYPES = KindWords.of("type");
    private static final KindWords BODIES = KindWords.of("body");
    private static final Set<String> BUTTON = Set.of("btn", "button", "cta");

    /** Characters of an address that are read at most. */
    private static final int MAX_ADDRESS = 300;
    /** Links that are read at most. */
    private static final int MAX_LINKS = 5000;

    /** Links whose address has a word of each group. */
    final int[] linked = new int[KindWords.GROUPS.size()];

    /** One bit for each group of which the class of the body has a word. */
    final int body;

    /** Links that are read. */
    int links;
    /** Links within the page. */
    int anchors;
    /** Links to telephone numbers and mail addresses. */
    int contacts;
    /** Links that look like buttons. */
    int buttons;
    /** Fields for an address of mail or a telephone number. */
    int contactFields;
    /** Fields for numbers and choices. */
    int choiceFields;

    int searchFields;
    /** Elements with a type of microdata, and one bit for each group of which one of those has a word. */
    int types;

    int typeGroups;

    private KindMarks(PageTree tree) {
        body = tree.size() == 0 ? 0 : BODIES.groups(tree.name(tree.classes(tree.body())));
        byte[] looks = new byte[tree.names()];
        for (int i = 0; i < tree.size(); i++) {
            if (tree.isText(i)) {
                continue;
            }
            if (tree.has(i, PageTree.OTHERS)) {
                type(tree.attr(i, "itemtype"));
            }
            if (tree.tag(i) == Tag.A) {
                link(tree.attr(i, "href"));
                buttons += isButton(tree, tree.classes(i), looks) ? 1 : 0;
            } else if (tree.tag(i) == Tag.INPUT) {
                field(LowerCase.of(tree.attr(i, "type")));
            }
        }
    }

    static KindMarks of(PageTree tree) {
        return new KindMarks(tree);
    }

    private void type(String type) {
        if (!type.isEmpty()) {
            types++;
            typeGroups |= TYPES.groups(LowerCase.of(type.substring(type.lastIndexOf('/') + 1)));
        }
    }

    private void link(String address) {
        if (address.isEmpty() || links == MAX_LINKS) {
            return;
        }
        links++;
        if (address.charAt(0) == '#') {
            anchors++;
        } else if (address.startsWith("tel:") || address.startsWith("mailto:")) {
            contacts++;
        } else {
            int groups = LINKS.groups(path(address));
            for (int g = 0; groups != 0; g++, groups >>>= 1) {
                linked[g] += groups & 1;
            }
        }
    }

    /** An address without its host. */
    private static String path(String address) {
        int host = address.indexOf("//");
        int from = host >= 0 && host < 8 ? Math.max(host + 2, address.indexOf('/', host + 2)) : 0;
        return address.substring(from, Math.min(address.length(), from + MAX_ADDRESS));
    }

    private static boolean isButton(PageTree tree, int name, byte[] looks) {
        if (name == 0) {
            return false;
        }
        if (looks[name] == 0) {
            looks[name] = (byte) (hasWord(LowerCase.of(tree.name(name))) ? 1 : 2);
        }
        return looks[name] == 1;
    }

    private static boolean hasWord(String classes) {
        for (String word : classes.split("[^a-z]+")) {
            if (BUTTON.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private void field(String type) {
        switch (type) {
            case "email", "tel" -> contactFields++;
            case "number", "radio", "checkbox", "range" -> choiceFields++;
            case "search" -> searchFields++;
            default -> {}
        }
    }
}
