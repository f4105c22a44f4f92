package io.copydesk.enrich.rule;

/**
 * The name of a rule and the version of its constants: consumers can tell by the label which constants made a decision.
 *
 * @param name lower case
 * @param version 1 and up; raised with each change of a constant or of the rule's code that changes a decision
 */
public record RuleVersion(String name, int version) {

    /** As published, for example {@code copy-3}. */
    public String label() {
        return name + "-" + version;
    }
}
