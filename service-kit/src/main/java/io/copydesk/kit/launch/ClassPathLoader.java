package io.copydesk.kit.launch;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/**
 * Loads all classes of the class path's archives and ends. A JVM that runs it with {@code -XX:ArchiveClassesAtExit} (JEP 350) leaves a
 * class-data archive of them, from which a service with the same class path and the same JVM maps its classes instead of parsing and
 * verifying each. Stateless.
 */
public final class ClassPathLoader {

    private static final String CLASS = ".class";

    /** Not loaded by name: {@code module-info}, {@code package-info}, and other releases' versions of a class. */
    private static final Pattern NO_CLASS = Pattern.compile("META-INF/.*|(?:.*/)?(?:module|package)-info\\.class");

    private ClassPathLoader() {}

    /**
     * What was done.
     *
     * @param loaded classes
     * @param refused classes that need one that is not there, such as those for optional libraries
     */
    record Outcome(int loaded, int refused) {}

    /** Prints how many classes it has loaded; fails when an archive of the class path cannot be read. */
    public static void main(String[] arguments) throws IOException {
        Outcome outcome = load(System.getProperty("java.class.path"), ClassPathLoader.class.getClassLoader());
        System.out.println(
                "loaded " + outcome.loaded() + " classes; " + outcome.refused() + " others need what is not there");
    }

    static Outcome load(String classPath, ClassLoader loader) throws IOException {
        int loaded = 0;
        int refused = 0;
        for (String path : classPath.split(Pattern.quote(File.pathSeparator))) {
            for (String name : classes(new File(path))) {
                try {
                    Class.forName(name, false, loader);
                    loaded++;
                } catch (ClassNotFoundException | LinkageError e) {
                    refused++;
                }
            }
        }
        return new Outcome(loaded, refused);
    }

    private static List<String> classes(File archive) throws IOException {
        List<String> names = new ArrayList<>();
        try (JarFile jar = new JarFile(archive, false, ZipFile.OPEN_READ, JarFile.runtimeVersion())) {
            jar.versionedStream()
                    .map(JarEntry::getName)
                    .filter(name ->
                            name.endsWith(CLASS) && !NO_CLASS.matcher(name).matches())
                    .forEach(name -> names.add(
                            name.substring(0, name.length() - CLASS.length()).replace('/', '.')));
        }
        return names;
    }
}
