package io.copydesk.standalone;

import io.copydesk.standalone.command.Commands;

/** The command's main class. */
public final class Copydesk {

    private Copydesk() {}

    public static void main(String[] arguments) {
        System.exit(Commands.run(arguments));
    }
}
