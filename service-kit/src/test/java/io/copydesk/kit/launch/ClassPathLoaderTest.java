package io.copydesk.kit.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathLoaderTest {

    @TempDir
    private Path folder;

    @Test
    void loadsEveryClassOfEveryArchiveAndCountsThoseThatNeedWhatIsNotThere() throws Exception {
        Path whole = archive("whole.jar", Plain.class, Extended.class);
        Path part = archive("part.jar", OfPart.class);

        try (RecordingLoader loader = new RecordingLoader(whole, part)) {
            assertThat(ClassPathLoader.load(whole + File.pathSeparator + part, loader))
                    .isEqualTo(new ClassPathLoader.Outcome(2, 1));
            assertThat(loader.isLoaded(Plain.class)).isTrue();
            assertThat(loader.isLoaded(Extended.class)).isTrue();
        }
    }

    @Test
    void failsOnWhatIsNoArchive() throws Exception {
        Path text = Files.writeString(folder.resolve("notes.jar"), "no archive");
        try (RecordingLoader loader = new RecordingLoader(text)) {
            assertThatThrownBy(() -> ClassPathLoader.load(text.toString(), loader))
                    .isInstanceOf(IOException.class);
        }
    }

    private Path archive(String name, Class<?>... classes) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out)) {
            for (String other : new String[] {"module-info.class", "META-INF/versions/9999/Later.class", "text.txt"}) {
                jar.putNextEntry(new JarEntry(other));
            }
            for (Class<?> type : classes) {
                String entry = type.getName().replace('.', '/') + ".class";
                jar.putNextEntry(new JarEntry(entry));
                try (InputStream bytes =
                        Objects.requireNonNull(type.getClassLoader().getResourceAsStream(entry))) {
                    bytes.transferTo(jar);
                }
            }
        }
        return file;
    }

    /** Knows the archives and the JDK only. */
    private static final class RecordingLoader extends URLClassLoader {

        RecordingLoader(Path... archives) throws IOException {
            super(urls(archives), ClassLoader.getPlatformClassLoader());
        }

        boolean isLoaded(Class<?> type) {
            return findLoadedClass(type.getName()) != null;
        }

        private static URL[] urls(Path... archives) throws IOException {
            URL[] urls = new URL[archives.length];
            for (int i = 0; i < archives.length; i++) {
                urls[i] = archives[i].toUri().toURL();
            }
            return urls;
        }
    }

    static class Plain {}

    static class Extended extends Plain {}

    /** Of an archive without the class that it extends. */
    static class Missing {}

    static class OfPart extends Missing {}
}
