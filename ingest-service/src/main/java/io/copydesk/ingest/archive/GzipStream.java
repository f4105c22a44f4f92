package io.copydesk.ingest.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Gzip with any number of members (RFC 1952), as WARC files are. Unlike {@link java.util.zip.GZIPInputStream}, which
 * takes a damaged later member for the end, it distinguishes damage ({@link ZipException}) from a cut ({@link EOFException})
 * from the end, and can go on at the next member after damage.
 */
final class GzipStream extends InputStream {

    private static final int HEADER_CRC = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;

    /** How often a file is read again from the start of a damaged member: each time costs no more than the buffer. */
    private static final int MAX_REWINDS = 1000;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int limit;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private boolean inMember;
    private boolean first = true;

    /** Where in the buffer the next member may start, should this one be damaged. */
    private int searchFrom;

    private int rewinds;

    GzipStream(InputStream in) {
        this.in = in;
    }

    static boolean isMagic(byte[] start) {
        return start.length > 2 && (start[0] & 0xff) == 0x1f && (start[1] & 0xff) == 0x8b && start[2] == 8;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] out, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (inMember || nextMember()) {
            int inflated = inflate(out, from, length);
            if (inflated > 0) {
                crc.update(out, from, inflated);
                return inflated;
            }
            if (inflater.finished()) {
                endMember();
            }
        }
        return -1;
    }

    /**
     * After damage: goes to the next place that looks like the start of a member. False when there is none. Such a place may lie before
     * the one where the damage showed: when the end of a member is missing, the next one is taken for the rest of it.
     */
    boolean recover() throws IOException {
        inMember = false;
        if (rewinds < MAX_REWINDS && searchFrom < position) {
            rewinds++;
            position = searchFrom;
        }
        int matched = 0;
        for (int b = next(); b >= 0; b = next()) {
            matched = switch (matched) {
                case 1 -> b == 0x8b ? 2 : b == 0x1f ? 1 : 0;
                case 2 -> b == 8 ? 3 : b == 0x1f ? 1 : 0;
                default -> b == 0x1f ? 1 : 0;
            };
            if (matched == 3) {
                readHeaderAfterMagic();
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }

    private int inflate(byte[] out, int from, int length) throws IOException {
        if (inflater.needsInput()) {
            if (position == limit && !fill()) {
                throw new EOFException("The gzip data end in the middle");
            }
            inflater.setInput(buffer, position, limit - position);
        }
        try {
            int inflated = inflater.inflate(out, from, length);
            position = limit - inflater.getRemaining();
            if (inflated == 0 && inflater.needsDictionary()) {
                throw new ZipException("The gzip data ask for a dictionary");
            }
            return inflated;
        } catch (DataFormatException e) {
            position = limit - inflater.getRemaining();
            throw new ZipException("The gzip data are damaged: " + e.getMessage());
        }
    }

    private boolean nextMember() throws IOException {
        int b = next();
        while (b == 0 && !first) { // tapes and some writers pad with zeros
            b = next();
        }
        if (b < 0) {
            return false;
        }
        if (b != 0x1f || required() != 0x8b || required() != 8) {
            throw new ZipException("There is something else where gzip data should start");
        }
        readHeaderAfterMagic();
        return true;
    }

    private void readHeaderAfterMagic() throws IOException {
        searchFrom = position;
        int flags = required();
        skip(6);
        if ((flags & EXTRA) != 0) {
            skip(required() | required() << 8);
        }
        for (int flag : new int[] {NAME, COMMENT}) {
            if ((flags & flag) != 0) {
                while (required() != 0) {
                    // the name or comment, ended by a zero
                }
            }
        }
        if ((flags & HEADER_CRC) != 0) {
            skip(2);
        }
        inflater.reset();
        crc.reset();
        inMember = true;
        first = false;
    }

    private void endMember() throws IOException {
        inMember = false;
        long stored = required() | required() << 8 | required() << 16 | (long) required() << 24;
        if (stored != crc.getValue()) {
            throw new ZipException("The checksum of the gzip data is wrong");
        }
        searchFrom = position;
        skip(4);
    }

    private void skip(int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            required();
        }
    }

    private int required() throws IOException {
        int b = next();
        if (b < 0) {
            throw new EOFException("The gzip data end in the middle");
        }
        return b;
    }

    private int next() throws IOException {
        return position < limit || fill() ? buffer[position++] & 0xff : -1;
    }

    private boolean fill() throws IOException {
        int read = in.read(buffer, 0, buffer.length);
        if (read <= 0) {
            return false; // what is in the buffer may be searched for a member again
        }
        position = 0;
        searchFrom = 0;
        limit = read;
        return true;
    }
}
