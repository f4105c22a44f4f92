package io.copydesk.lab.chaos;

import java.util.Locale;

/** What is done to a deployment. */
enum Kind {
    BROKER_WHEN_PREPARED,
    SERVICES_IN_TRANSACTION,
    SERVICE_IN_RESTORE,
    SERVICE_IN_REBALANCE,
    STATE_LOST,
    TWIN_PAUSED,
    CUT,
    ROLLING_RESTART,
    KILL_BROKER,
    KILL_SERVICE,
    KILL_ALL,
    /** One of the last three, at random. */
    KILL;

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
