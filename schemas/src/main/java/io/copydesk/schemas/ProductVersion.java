package io.copydesk.schemas;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The version of this build. It is written once, in the root {@code pom.xml}; the build copies it into {@code
 * version.txt}. Versions of rules, such as {@code site/1}, are counted apart.
 *
 * @param text release as {@code major.minor.patch}, without a qualifier such as {@code -SNAPSHOT}
 */
public record ProductVersion(String text) {

    private static final String RESOURCE = "version.txt";

    /**
     * The version of the running code.
     *
     * @throws IllegalStateException when the resource is missing or was not filled in by the build
     */
    public static ProductVersion current() {
        try (InputStream in = ProductVersion.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("resource not found: " + RESOURCE);
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read resource " + RESOURCE, e);
        }
    }

    static ProductVersion parse(String version) {
        String release = version.replaceFirst("-.*", "");
        if (!release.matches("[0-9]+\\.[0-9]+\\.[0-9]+")) {
            throw new IllegalStateException("not a version in " + RESOURCE + ": " + version);
        }
        return new ProductVersion(release);
    }

    /** {@code major.minor}, as in the {@code User-Agent} field. */
    public String majorMinor() {
        return text.substring(0, text.lastIndexOf('.'));
    }
}
