package io.copydesk.schemas;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The {@code format} of a component's text in its JSON Schema (2020-12, Validation §7.3). */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
@interface TextFormat {

    /** A date and time with seconds and offset (RFC 3339 §5.6). */
    String DATE_TIME = "date-time";

    String value();
}
