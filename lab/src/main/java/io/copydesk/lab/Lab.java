package io.copydesk.lab;

import io.copydesk.lab.command.BenchCommands;

/** The main class of {@code copydesk bench}. */
public final class Lab {

    private Lab() {}

    public static void main(String[] arguments) {
        System.exit(BenchCommands.run(arguments));
    }
}
