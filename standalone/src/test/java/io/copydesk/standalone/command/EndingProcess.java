package io.copydesk.standalone.command;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** A process in which a command fails while it ends; prints the command's exit code. */
final class EndingProcess {

    private EndingProcess() {}

    @Command(name = "failing")
    static final class Failing implements Callable<Integer> {
        private final boolean error;

        Failing(boolean error) {
            this.error = error;
        }

        @Override
        public Integer call() {
            IllegalStateException late = new IllegalStateException("Shutdown in progress");
            if (error) {
                throw new ExceptionInInitializerError(late);
            }
            throw late;
        }
    }

    static int run(boolean error) {
        return Commands.execute(new CommandLine(new Failing(error)), Console.system());
    }

    public static void main(String[] arguments) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println(run(arguments[0].equals("error")))));
        System.exit(130);
    }
}
