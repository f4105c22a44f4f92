package io.copydesk.lab.chaos;

/** A state that a campaign must reach: one that never did has tested less than its name says. */
public enum RareState {
    BROKER_KILLED_WHEN_PREPARED("the broker was killed between a decision and its markers"),
    SERVICE_KILLED_IN_TRANSACTION("a service was killed between produce and commit"),
    KILLED_DURING_TOPIC_CREATION("all were killed while topics were created"),
    KILLED_DURING_RESTORE("a service was killed while it restored its state"),
    KILLED_DURING_REBALANCE("a service was killed while its group rebalanced"),
    ALL_KILLED("broker and services were killed together"),
    BROKER_KILLED("the broker was killed alone"),
    SERVICE_KILLED("a service was killed alone"),
    STATE_LOST("a service started without its state folder"),
    CHANGELOG_END_READ("the end of a changelog told a start what had changed since the decider's file was written"),
    TWIN_FENCED("a paused instance came back and was fenced"),
    CUT_OFF("services were cut off from the broker and reached it again"),
    ROLLED("all were stopped and started one after the other"),
    VERSIONS_MIXED("instances of two versions shared the work, and each took over from the other");

    private final String text;

    RareState(String text) {
        this.text = text;
    }

    /** What happened, as a sentence without its full stop. */
    public String text() {
        return text;
    }
}
