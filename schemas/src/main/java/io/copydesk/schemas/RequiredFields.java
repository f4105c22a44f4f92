package io.copydesk.schemas;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks that JSON gave every field that its record type requires: Jackson leaves a component {@code null} when the JSON does not
 * have it, whatever the component's type declares.
 */
final class RequiredFields {

    /** Looked up once for each record type, as every record that a service reads is checked. */
    private static final ClassValue<List<Field>> FIELDS = new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents()).map(Field::of).toList();
        }
    };

    private record Field(String name, Method accessor, boolean required) {
        static Field of(RecordComponent component) {
            component.getAccessor().setAccessible(true);
            boolean required = !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            return new Field(component.getName(), component.getAccessor(), required);
        }
    }

    private RequiredFields() {}

    /**
     * Checks {@code value} and the records within it.
     *
     * @throws IOException when a component without {@link Nullable} is {@code null}; the message names it
     */
    static void check(@Nullable Object value) throws IOException {
        if (value instanceof Record record) {
            for (Field field : FIELDS.get(record.getClass())) {
                check(record, field);
            }
        } else if (value instanceof Collection<?> elements) {
            for (Object element : elements) {
                check(element);
            }
        } else if (value instanceof Map<?, ?> map) {
            check(map.values());
        }
    }

    private static void check(Record record, Field field) throws IOException {
        Object value;
        try {
            value = field.accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IOException("cannot read " + field.name, e);
        }
        if (value != null) {
            check(value);
        } else if (field.required) {
            throw new IOException("a " + record.getClass().getSimpleName() + " without the field " + field.name);
        }
    }
}
