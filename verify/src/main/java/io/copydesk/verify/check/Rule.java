package io.copydesk.verify.check;

import java.util.Locale;

/** What must hold of a run. */
public enum Rule {
    /** No transaction is open without an end in sight. */
    TRANSACTION_HELD("a partition is held open by a transaction"),
    /** The committed offsets of the services can be read. */
    OFFSET_UNSTABLE("a committed offset is not stable"),
    /** The services have processed everything; not asked while they run. */
    NOT_PROCESSED("records were not processed"),
    /** Each input has an entry in the ledger; not asked while services run. */
    INPUT_LOST("an input has no entry in the ledger"),
    /** An input is an article or a dead letter, not both, and no two are one version. */
    INPUT_TWICE("an input ended twice"),
    /** Nothing comes from an input that there was not. */
    INPUT_INVENTED("a record of an input that was not put in"),
    /** What the ledger names is in {@code articles} or {@code dead-letters}. */
    OUTPUT_MISSING("the ledger names what is not there"),
    /** What one topic says of an article is true in the others; not asked while services run. */
    TOPICS_DIFFER("two topics contradict each other"),
    /** No value is published twice in a row. */
    RECORD_TWICE("a value was published twice"),
    /** Versions of an article follow each other, and the newest is last. */
    ORDER("versions of an article are out of order"),
    /** A record is what its topic's schema says. */
    UNREADABLE("a record cannot be read"),
    /** Inputs that become dead letters are known. */
    DEAD_LETTER("a dead letter that was not expected"),
    /** The final state is that of an undisturbed run; not asked while services run. */
    STATE_DIFFERS("the final state is not that of the reference"),
    /** A subscriber that read meanwhile got the same records. */
    SUBSCRIBER_DIFFERS("a subscriber got other records than there are");

    private final String text;

    Rule(String text) {
        this.text = text;
    }

    /** The rule's name in the command's output. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What is wrong when it is broken. */
    public String text() {
        return text;
    }
}
