package io.copydesk.schemas;

/** The codec that a public topic is created with; each is the {@code compression.type} that Kafka knows. */
public enum Compression {
    /** No compression. */
    NONE("uncompressed"),
    /** The only codec besides none that every common client reads without an add-on. */
    GZIP("gzip"),
    SNAPPY("snappy"),
    LZ4("lz4"),
    ZSTD("zstd");

    private final String type;

    Compression(String type) {
        this.type = type;
    }

    /** As Kafka's topic setting {@code compression.type} names it. */
    public String type() {
        return type;
    }
}
