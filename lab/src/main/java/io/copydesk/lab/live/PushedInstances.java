package io.copydesk.lab.live;

import io.copydesk.lab.loopback.PushedWeb;
import io.copydesk.lab.loopback.PushedWeb.Item;
import io.copydesk.lab.loopback.PushingHub;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Two instances of frontier, one of fetch and one of clean, all processes, watch sites whose hub delivers to both instances in turns; one process
 * after the other is killed (SIGKILL) and started again at once. The broker is in this process, and so are a subscriber of {@code articles}, the
 * sites and the hub. For one thread.
 */
public final class PushedInstances implements AutoCloseable {

    private static final List<String> PROCESSES = List.of("frontier-1", "frontier-2", "fetch", "clean");
    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration SETTLE = Duration.ofMinutes(4);

    /** After a start, until the instances share the work again. */
    private static final long RECOVERY_NANOS = Duration.ofSeconds(20).toNanos();

    private final PushPlan plan;
    private final Consumer<String> progress;
    private final Random random;
    private final List<Integer> ports;
    private final PushedWeb web;
    private final RoleProcesses processes;
    private final ArrivedArticles articles;
    private final List<Item> items = new ArrayList<>();
    private final List<Long> kills = new ArrayList<>();

    private PushedInstances(PushPlan plan, Consumer<String> progress) throws IOException, InterruptedException {
        this.plan = plan;
        this.progress = progress;
        this.random = new Random(plan.seed());
        this.ports = List.of(freePort(), freePort());
        PushingHub hub =
                new PushingHub(ports, plan.dropOneIn(), Duration.ofDays(1).toSeconds(), Clock.systemUTC());
        this.web = PushedWeb.open(plan.sites(), hub, Clock.systemUTC());
        this.processes = RoleProcesses.watching(
                plan.folder(), web.sites().stream().map(web::feedUrl).toList());
        this.articles = new ArrivedArticles(processes.clients());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /**
     * Runs the trial.
     *
     * @param progress receives one line for each event
     */
    public static PushReport of(PushPlan plan, Consumer<String> progress) throws IOException, InterruptedException {
        try (PushedInstances trial = new PushedInstances(plan, progress)) {
            return trial.run();
        }
    }

    private PushReport run() throws IOException, InterruptedException {
        web.sites().forEach(web::publish); // what the feeds hold at first, which is not counted
        for (String name : PROCESSES) {
            start(name);
        }
        processes.require("all subscriptions at the hub", START, () -> web.hub().subscriptions() == plan.sites());
        progress.accept("the hub verified " + plan.sites() + " subscriptions");
        processes.letRun(RECOVERY_NANOS / 1_000_000);
        publish();
        progress.accept("published " + items.size() + " items");
        processes.await(SETTLE, () -> items.stream().allMatch(item -> articles.at(item.url()) != null));
        return report();
    }

    private void publish() throws IOException, InterruptedException {
        long begun = System.nanoTime();
        long end = begun + plan.duration().toNanos();
        long between = plan.kills() == 0 ? Long.MAX_VALUE : plan.duration().toNanos() / (plan.kills() + 1);
        double gap = (double) plan.every().toNanos() / plan.sites();
        long next = begun;
        while (System.nanoTime() < end) {
            if (System.nanoTime() >= next) {
                items.add(web.publish(web.sites().get(random.nextInt(plan.sites()))));
                next += (long) (-gap * Math.log(1 - random.nextDouble()));
            }
            if (kills.size() < plan.kills() && System.nanoTime() - begun >= between * (kills.size() + 1)) {
                kill(PROCESSES.get(kills.size() % PROCESSES.size()));
            }
            processes.letRun(Math.max(0, (next - System.nanoTime()) / 1_000_000));
        }
    }

    private void kill(String name) throws IOException, InterruptedException {
        processes.kill(name);
        kills.add(System.nanoTime());
        start(name);
        progress.accept("killed " + name + ", " + kills.size() + " of " + plan.kills() + " times; " + items.size()
                + " items, " + web.hub().delivered() + " messages delivered");
    }

    private void start(String name) throws IOException {
        processes.start(name, settings(name.equals("frontier-2") ? ports.get(1) : ports.get(0)));
    }

    /** Polls of minutes in place of hours; the pause of hosts as usual. */
    private List<String> settings(int port) {
        return List.of(
                "frontier.callback=http://callback.example/websub/",
                "frontier.callback-bind=127.0.0.1:" + port,
                "frontier.min-poll=10s",
                "frontier.max-poll=60s",
                "frontier.backup-poll=45s",
                "frontier.start-within=2s",
                "frontier.lease=6s",
                "frontier.revisits=",
                "fetch.deadline=3s",
                "fetch.allow-loopback=true",
                "fetch.ports=" + web.port());
    }

    private PushReport report() {
        List<Duration> calm = new ArrayList<>();
        List<Duration> pushed = new ArrayList<>();
        List<Duration> others = new ArrayList<>();
        List<String> lost = new ArrayList<>();
        for (Item item : items) {
            Long at = articles.at(item.url());
            if (at == null) {
                lost.add(item.url());
                continue;
            }
            Duration delay = Duration.ofNanos(at - item.nanos());
            (item.pushed() ? pushed : others).add(delay);
            if (item.pushed() && kills.stream().noneMatch(kill -> isAffected(item.nanos() - kill))) {
                calm.add(delay);
            }
        }
        List.of(calm, pushed, others).forEach(delays -> delays.sort(null));
        return new PushReport(
                items.size(),
                web.hub().dropped(),
                web.hub().retried(),
                web.polls(),
                kills.size(),
                calm,
                pushed,
                others,
                lost);
    }

    /** Published just before a kill, or before all had recovered from it. */
    private static boolean isAffected(long sinceKill) {
        return sinceKill > -RECOVERY_NANOS / 4 && sinceKill < RECOVERY_NANOS;
    }

    @Override
    public void close() {
        articles.close();
        processes.close();
        web.close();
    }
}
