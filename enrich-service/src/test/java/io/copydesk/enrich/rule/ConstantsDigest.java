package io.copydesk.enrich.rule;

import io.copydesk.schemas.Sha256;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;

/** Digest of the constants of a class, so that a test sees when one changes. */
public final class ConstantsDigest {

    private ConstantsDigest() {}

    /** Of all static numbers but the version, by name, whatever their order. */
    public static String of(Class<?> constants) {
        String all = Arrays.stream(constants.getDeclaredFields())
                .filter(field ->
                        field.getType().isPrimitive() && !field.getName().equals("VERSION"))
                // Tools that instrument classes add probes of their own.
                .filter(field -> !field.isSynthetic() && !field.getName().contains("$"))
                .map(field -> field.getName() + "=" + value(field))
                .sorted()
                .collect(Collectors.joining("\n"));
        byte[] digest = Sha256.of(all.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, 6);
    }

    private static Object value(Field field) {
        try {
            field.setAccessible(true);
            return field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
