package io.copydesk.lab.command;

import io.copydesk.lab.live.FetchRate;
import io.copydesk.lab.live.ManySubscriptions;
import io.copydesk.standalone.command.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "fetch",
        description =
                "How fast one instance fetches from many invented hosts on loopback, alone and with the whole pipeline running; and"
                        + " what very many subscriptions cost in heap, on disk and at a restart.",
        footer = {"", "The heap is the JVM's: COPYDESK_JAVA_OPTIONS=-Xmx1g copydesk bench fetch"})
final class BenchFetchCommand implements Callable<Integer> {

    private static final int WARM_UP_HOSTS = 100;
    private static final int WARM_UP_ITEMS = 15;

    @Option(names = "--hosts", paramLabel = "N", defaultValue = "400", description = "Default: ${DEFAULT-VALUE}")
    private int hosts;

    @Option(
            names = "--items",
            paramLabel = "N",
            defaultValue = "25",
            description = "That each host's feed names. Default: ${DEFAULT-VALUE}")
    private int items;

    @Option(
            names = "--answer-millis",
            paramLabel = "N",
            defaultValue = "0",
            description = "That each answer takes at least. Default: ${DEFAULT-VALUE}")
    private int answerMillis;

    @Option(
            names = "--subscriptions",
            paramLabel = "N",
            defaultValue = "100000",
            description = "0 leaves this part out. Default: ${DEFAULT-VALUE}")
    private int subscriptions;

    private final Console console;

    BenchFetchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        boolean polite = true;
        if (hosts > 0) {
            console.say("warming up …");
            FetchRate.measure(WARM_UP_HOSTS, WARM_UP_ITEMS, Duration.ZERO, true);
            polite = fetch(false) & fetch(true);
        }
        if (subscriptions > 0) {
            console.say("loading " + subscriptions + " subscriptions …");
            print(ManySubscriptions.measure(subscriptions, Files.createTempDirectory("copydesk-subscriptions-")));
        }
        return polite ? 0 : 1;
    }

    private boolean fetch(boolean whole) throws IOException, InterruptedException {
        String what = whole ? "whole pipeline: " : "frontier and fetcher: ";
        console.say("fetching from " + hosts + " hosts …");
        FetchRate rate = FetchRate.measure(hosts, items, Duration.ofMillis(answerMillis), whole);
        print(what + "hosts", hosts, "%.0f");
        print(what + "requests", rate.requests(), "%.0f");
        print(what + "pages in the topic", rate.pages(), "%.0f");
        print(what + "seconds", rate.seconds(), "%.1f");
        print(what + "requests a second", rate.requests() / rate.seconds(), "%.0f");
        print(what + "pages a second", rate.pages() / rate.seconds(), "%.0f");
        print(what + "CPU a request, ms", rate.cpuMillis(), "%.2f");
        print(what + "rules broken", rate.rulesBroken(), "%.0f");
        return rate.rulesBroken() == 0;
    }

    private void print(ManySubscriptions many) {
        print("subscriptions", many.subscriptions(), "%.0f");
        print("load, s", many.loadSeconds(), "%.1f");
        print("heap before, MB", many.heapBefore() / 1e6, "%.0f");
        print("heap loaded, MB", many.heapLoaded() / 1e6, "%.0f");
        print("heap restarted, MB", many.heapRestarted() / 1e6, "%.0f");
        print("resident, MB", many.resident() / 1e6, "%.0f");
        print("local state, MB", many.state() / 1e6, "%.0f");
        print("topics, MB", many.broker() / 1e6, "%.0f");
        print("restart, s", many.restartSeconds(), "%.1f");
        print("restart without local state, s", many.restoreSeconds(), "%.1f");
    }

    private void print(String label, double value, String format) {
        console.out().println(label + "\t" + String.format(Locale.ROOT, format, value));
    }
}
