package io.copydesk.console.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.copydesk.console.index.Slice;
import io.copydesk.schemas.Json;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a request; what is wrong is answered with 400 and a sentence. */
final class Requests {

    private static final int LONGEST = 4_000;
    private static final int PAGE_SIZE = 25;

    private Requests() {}

    /** The parameter; {@code null} when it is missing or blank. */
    static @Nullable String text(Context request, String name) {
        String value = request.queryParam(name);
        if (value != null && value.length() > LONGEST) {
            throw new BadRequestResponse(name + " is longer than " + LONGEST + " characters");
        }
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** The parameter, or an empty text. */
    static String words(Context request) {
        String words = text(request, "q");
        return words == null ? "" : words;
    }

    /** The parameter, which must be there. */
    static String required(Context request, String name) {
        String value = text(request, name);
        if (value == null) {
            throw new BadRequestResponse(name + " is missing");
        }
        return value;
    }

    static int number(Context request, String name, int otherwise) {
        String value = text(request, name);
        try {
            return value == null ? otherwise : Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new BadRequestResponse(name + " must be a whole number");
        }
    }

    /** {@code page} and {@code size}. */
    static Slice slice(Context request) {
        return new Slice(number(request, "page", 1), number(request, "size", PAGE_SIZE));
    }

    /** The constant of this name in lower case; {@code otherwise} when it is missing. */
    static <E extends Enum<E>> E choice(Context request, String name, E otherwise) {
        String value = text(request, name);
        if (value == null) {
            return otherwise;
        }
        return Arrays.stream(otherwise.getDeclaringClass().getEnumConstants())
                .filter(constant -> constant.name().equalsIgnoreCase(value))
                .findFirst()
                .orElseThrow(() -> new BadRequestResponse(name + " is unknown"));
    }

    /** {@code true} or {@code false}; {@code null} when it is missing. */
    static @Nullable Boolean truth(Context request, String name) {
        String value = text(request, name);
        if (value == null) {
            return null;
        }
        if (!value.equals("true") && !value.equals("false")) {
            throw new BadRequestResponse(name + " must be true or false");
        }
        return Boolean.valueOf(value);
    }

    /** A day, {@code 2026-03-25}, as its first millisecond in UTC, moved by {@code days}. */
    static @Nullable Long day(Context request, String name, int days) {
        String value = text(request, name);
        try {
            return value == null
                    ? null
                    : LocalDate.parse(value)
                            .plusDays(days)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                            .toEpochMilli();
        } catch (DateTimeException | ArithmeticException e) {
            throw new BadRequestResponse(name + " must be a day such as 2026-03-25");
        }
    }

    /** The JSON object of the body. */
    static JsonNode body(Context request) {
        try {
            JsonNode body = Json.tree(request.bodyAsBytes());
            if (body.isObject()) {
                return body;
            }
        } catch (IOException e) {
            // As no object.
        }
        throw new BadRequestResponse("the body must be a JSON object");
    }
}
