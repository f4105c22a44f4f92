package io.copydesk.verify.state;

import io.copydesk.verify.state.TemporaryTables.Table;
import java.io.Closeable;
import java.io.IOException;

/** The ids of what was put into a pipeline, each once, on disk. Not thread-safe. */
public final class InputIds implements Closeable {

    private static final byte[] PRESENT = {};

    private final TemporaryTables tables;
    private final Table ids;

    private InputIds(TemporaryTables tables) {
        this.tables = tables;
        this.ids = tables.table();
    }

    /**
     * None yet.
     *
     * @throws IOException when the folder for temporary files cannot be written
     */
    public static InputIds open() throws IOException {
        return new InputIds(TemporaryTables.open());
    }

    /** Adds an id; one that is there already changes nothing. */
    public void add(String inputId) throws IOException {
        ids.put(inputId, PRESENT);
    }

    /** How many there are. */
    public long size() {
        return ids.size();
    }

    /** Hands each id to {@code handler}, in the order of their bytes (UTF-8). */
    void forEach(Handler handler) throws IOException {
        ids.forEach((inputId, present) -> handler.accept(inputId));
    }

    @Override
    public void close() throws IOException {
        tables.close();
    }

    /** What is done with each id. */
    interface Handler {
        void accept(String inputId) throws IOException;
    }
}
