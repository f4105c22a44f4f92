package io.copydesk.ingest.page;

/** One HTTP header field, its name in the case received, its value without surrounding white space. */
public record Header(String name, String value) {}
