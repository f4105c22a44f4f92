package io.copydesk.console;

import io.copydesk.kit.ServiceProcess;
import java.util.List;

/** The console as a process of its own: {@code --config FILE} and {@code --section.key VALUE}. */
public final class ConsoleMain {
    private ConsoleMain() {}

    /** Runs until asked to stop; exits with 0, 1 after a failure, 2 when misconfigured. */
    public static void main(String[] arguments) {
        System.exit(
                new ServiceProcess(List.of(ConsoleRole.create()), ConsoleRole.NAME).run(System.getenv(), arguments));
    }
}
