package io.copydesk.standalone.command;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "remove",
        description = "Remove rules that were added. What they told is remembered, should they be added again.")
final class AlertsRemoveCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", arity = "1..*", description = "Name as alerts list shows it.")
    private List<String> names;

    @Mixin
    private KafkaOptions kafka;

    private final Console console;

    AlertsRemoveCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        return AlertsCommand.on(kafka, rules -> {
            rules.remove(names);
            names.forEach(name -> console.out().println(name));
            return 0;
        });
    }
}
