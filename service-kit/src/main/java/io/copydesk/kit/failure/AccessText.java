package io.copydesk.kit.failure;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;

/** Sentences for what a secured cluster refuses: TLS, login, operations. */
final class AccessText {

    private static final String PREFIXED = " --resource-pattern-type prefixed";

    private AccessText() {}

    /** The sentence for a failure with these causes; empty when it has nothing to do with access. */
    static Optional<String> of(List<Throwable> chain) {
        return first(chain, SslAuthenticationException.class)
                .map(failure -> tls(chain))
                .or(() -> first(chain, AuthenticationException.class).map(AccessText::login))
                .or(() -> first(chain, GroupAuthorizationException.class)
                        .map(failure -> denied(
                                "READ on group " + failure.groupId(), "--operation READ --group " + failure.groupId())))
                .or(() -> first(chain, TransactionalIdAuthorizationException.class)
                        .map(failure -> denied(
                                "DESCRIBE and WRITE on the transactional id",
                                "--operation DESCRIBE --operation WRITE --transactional-id copydesk-" + PREFIXED)))
                .or(() -> first(chain, NotPermittedException.class)
                        .map(failure -> topic(failure.operation(), failure.topic())))
                .or(() -> first(chain, TopicAuthorizationException.class)
                        .map(failure -> topic(
                                "READ, WRITE or CREATE",
                                String.join(", ", new TreeSet<>(failure.unauthorizedTopics())))))
                .or(() -> first(chain, ClusterAuthorizationException.class)
                        .map(failure -> denied(
                                "CREATE or IDEMPOTENT_WRITE on the cluster",
                                "--operation CREATE --operation IDEMPOTENT_WRITE --cluster")));
    }

    private static String tls(List<Throwable> chain) {
        String cause = chain.get(chain.size() - 1).getMessage();
        String text = cause == null ? "no reason given" : cause;
        boolean host = text.contains("subject alternative") || text.contains("No name matching");
        return "the TLS connection to Kafka failed (" + text + "): "
                + (host
                        ? "the broker's certificate must name the address in --bootstrap-servers and the one that it advertises"
                        : "ssl.truststore.location must hold the authority that signed the broker's certificate");
    }

    private static String login(AuthenticationException failure) {
        return "Kafka refused the login (" + failure.getMessage()
                + "): check user and password in sasl.jaas.config, and sasl.mechanism";
    }

    private static String topic(String operation, String topic) {
        String acl = "--operation " + operation.replaceAll(",? .*", "") + " --topic "
                + (topic.endsWith("*") ? topic.substring(0, topic.length() - 1) + PREFIXED : topic);
        return denied(operation + " on topic " + topic, acl);
    }

    private static String denied(String what, String acl) {
        return "Kafka does not permit " + what
                + "; an administrator can: kafka-acls.sh --bootstrap-server HOST:PORT --add --allow-principal User:NAME "
                + acl;
    }

    private static <T extends Throwable> Optional<T> first(List<Throwable> chain, Class<T> type) {
        return chain.stream().filter(type::isInstance).map(type::cast).findFirst();
    }
}
