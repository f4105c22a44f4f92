package io.copydesk.ingest.xml;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The namespace bindings in force at one place of a document (Namespaces in XML 1.0, §6), as a linked list. Immutable.
 *
 * @param vocabulary what undeclared prefixes and known addresses mean
 * @param outer the scope around this one, {@code null} for the outermost
 * @param prefix the prefix that this scope binds; empty for the default namespace
 * @param space the short name of the namespace that it is bound to
 * @param size the number of bindings
 */
record Scope(XmlVocabulary vocabulary, @Nullable Scope outer, String prefix, String space, int size) {

    /** Bindings beyond this number are ignored: looking up a prefix takes time in proportion. */
    private static final int MAX_SIZE = 200;

    /** The scope around the document. */
    static Scope outermost(XmlVocabulary vocabulary) {
        return new Scope(vocabulary, null, "", "", 1);
    }

    /**
     * The scope within an element.
     *
     * @param prefix the element's own; where nothing declares the prefix of a root element, that is read in no namespace
     * @param local the element's name without prefix
     */
    Scope with(List<String> attributes, String prefix, String local) {
        Scope scope = this;
        boolean declared = false;
        for (int i = 0; i < attributes.size(); i += 2) {
            String name = attributes.get(i);
            String address = attributes.get(i + 1);
            if (name.equals("xmlns") || name.startsWith("xmlns:")) {
                String bound = name.equals("xmlns") ? "" : name.substring(6);
                declared |= bound.equals(prefix);
                String space = bound.isEmpty()
                        ? vocabulary.defaultSpace(address, local)
                        : vocabulary.spaceOfPrefix(bound, address);
                scope = scope.bind(bound, space);
            }
        }
        boolean nameless = !declared && !prefix.isEmpty() && vocabulary.isRoot(local);
        return nameless && scope.space(prefix).equals(Namespaces.UNKNOWN) ? scope.bind(prefix, "") : scope;
    }

    private Scope bind(String bound, String space) {
        return size < MAX_SIZE ? new Scope(vocabulary, this, bound, space, size + 1) : this;
    }

    /** The short name of the namespace that {@code wanted} is bound to here. */
    String space(String wanted) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            if (scope.prefix.equals(wanted)) {
                return scope.space;
            }
        }
        return vocabulary.spaceOfPrefix(wanted);
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
