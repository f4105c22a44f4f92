package io.copydesk.alerts.added;

import io.copydesk.alerts.rule.Rule;
import io.copydesk.alerts.rule.RuleFile;
import io.copydesk.kit.config.ConfigException;
import io.copydesk.schemas.Topics;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A rule as its topic has it. Anyone may have written it, so it may be none.
 *
 * @param name the record's key
 * @param ofFile whether the role shows it here as one of its file; otherwise it was added
 * @param rule {@code null} when it is refused
 * @param refused why it does not hold, a line for each reason; {@code null} when it holds
 * @param at its record's time, epoch milliseconds
 */
public record TopicRule(
        String name,
        boolean ofFile,
        @Nullable Rule rule,
        @Nullable String refused,
        long at) {

    private static final int MOST_BYTES = 1024 * 1024;
    private static final int LONGEST_REASON = 2000;

    /** The word for rules of the file, as in the header of their records. */
    static final String FILE = "file";

    /** Reads the value of a record. Never throws. */
    public static TopicRule read(String key, byte[] value, boolean ofFile, long at) {
        if (value.length > MOST_BYTES) {
            return new TopicRule(key, ofFile, null, "it is larger than 1 MiB", at);
        }
        try {
            Rule rule = RuleFile.rule(value);
            return rule.name().equals(key)
                    ? new TopicRule(key, ofFile, rule, null, at)
                    : new TopicRule(key, ofFile, null, "its name is " + rule.name() + ", and not that of its key", at);
        } catch (ConfigException e) {
            return new TopicRule(key, ofFile, null, readable(String.valueOf(e.getMessage())), at);
        }
    }

    /** A reason quotes what was written: nothing in it may steer a terminal or turn the direction of the words behind it. */
    private static String readable(String reason) {
        String plain = reason.replaceAll("[\\p{Cf}\\p{Cc}&&[^\n]]", "");
        return plain.length() <= LONGEST_REASON ? plain : plain.substring(0, LONGEST_REASON) + "…";
    }

    /** Whether the headers of a record say that its rule is of the file. */
    public static boolean isOfFile(Headers headers) {
        Header source = headers.lastHeader(Topics.RULE_SOURCE.name());
        return source != null
                && source.value() != null
                && new String(source.value(), StandardCharsets.UTF_8).equals(FILE);
    }

    /** Where it comes from: {@code file} or {@code added}. */
    public String source() {
        return ofFile ? FILE : "added";
    }

    /** The same, refused. */
    TopicRule refusedFor(String reason) {
        return new TopicRule(name, ofFile, null, reason, at);
    }
}
