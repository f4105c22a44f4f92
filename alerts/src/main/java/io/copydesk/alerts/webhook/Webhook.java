package io.copydesk.alerts.webhook;

import io.copydesk.kit.config.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A receiver of alerts. Its secret is named, never held.
 *
 * @param name unique among the receivers; part of the name of its consumer group
 * @param url where alerts are posted
 * @param secretEnv the variable with its secret; {@code null} when a file has it
 * @param secretFile the file with its secret; {@code null} when a variable has it
 * @param rules whose alerts it receives; empty for all
 */
public record Webhook(
        String name,
        String url,
        @Nullable String secretEnv,
        @Nullable String secretFile,
        List<String> rules) {

    public Webhook {
        rules = List.copyOf(rules);
    }

    /** Whether it receives alerts of a rule. */
    boolean wants(String rule) {
        return rules.isEmpty() || rules.contains(rule);
    }

    /**
     * Its secret.
     *
     * @param variables of the environment
     * @param folder that the name of the file is relative to
     * @throws ConfigException when there is none; the message does not have what there is
     */
    Secret secret(Map<String, String> variables, Path folder) {
        String where = secretEnv == null ? "file " + secretFile : "variable " + secretEnv;
        try {
            String text = secretEnv == null
                    ? Files.readString(folder.resolve(String.valueOf(secretFile)))
                    : variables.getOrDefault(secretEnv, "");
            return Secret.of(text);
        } catch (IOException e) {
            throw new ConfigException("webhook " + name + ": cannot read its secret in the " + where);
        } catch (IllegalArgumentException e) {
            throw new ConfigException("webhook " + name + ": the " + where + " has no secret: " + e.getMessage());
        }
    }
}
