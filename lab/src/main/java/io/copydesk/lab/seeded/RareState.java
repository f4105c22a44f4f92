package io.copydesk.lab.seeded;

import java.util.Locale;

/** States that a campaign must reach at least once: what it never reached, it did not test. */
public enum RareState {
    CRASH_BETWEEN_OUTPUT_AND_COMMIT("a process crashed with outputs that were not committed"),
    CRASH_WITHOUT_OUTPUT("a process crashed with consumed records that gave no output"),
    CRASH_AFTER_COMMIT("a process crashed right after a commit"),
    CRASH_BEFORE_FIRST_COMMIT("a process crashed with work done and no commit of any of its tasks yet"),
    CRASH_DURING_RESTORE("a task was lost while its stores were restored"),
    TWO_CRASHES_IN_A_ROW("a process crashed, and again before it processed a record"),
    ALL_PROCESSES_CRASHED("all processes of both services crashed at once"),
    ABORT_OF_SEVERAL_TASKS("an aborted transaction held work of several tasks"),
    COMMIT_OF_SEVERAL_TASKS("a committed transaction held work of several tasks"),
    COMMIT_OF_MANY_RECORDS("a transaction of ten inputs or more was committed"),
    RESTORE_OF_EMPTY_STORES("a task restarted with nothing in its changelogs"),
    RESTORE_OF_DECIDER("the decider was rebuilt from stored sketches"),
    RESTORE_FROM_SNAPSHOT("the decider was read from the file of an earlier time and brought up to date"),
    RESTORE_FROM_CHANGELOG_END("the end of the changelog told what had changed since the decider's file was written"),
    RESTORE_WITH_ABORTED_RECORDS("a store was restored from a changelog with aborted records"),
    RESTORE_WAITED_FOR_TRANSACTION("a restore waited for the open transaction of a stalled process"),
    TASK_MIGRATED("a rebalance moved a task to another process, without a crash"),
    STALLED_PROCESS_FENCED("a stalled process went on and its commit was refused"),
    TRANSACTION_TIMED_OUT("the transaction of a stalled process was aborted by its timeout"),
    READER_HELD_BY_OPEN_TRANSACTION("a reader had to wait at a record of an open transaction"),
    READER_SKIPPED_ABORTED_RECORDS("a reader passed over aborted records"),
    TRANSACTIONS_INTERLEAVED("records of two transactions alternated in one partition"),
    ARTICLE_PENDING_AT_ASSIGNMENT("a decision was assembled while later articles of its partition waited"),
    RECORD_TIME_RAN_BACKWARDS("a record was older than the one before it in its partition"),
    REDELIVERED_FIRST_VERSION("the first version of an article was processed again after a crash"),
    REDELIVERED_LATER_VERSION("a later version of an article was processed again after a crash"),
    REDELIVERED_OLD_CAPTURE("an old capture, which numbers later versions again, was processed again after a crash"),
    REDELIVERED_WITHDRAWAL("an article was withdrawn again after a crash"),
    REDELIVERED_UNCHANGED("an unchanged page was processed again after a crash"),
    REDELIVERED_DUPLICATE("an input that was already there was processed again after a crash"),
    REDELIVERED_DEAD_LETTER("a page that becomes a dead letter was processed again after a crash"),
    REDELIVERED_CORRECTION("learned boilerplate corrected other articles again after a crash"),
    REDELIVERED_PUBLISHED_ARTICLE("an article that had been written came back from its topic again after a crash"),
    REDELIVERED_REVISION("a revision was produced again after a crash"),
    REDELIVERED_SKETCH("a sketch was decided on again after a crash"),
    REDELIVERED_ASSIGNMENT("a decision was assembled again after a crash"),
    REDELIVERED_COPY("a duplicate was found again after a crash"),
    REDELIVERED_RETRACTION("a duplicate was retracted again after a crash"),
    REDELIVERED_MERGE("two stories merged again after a crash");

    private final String description;

    RareState(String description) {
        this.description = description;
    }

    /** The name on the command line, such as {@code crash-after-commit}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** One sentence for people. */
    public String description() {
        return description;
    }
}
