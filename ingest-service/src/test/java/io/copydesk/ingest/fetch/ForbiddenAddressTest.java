package io.copydesk.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.copydesk.ingest.fetch.Fetch.Kind;
import io.copydesk.ingest.fetch.FetchResult.Failed;
import io.copydesk.ingest.fetch.FetchResult.Fetched;
import io.copydesk.ingest.fetch.FetchResult.Moved;
import io.copydesk.schemas.FailureReason;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every block × spelling × way in, counted at listeners that stand where an inner service would. */
@Timeout(120)
class ForbiddenAddressTest {

    /** One address of each block. */
    private static final List<String> V4 = List.of(
            "0.0.0.0",
            "0.1.2.3",
            "10.0.0.1",
            "100.64.0.1",
            "127.0.0.1",
            "127.0.0.2",
            "127.255.255.254",
            "169.254.169.254",
            "172.16.0.1",
            "172.31.255.254",
            "192.0.0.1",
            "192.0.2.1",
            "192.88.99.1",
            "192.168.1.1",
            "198.18.0.1",
            "198.51.100.1",
            "203.0.113.1",
            "224.0.0.1",
            "240.0.0.1",
            "255.255.255.255");

    private static final List<String> V6 = List.of(
            "::",
            "::1",
            "::127.0.0.1",
            "64:ff9b:1::7f00:1",
            "100::1",
            "2001::1",
            "2001:2::1",
            "2001:10::1",
            "2001:20::1",
            "2001:db8::1",
            "2002:7f00:1::1",
            "3fff::1",
            "5f00::1",
            "fc00::1",
            "fd00::8",
            "fe80::1",
            "fec0::1",
            "ff02::1",
            "4000::1");

    private final List<RawServer> listeners = new ArrayList<>();
    private int port;

    @BeforeEach
    void listen() throws IOException {
        RawServer first = RawServer.on("127.0.0.1", 0, new Sins());
        listeners.add(first);
        port = first.port();
        for (String address : List.of("127.0.0.2", "127.255.255.254", "::1")) {
            try {
                listeners.add(RawServer.on(address, port, new Sins()));
            } catch (IOException notOnThisMachine) {
                assumeThat(address).as("an address that a machine may lack").isEqualTo("::1");
            }
        }
    }

