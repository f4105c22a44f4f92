package io.copydesk.console;

import io.copydesk.kit.Role;
import io.copydesk.kit.ServiceContext;
import java.time.Clock;
import java.util.Map;

/** The role {@code console}. */
public final class ConsoleRole {

    /** The word that selects it. */
    public static final String NAME = "console";

    private ConsoleRole() {}

    /** The role. */
    public static Role create() {
        return new Role(NAME, Map.of("console", ConsoleSettings.defaults()), ConsoleRole::service);
    }

    private static ConsoleService service(ServiceContext context) {
        return new ConsoleService(
                context.prefix(),
                context.partitions(),
                context.configuration().get(ConsoleSettings.class),
                context.kafka(),
                context.streams().stateDir(),
                Clock.systemUTC());
    }
}
