package io.copydesk.kit.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.kit.config.ConfigException;
import io.copydesk.kit.config.ConfigLoader;
import io.copydesk.kit.config.DataSize;
import io.copydesk.schemas.fuzz.Fuzz;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFuzzTest {

    record Fetch(Duration hostDelay, DataSize maxPage, URI proxy, int threads, boolean polite, List<String> hosts) {}

    private static final Fetch DEFAULTS = new Fetch(
            Duration.ofSeconds(5), DataSize.ofMebibytes(5), URI.create("http://p.example:3128"), 4, true, List.of());

    private static final List<byte[]> FILES = Fuzz.texts(
            """
            # comment
            fetch:
              host-delay: 5s
              max-page: 5 MiB
              proxy: "http://proxy.example:3128"   # trailing
              threads: 010
              polite: yes
              hosts: [a.example, 'b.example']
            """,
            "fetch: {host-delay: PT1M, threads: &a 4, hosts: [*a]}\n---\nfetch: |\n  text\n",
            "fetch:\n  hosts:\n  - a\n  - !!str b\n  <<: *x\n? complex\n: key\n");

    @TempDir
    Path folder;

    @Test
    void anyFileGivesSettingsOrAConfigException() {
        new Fuzz("config", getClass(), FILES).rounds(600, bytes -> {
            Path file = Files.write(folder.resolve("copydesk.yaml"), bytes);
            try {
                assertThat(new ConfigLoader()
                                .section("fetch", DEFAULTS)
                                .file(file)
                                .environment(Map.of())
                                .load())
                        .isNotNull();
            } catch (ConfigException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        });
    }
}
