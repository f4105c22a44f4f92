package io.copydesk.standalone.command;

/** Whether this process is ending, as after Ctrl-C: what fails then fails for that reason, which nobody wants to read. */
final class ProcessEnd {

    private ProcessEnd() {}

    static boolean isUnderWay() {
        Thread probe = new Thread(() -> {}, "copydesk-probe");
        try {
            Runtime.getRuntime().addShutdownHook(probe);
            Runtime.getRuntime().removeShutdownHook(probe);
            return false;
        } catch (IllegalStateException shutdownInProgress) {
            return true;
        }
    }
}
