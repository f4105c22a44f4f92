package io.copydesk.ingest.feed;

import io.copydesk.ingest.xml.Namespace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What feed formats in XML declare about their elements. All names are in lower case and without prefix. Immutable.
 *
 * @param namespaces the formats' own
 * @param roots root elements, each with the short name of its namespace
 * @param names the elements in each role
 */
record FeedMarkup(List<Namespace> namespaces, Map<String, String> roots, Map<Role, Set<String>> names) {

    /** What decides where an element without an end tag ends. */
    enum Role {
        /** One item. */
        ITEM,
        /** Text only. */
        VALUE,
        /** Text or HTML, and so perhaps a title, a link and a summary that are not the feed's. */
        PROSE,
        /** No element of HTML: ends prose. */
        AFTER_PROSE,
        /** Has children, none of which is an item. */
        GROUP,
        /** Names a person, as text or with children. */
        PERSON,
        /** No element, but the short name of an extension namespace whose elements are mixed with the format's own. */
        MODULE
    }

    FeedMarkup {
        namespaces = List.copyOf(namespaces);
        roots = Map.copyOf(roots);
        names = Map.copyOf(names);
    }

    /** A format with one namespace, in which its root elements are. */
    static FeedMarkup of(Namespace namespace, String... roots) {
        Map<String, String> spaces = new HashMap<>();
        for (String root : roots) {
            spaces.put(root, namespace.name());
        }
        return new FeedMarkup(List.of(namespace), spaces, Map.of());
    }

    /** The same with further names in a role. */
    FeedMarkup with(Role role, String... further) {
        return union(List.of(this, new FeedMarkup(List.of(), Map.of(), Map.of(role, Set.of(further)))));
    }

    /** What all {@code parts} declare together. */
    static FeedMarkup union(Collection<FeedMarkup> parts) {
        List<Namespace> namespaces = new ArrayList<>();
        Map<String, String> roots = new HashMap<>();
        Map<Role, Set<String>> names = new EnumMap<>(Role.class);
        for (FeedMarkup part : parts) {
            namespaces.addAll(part.namespaces);
            roots.putAll(part.roots);
            part.names.forEach((role, more) ->
                    names.computeIfAbsent(role, unused -> new HashSet<>()).addAll(more));
        }
        names.replaceAll((role, all) -> Set.copyOf(all));
        return new FeedMarkup(namespaces, roots, names);
    }

    /** The names in a role. */
    Set<String> all(Role role) {
        return names.getOrDefault(role, Set.of());
    }

    /** Whether {@code name} has one of these roles. */
    boolean is(String name, Role... roles) {
        for (Role role : roles) {
            if (all(role).contains(name)) {
                return true;
            }
        }
        return false;
    }
}
