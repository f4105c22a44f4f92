package io.copydesk.schemas;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes records with every field set, and with only the required ones. */
final class Examples {

    private final boolean everything;

    private Examples(boolean everything) {
        this.everything = everything;
    }

    static <T> T full(Class<T> type) {
        return new Examples(true).record(type);
    }

    static <T> T least(Class<T> type) {
        return new Examples(false).record(type);
    }

    private <T> T record(Class<T> type) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = Arrays.stream(components)
                .map(c -> everything || !c.getAnnotatedType().isAnnotationPresent(Nullable.class) ? value(c) : null)
                .toArray();
        try {
            Constructor<T> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no example of " + type, e);
        }
    }

    private Object value(RecordComponent component) {
        TextValues values = component.getAnnotation(TextValues.class);
        return values == null ? value(component.getAnnotatedType()) : values.value()[0];
    }

    private Object value(AnnotatedType annotated) {
        if (annotated instanceof AnnotatedParameterizedType list) {
            return everything ? List.of(value(list.getAnnotatedActualTypeArguments()[0])) : List.of();
        }
        Class<?> type = (Class<?>) annotated.getType();
        if (type == String.class) {
            return "text";
        } else if (type == byte[].class) {
            return new byte[] {0, 1, (byte) 0xff};
        } else if (type == int.class || type == Integer.class) {
            return 7;
        } else if (type == long.class || type == Long.class) {
            return 7_000_000_000L;
        } else if (type == double.class || type == Double.class) {
            return 0.5;
        } else if (type == boolean.class || type == Boolean.class) {
            return true;
        } else if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        return record(type);
    }
}
