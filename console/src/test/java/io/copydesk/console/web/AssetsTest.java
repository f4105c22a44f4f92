package io.copydesk.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AssetsTest {

    private static final Pattern IMPORT = Pattern.compile("from '\\./([^']+)'");

    /** A module that is not served leaves every page empty. */
    @Test
    void everyModuleThatThePagesImportIsServed() throws IOException {
        Set<String> imported = new HashSet<>(Set.of("app.js"));
        Deque<String> open = new ArrayDeque<>(imported);
        while (!open.isEmpty()) {
            String name = open.pop();
            if (name.equals("uPlot.js")) {
                continue;
            }
            IMPORT.matcher(text(name)).results().map(found -> found.group(1)).forEach(module -> {
                if (imported.add(module)) {
                    open.push(module);
                }
            });
        }

        assertThat(imported).contains("article.js", "quotes.js");
        assertThat(new Assets().names()).containsAll(imported);
    }

    private static String text(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(Assets.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
