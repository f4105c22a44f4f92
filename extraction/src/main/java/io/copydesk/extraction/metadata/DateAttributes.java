package io.copydesk.extraction.metadata;

import io.copydesk.extraction.dom.PageTree;
import io.copydesk.extraction.dom.Tag;
import io.copydesk.schemas.LowerCase;
import java.util.List;
import java.util.Set;

/** What the attributes of an element say about a date: as microdata, as RDFa, or for scripts. Stateless and thread-safe. */
final class DateAttributes {

    private static final int MAX_VALUE = 60;

    /** Properties of RDFa that mean the day of publication, with their usual prefixes. */
    private static final Set<String> PROPERTIES = Set.of(
            "datepublished",
            "schema:datepublished",
            "schema:datecreated",
            "dc:date",
            "dc:created",
            "dc:issued",
            "dcterms:created",
            "dcterms:date",
            "dcterms:issued");

    /** Attributes that scripts write the day of publication from. */
    private static final List<String> FOR_SCRIPTS = List.of(
            "data-date",
            "data-time",
            "data-datetime",
            "data-timestamp",
            "data-pubdate",
            "data-published",
            "data-date-published",
            "data-publish-date",
            "data-published-date",
            "data-publication-date");

    private DateAttributes() {}

    /** Whether element {@code i} is declared the day of publication. */
    static boolean arePublication(PageTree tree, int i, String itemprop) {
        return itemprop.contains("datePublished") || tree.has(i, PageTree.PUBDATE) || isProperty(tree, i);
    }

    private static boolean isProperty(PageTree tree, int i) {
        String property = tree.has(i, PageTree.OTHERS) && tree.tag(i) != Tag.A ? tree.attr(i, "property") : "";
        if (property.isEmpty()) {
            return false;
        }
        for (String one : LowerCase.of(property).split("\\s+")) {
            if (PROPERTIES.contains(one)) {
                return true;
            }
        }
        return false;
    }

    /** The value of an attribute that is called a date and is for scripts; empty when element {@code i} has none. */
    static String forScripts(PageTree tree, int i) {
        for (String name : FOR_SCRIPTS) {
            String value = tree.attr(i, name);
            if (!value.isEmpty() && value.length() <= MAX_VALUE) {
                return value;
            }
        }
        return "";
    }
}
