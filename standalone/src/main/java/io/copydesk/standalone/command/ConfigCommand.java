package io.copydesk.standalone.command;

import io.copydesk.kit.config.Setting;
import io.copydesk.schemas.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "config",
        description =
                "Print the settings in force for run and discover, and where each value comes from: a default, the"
                        + " file, the environment (COPYDESK_FETCH_CONTACT for fetch.contact) or the command line.")
final class ConfigCommand implements Callable<Integer> {

    @Option(names = "--json", description = "One line of JSON for each setting.")
    private boolean json;

    @Mixin
    private WatchOptions watch;

    private final Console console;

    ConfigCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<Setting> settings = new ArrayList<>(watch.load(console).describe());
        settings.addAll(watch.place());
        for (Setting setting : settings) {
            console.out().println(json ? Json.line(setting) : row(setting));
        }
        return 0;
    }

    private static String row(Setting setting) {
        String origin = setting.origin().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return setting.key() + "\t" + setting.value() + "\t"
                + (setting.where().isEmpty() ? origin : origin + " (" + setting.where() + ")");
    }
}
