package io.copydesk.ingest.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Which namespace a prefix stands for at some place of a document.
 *
 * @param outer the scope around it, {@code null} for the outermost
 * @param prefix the prefix that this one binds; empty for the default namespace
 * @param space the short name of the namespace it is bound to
 * @param size how many bindings there are
 */
record Scope(Scope outer, String prefix, String space, int size) {

    static final Scope OUTERMOST = new Scope(null, "", "", 1);

    /** Elements that only stand at the top: what their own tag says of namespaces is meant for all. */
    private static final Set<String> ROOTS = Set.of("rss", "rdf", "feed", "channel", "urlset", "sitemapindex");

    /** More than these are not kept: looking a prefix up takes time. */
    private static final int MAX_SIZE = 200;

    /**
     * The scope within an element.
     *
     * @param prefix the element's own
     * @param local its name; a root element's namespace need not be known
     */
    Scope with(List<String> attributes, String prefix, String local) {
        Scope scope = this;
        boolean declared = false;
        for (int i = 0; i < attributes.size(); i += 2) {
            String name = attributes.get(i);
            if (name.equals("xmlns") || name.startsWith("xmlns:")) {
                String bound = name.equals("xmlns") ? "" : name.substring(6);
                declared |= bound.equals(prefix);
                scope = scope.bind(bound, meant(bound, attributes.get(i + 1), local));
            }
        }
        boolean nameless = !declared && !prefix.isEmpty() && ROOTS.contains(local);
        return nameless && scope.space(prefix).equals(Namespaces.UNKNOWN) ? scope.bind(prefix, "") : scope;
    }

    private Scope bind(String bound, String space) {
        return size < MAX_SIZE ? new Scope(this, bound, space, size + 1) : this;
    }

    private static String meant(String prefix, String address, String local) {
        String known = address.isBlank() ? "" : Namespaces.ofAddress(address);
        if (!prefix.isEmpty()) {
            return known != null ? known : Namespaces.ofPrefix(prefix);
        }
        if (ROOTS.contains(local) && (known == null || known.equals("atom") && !local.equals("feed"))) {
            return ""; // RSS under the name of Atom, or of its publisher's own
        }
        return known != null ? known : Namespaces.UNKNOWN;
    }

    /** The short name of the namespace that a prefix stands for here. */
    String space(String wanted) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            if (scope.prefix.equals(wanted)) {
                return scope.space;
            }
        }
        return Namespaces.ofPrefix(wanted);
    }

    /** The attributes with the short names of namespaces as prefixes. */
    List<String> resolved(List<String> attributes) {
        List<String> resolved = attributes;
        for (int i = 0; i < attributes.size(); i += 2) {
            String name = attributes.get(i);
            int colon = name.indexOf(':');
            if (colon > 0 && !name.startsWith("xml")) {
                String space = space(name.substring(0, colon));
                resolved = resolved == attributes ? new ArrayList<>(attributes) : resolved;
                resolved.set(i, space.isEmpty() ? name.substring(colon + 1) : space + name.substring(colon));
            }
        }
        return resolved;
    }
}
