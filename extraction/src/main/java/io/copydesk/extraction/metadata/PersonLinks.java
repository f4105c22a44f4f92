package io.copydesk.extraction.metadata;

import io.copydesk.extraction.dom.PageTree;
import io.copydesk.extraction.dom.Tag;
import io.copydesk.extraction.resource.WordLists;
import io.copydesk.schemas.LowerCase;
import java.util.regex.Pattern;

/** Which links lead to the page of a person. The folders are in {@code author-words.txt}. */
final class PersonLinks {

    /** Addresses of pages about an author. */
    private static final Pattern PROFILE = Pattern.compile("/(authors?|autor(en)?)/[^/]+/?$");
    /** Addresses of pages about a person, who is an author where the link is near the headline. */
    private static final Pattern PERSON = Pattern.compile("[/-]("
            + String.join(
                    "|", WordLists.of(PersonLinks.class, "author-words.txt").get("folder")) + ")/[^/?#]+/?$");

    private PersonLinks() {}

    /** Whether element {@code i} is a link to the page of an author. */
    static boolean isToAuthor(PageTree tree, int i) {
        String href = tree.tag(i) == Tag.A ? tree.attr(i, "href") : "";
        return (href.contains("/author") || href.contains("/autor"))
                && PROFILE.matcher(href).find();
    }

    /** Whether element {@code i} is a link to the page of a person. */
    static boolean isToPerson(PageTree tree, int i) {
        String href = tree.tag(i) == Tag.A ? tree.attr(i, "href") : "";
        return href.indexOf('/') >= 0 && PERSON.matcher(LowerCase.of(href)).find();
    }

    /** Whether element {@code i} is a link, or right inside one, that leads to something else. */
    static boolean isToOther(PageTree tree, int i) {
        int link = tree.tag(i) == Tag.A ? i : tree.parent(i);
        return tree.tag(link) == Tag.A
                && !tree.attr(link, "href").isEmpty()
                && !isToAuthor(tree, link)
                && !isToPerson(tree, link);
    }
}
