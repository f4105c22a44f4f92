package io.copydesk.lab.command;

import io.copydesk.ingest.frontier.FrontierSettings;
import io.copydesk.lab.simulation.WithdrawalsBench;
import io.copydesk.standalone.command.Console;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "withdrawals",
        description =
                "Publish a month of pages on invented sites of which most fail at times (404 for hours or at random, redirects to the front"
                        + " page, no answer), withdraw some of the pages, run the frontier over them under a virtual clock, and count what"
                        + " it tells. Exit code 1 when a withdrawal is missed or told falsely.")
final class BenchWithdrawalsCommand implements Callable<Integer> {

    @Mixin
    private PressOptions press;

    private final Console console;

    BenchWithdrawalsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        press.check();
        WithdrawalsBench found = WithdrawalsBench.run(
                FrontierSettings.defaults(), press.seed, press.sites, press.pages, press.progress(console));
        line("pages", found.pages());
        line("of sites that fail at times", found.faulty());
        line("withdrawn", found.withdrawn());
        line("told", found.told());
        line("told falsely", found.falselyTold() + (found.faults().isEmpty() ? "" : " " + found.faults()));
        line(
                "hours until told, median",
                found.hours().isPresent()
                        ? String.format(Locale.ROOT, "%.1f", found.hours().getAsDouble())
                        : "-");
        line("returned", found.returned());
        line("returns seen", found.returnsSeen());
        line("fetches a page", String.format(Locale.ROOT, "%.3f", found.fetches()));
        line("seed", press.seed);
        return found.told() == found.withdrawn() && found.falselyTold() == 0 ? 0 : 1;
    }

    private void line(String name, Object value) {
        console.out().println(name + "\t" + value);
    }
}