    @AfterEach
    void close() throws IOException {
        for (RawServer listener : listeners) {
            listener.close();
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void noSpellingOfAnAddressIsConnectedTo(Kind kind) {
        try (Fetcher fetcher = fetcher(host -> {
            throw new UnknownHostException(host);
        })) {
            List<String> hosts = spellings();
            assertThat(hosts).hasSizeGreaterThan(200);
            refusesAll(fetcher, hosts, kind);
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void noAnswerOfTheResolverIsConnectedTo(Kind kind) {
        List<InetAddress> answers = answers();
        HostResolver numbered = host -> List.of(answers.get(Integer.parseInt(host.substring(1, host.indexOf('.')))));
        try (Fetcher fetcher = fetcher(numbered)) {
            List<String> hosts = new ArrayList<>();
            for (int i = 0; i < answers.size(); i++) {
                hosts.add("h" + i + ".example");
            }
            refusesAll(fetcher, hosts, kind);
        }
    }

    @Test
    void aRedirectToAForbiddenAddressIsRefusedAtItsOwnFetch() throws IOException {
        for (String host : spellings()) {
            String answer = "HTTP/1.1 302 Found\r\nLocation: http://" + host + ":" + port + "/\r\n";
            try (RawServer site = RawServer.onLoopback(to -> to.respond(answer.strip(), new byte[0]));
                    Fetcher outside = Fetcher.create(
                            Fetching.settings(Duration.ofSeconds(10), List.of(site.port())),
                            Fetching.loopback(),
                            Clock.systemUTC());
                    Fetcher fetcher = fetcher(Fetching.loopback())) {
                FetchResult first =
                        Fetching.await(outside.fetch(Fetch.of("http://site.example:" + site.port() + "/", Kind.PAGE)));
                if (first instanceof Moved moved) {
                    assertThat(Fetching.await(fetcher.fetch(Fetch.of(moved.location(), Kind.PAGE))))
                            .isInstanceOf(Failed.class);
                } else {
                    assertThat(((Failed) first).reason()).isEqualTo(FailureReason.BAD_REDIRECT);
                }
            }
        }
        assertNobodyCame();
    }

    @Test
    void anAnswerThatChangesBetweenCheckAndConnectionChangesNothing() {
        AtomicInteger asked = new AtomicInteger();
        // First a public address that is unreachable from here, then, for a second look-up, ours.
        HostResolver rebinding =
                host -> List.of(Fetching.address(asked.getAndIncrement() % 2 == 0 ? "240.0.0.1" : "127.0.0.1"));
        try (Fetcher fetcher = fetcher(rebinding)) {
            for (int i = 0; i < 20; i++) {
                Failed failed = (Failed) Fetching.await(
                        fetcher.fetch(Fetch.of("http://rebinding.example:" + port + "/fine", Kind.PAGE)));
                assertThat(failed.reason()).isEqualTo(FailureReason.FORBIDDEN_ADDRESS);
            }
        }
        assertThat(asked).hasValue(20);
        assertNobodyCame();
    }

    @Test
    void theResolverIsAskedOnceAndTheConnectionGoesWhereItSaid() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HostResolver rebinding =
                host -> List.of(Fetching.address(asked.getAndIncrement() == 0 ? "127.0.0.3" : "127.0.0.1"));
        FetchSettings settings = Fetching.settings(Duration.ofSeconds(10), List.of(port));
        try (RawServer checked = RawServer.on("127.0.0.3", port, new Sins());
                Fetcher fetcher = Fetcher.create(settings, rebinding, Clock.systemUTC())) {
            FetchResult result =
                    Fetching.await(fetcher.fetch(Fetch.of("http://rebinding.example:" + port + "/fine", Kind.PAGE)));

            assertThat(result).isInstanceOf(Fetched.class);
            assertThat(asked).hasValue(1);
            assertThat(checked.accepted()).isEqualTo(1);
        }
        assertNobodyCame();
    }

    @Test
    void ofMixedAddressesOnlyThePublicOnesAreTried() throws IOException {
        HostResolver mixed = host ->
                List.of(Fetching.address("10.0.0.1"), Fetching.address("0.0.0.0"), Fetching.address("127.0.0.4"));
        FetchSettings loopbackAllowed = Fetching.settings(Duration.ofSeconds(10), List.of(port));
        try (RawServer allowed = RawServer.on("127.0.0.4", port, new Sins());
                Fetcher fetcher = Fetcher.create(loopbackAllowed, mixed, Clock.systemUTC())) {
            assertThat(Fetching.await(fetcher.fetch(Fetch.of("http://mixed.example:" + port + "/fine", Kind.PAGE))))
                    .isInstanceOf(Fetched.class);
            assertThat(allowed.accepted()).isEqualTo(1);
        }
        assertNobodyCame();
    }

    /** As it would run on the web, but for the port. */
    private Fetcher fetcher(HostResolver resolver) {
        FetchSettings d = Fetching.settings(Duration.ofSeconds(10), List.of(port));
        return Fetcher.create(
                new FetchSettings(
                        d.product(),
                        d.contact(),
                        d.deadline(),
                        d.connectTimeout(),
                        d.maxPage(),
                        d.maxFeed(),
                        d.maxSitemap(),
                        d.maxRobots(),
                        List.of(port, 80, 443),
                        false,
                        d.maxConnections(),
                        d.resolverThreads()),
                resolver,
                Clock.systemUTC());
    }

    private void refusesAll(Fetcher fetcher, List<String> hosts, Kind kind) {
        for (String scheme : List.of("http", "https")) {
            List<CompletableFuture<FetchResult>> results = hosts.stream()
                    .map(host -> fetcher.fetch(Fetch.of(scheme + "://" + host + ":" + port + "/fine", kind)))
                    .toList();
            for (int i = 0; i < hosts.size(); i++) {
                assertThat(Fetching.await(results.get(i)))
                        .as(hosts.get(i))
                        .isInstanceOfSatisfying(
                                Failed.class,
                                failed -> assertThat(failed.reason())
                                        .isIn(FailureReason.FORBIDDEN_ADDRESS, FailureReason.BAD_URL));
            }
        }
        assertNobodyCame();
    }

    private void assertNobodyCame() {
        assertThat(listeners).extracting(RawServer::accepted).containsOnly(0);
    }

    private static List<InetAddress> answers() {
        List<InetAddress> answers = new ArrayList<>();
        for (String v4 : V4) {
            byte[] bytes = Fetching.address(v4).getAddress();
            answers.add(Fetching.address(v4));
            answers.add(v6(new byte[16], bytes, true));
            answers.add(v6(Fetching.address("64:ff9b::").getAddress(), bytes, false));
            answers.add(v6(Fetching.address("::").getAddress(), bytes, false));
            byte[] sixToFour = Fetching.address("2002::1").getAddress();
            System.arraycopy(bytes, 0, sixToFour, 2, 4);
            answers.add(v6(sixToFour, null, false));
        }
        V6.forEach(v6 -> answers.add(Fetching.address(v6)));
        return answers;
    }

    /** An {@link Inet6Address} even where the JDK would make IPv4 of it. */
    private static InetAddress v6(byte[] prefix, byte[] v4, boolean mapped) {
        byte[] bytes = prefix.clone();
        if (mapped) {
            bytes = new byte[16];
            bytes[10] = -1;
            bytes[11] = -1;
        }
        if (v4 != null) {
            System.arraycopy(v4, 0, bytes, 12, 4);
        }
        try {
            return Inet6Address.getByAddress("host.example", bytes, -1);
        } catch (UnknownHostException wrongLength) {
            throw new IllegalArgumentException(wrongLength);
        }
    }

    /** Decimal, octal, hexadecimal, short, in one number, in full-width digits, escaped, and inside IPv6. */
    private static List<String> spellings() {
        List<String> hosts = new ArrayList<>();
        for (String v4 : V4) {
            byte[] b = Fetching.address(v4).getAddress();
            int[] n = {b[0] & 255, b[1] & 255, b[2] & 255, b[3] & 255};
            long all = (long) n[0] << 24 | n[1] << 16 | n[2] << 8 | n[3];
            hosts.add(v4);
            hosts.add(v4 + ".");
            hosts.add(Long.toString(all));
            hosts.add("0" + Long.toOctalString(all));
            hosts.add("0x" + Long.toHexString(all));
            hosts.add(n[0] + "." + (all & 0xffffff));
            hosts.add(n[0] + "." + n[1] + "." + (all & 0xffff));
            hosts.add(String.format("0%o.0x%x.0%o.%d", n[0], n[1], n[2], n[3]));
            hosts.add("user:word@" + v4);
            hosts.add("public.example@" + v4);
            hosts.add(v4.replace("1", "\uff11").replace(".", "\u3002"));
            hosts.add(v4.replace("1", "%31"));
            hosts.add("[::ffff:" + v4 + "]");
            hosts.add(String.format("[::ffff:%x:%x]", n[0] << 8 | n[1], n[2] << 8 | n[3]));
            hosts.add("[64:ff9b::" + v4 + "]");
            hosts.add("[::" + v4 + "]");
            hosts.add(String.format("[2002:%x:%x::]", n[0] << 8 | n[1], n[2] << 8 | n[3]));
        }
        for (String v6 : V6) {
            hosts.add("[" + v6 + "]");
            hosts.add("[" + v6.toUpperCase(Locale.ROOT) + "]");
            hosts.add("[" + v6 + "%25eth0]");
            hosts.add("[" + v6 + "%1]");
        }
        hosts.add("[0:0:0:0:0:0:0:1]");
        hosts.add("[0000:0000:0000:0000:0000:0000:0000:0001]");
        return hosts;
    }
}
