package io.copydesk.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.broker.EmbeddedBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Commands on a cluster with TLS, logins and ACLs. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class SecuredClusterIT {

    /** Half of what Kafka's clients would wait for; a refusal is told in seconds, but tests run on machines that build meanwhile. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private static final String FEED = "https://quay.example/feed.xml";

    @TempDir
    private static Path folder;

    private static EmbeddedBroker broker;
    private static int secured;

    @BeforeAll
    static void start() throws Exception {
        keytool(
                "-genkeypair",
                "-keystore",
                store("broker"),
                "-alias",
                "k",
                "-keyalg",
                "EC",
                "-dname",
                "CN=broker",
                "-ext",
                "san=ip:127.0.0.1");
        keytool("-genkeypair", "-keystore", store("other"), "-alias", "k", "-keyalg", "EC", "-dname", "CN=other");
        trust("broker");
        trust("other");
        int port = EmbeddedBroker.freePort();
        secured = EmbeddedBroker.freePort();
        broker = EmbeddedBroker.startSecured(
                folder.resolve("data"),
                port,
                secured,
                Map.of(
                        "listener.name.secured.ssl.keystore.location",
                        store("broker"),
                        "listener.name.secured.ssl.keystore.password",
                        "changeit",
                        "listener.name.secured.ssl.keystore.type",
                        "PKCS12",
                        "listener.name.secured.sasl.enabled.mechanisms",
                        "PLAIN",
                        "listener.name.secured.plain.sasl.jaas.config",
                        "org.apache.kafka.common.security.plain.PlainLoginModule required"
                                + " user_editor=\"right\" user_reader=\"right\" user_service=\"right\";",
                        "authorizer.class.name",
                        "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                        "super.users",
                        "User:ANONYMOUS"));
        permit("editor", "desk.", AclOperation.CREATE, AclOperation.READ, AclOperation.WRITE);
        permit("reader", "desk.", AclOperation.READ);
        permit("service", "open.", AclOperation.CREATE, AclOperation.READ, AclOperation.WRITE);
        permit(
                "service",
                "copydesk-open.",
                AclOperation.CREATE,
                AclOperation.READ,
                AclOperation.WRITE,
                AclOperation.DELETE);
        permit(ResourceType.GROUP, "service", "copydesk-open.", AclOperation.READ);
        permit(ResourceType.TRANSACTIONAL_ID, "service", "copydesk-open.", AclOperation.DESCRIBE, AclOperation.WRITE);
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void aUserWithPermissionAddsAndListsFeeds() throws IOException {
        assertThat(run("editor", "right", "broker", "feeds", "add", FEED).out()).isEqualTo(FEED + "\n");

        CommandLineRun list = run("editor", "right", "broker", "feeds", "list");
        assertThat(list.exitCode()).as(list.err()).isZero();
        assertThat(list.out()).contains(FEED);
        assertThat(list.err()).startsWith("connecting to 127.0.0.1:" + secured + " …");
    }

    /** The permissions are those of docs/operations.md. */
    @Test
    void servicesRunWithThePermissionsThatAreDocumented() throws IOException {
        Path text = Files.writeString(
                folder.resolve("quay.txt"), "Quay opens\n\nThe harbour office counted the boats on Monday.\n");

        CommandLineRun run =
                run("service", "right", "broker", "replay", text.toString(), "--with-services", "--prefix", "open.");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.report()).containsEntry("ledger", "balanced").containsEntry("enriched-articles", "1");
    }

    @Test
    void aWrongPasswordIsNamedAsSuch() throws IOException {
        assertThat(refused("editor", "wrong", "broker", "feeds", "list"))
                .contains("Kafka refused the login")
                .contains("sasl.jaas.config");
    }

    @Test
    void anAuthorityThatDidNotSignTheCertificateIsNamedAsSuch() throws IOException {
        assertThat(refused("editor", "right", "other", "feeds", "list"))
                .contains("the TLS connection to Kafka failed")
                .contains("ssl.truststore.location");
    }

    @Test
    void aMissingPermissionNamesOperationAndTopic() throws IOException {
        run("editor", "right", "broker", "feeds", "list");

        assertThat(refused("reader", "right", "broker", "feeds", "add", FEED))
                .contains("Kafka does not permit WRITE on topic desk.subscriptions")
                .contains("--operation WRITE --topic desk.subscriptions");
        assertThat(refused("reader", "right", "broker", "tail", "articles", "--prefix", "closed."))
                .contains("Kafka does not permit READ on topic closed.articles");
    }

    @Test
    void aListenerThatExpectsTlsIsGuessed() {
        CommandLineRun run = CommandLineRun.of("feeds", "list", "--bootstrap-servers", "127.0.0.1:" + secured);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("does the listener expect TLS or a login");
    }

    private static String refused(String user, String password, String authority, String... command)
            throws IOException {
        long begun = System.nanoTime();
        CommandLineRun run = run(user, password, authority, command);
        assertThat(run.exitCode()).as(run.out()).isEqualTo(1);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(LONGEST);
        return run.err();
    }

    private static CommandLineRun run(String user, String password, String authority, String... command)
            throws IOException {
        Path config = Files.writeString(
                folder.resolve(user + password + authority + ".properties"),
                String.join(
                        "\n",
                        "security.protocol=SASL_SSL",
                        "sasl.mechanism=PLAIN",
                        "sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username=\""
                                + user + "\" password=\"" + password + "\";",
                        "ssl.truststore.location=" + store("trust-" + authority),
                        "ssl.truststore.password=changeit",
                        ""));
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of("--bootstrap-servers", "127.0.0.1:" + secured, "--command-config", config.toString()));
        if (!arguments.contains("--prefix")) {
            arguments.addAll(List.of("--prefix", "desk."));
        }
        return CommandLineRun.of(arguments.toArray(String[]::new));
    }

    private static void permit(String user, String prefix, AclOperation... operations) throws Exception {
        permit(ResourceType.TOPIC, user, prefix, operations);
    }

    private static void permit(ResourceType type, String user, String prefix, AclOperation... operations)
            throws Exception {
        Properties client = new Properties();
        client.put("bootstrap.servers", broker.bootstrapServers());
        List<AclBinding> bindings = new ArrayList<>();
        for (AclOperation operation : operations) {
            bindings.add(new AclBinding(
                    new ResourcePattern(type, prefix, PatternType.PREFIXED),
                    new AccessControlEntry("User:" + user, "*", operation, AclPermissionType.ALLOW)));
        }
        try (Admin admin = Admin.create(client)) {
            admin.createAcls(bindings).all().get();
        }
    }

    private static void trust(String name) throws Exception {
        String certificate = folder.resolve(name + ".pem").toString();
        keytool("-exportcert", "-rfc", "-keystore", store(name), "-alias", "k", "-file", certificate);
        keytool("-importcert", "-noprompt", "-keystore", store("trust-" + name), "-alias", "k", "-file", certificate);
    }

    private static String store(String name) {
        return folder.resolve(name + ".p12").toString();
    }

    private static void keytool(String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", "changeit"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(said).isZero();
    }
}
