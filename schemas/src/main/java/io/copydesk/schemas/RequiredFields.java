package io.copydesk.schemas;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks that JSON gave every field that its record type requires: Jackson leaves a component {@code null} when the JSON does not
 * have it, whatever the component's type declares.
 */
final class RequiredFields {

    private RequiredFields() {}

    /**
     * Checks {@code value} and the records within it.
     *
     * @throws IOException when a component without {@link Nullable} is {@code null}; the message names it
     */
    static void check(@Nullable Object value) throws IOException {
        if (value instanceof Record record) {
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                check(record, component);
            }
        } else if (value instanceof Collection<?> elements) {
            for (Object element : elements) {
                check(element);
            }
        } else if (value instanceof Map<?, ?> map) {
            check(map.values());
        }
    }

    private static void check(Record record, RecordComponent component) throws IOException {
        Object value;
        try {
            component.getAccessor().setAccessible(true);
            value = component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IOException("cannot read " + component.getName(), e);
        }
        if (value != null) {
            check(value);
        } else if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            throw new IOException(
                    "a " + record.getClass().getSimpleName() + " without the field " + component.getName());
        }
    }
}
