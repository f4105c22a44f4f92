package io.copydesk.ingest.archive;

import io.copydesk.ingest.archive.ArchiveItem.Broken;
import io.copydesk.ingest.archive.ArchiveItem.Input;
import io.copydesk.ingest.archive.ArchiveItem.Skipped;
import io.copydesk.ingest.archive.WarcFrames.Frame;
import io.copydesk.ingest.page.Page;
import io.copydesk.ingest.page.PageResult;
import io.copydesk.ingest.page.PageResult.Decoded;
import io.copydesk.ingest.page.PageResult.Undecodable;
import io.copydesk.ingest.page.RecordKind;
import io.copydesk.ingest.page.WarcPages;
import java.util.Arrays;
import java.util.Set;

/** The records of a WARC file: those that can hold an article are inputs, the rest is passed over. */
final class WarcSource implements ItemSource {

    private static final Set<String> PAGE_TYPES =
            Set.of("text/html", "application/xhtml+xml", "text/plain", JsonLine.CLEAN_ARTICLE);

    private final InputFile file;
    private final WarcFrames frames;
    private final ArchiveLimits limits;

    WarcSource(InputFile file, ByteWindow window, ArchiveLimits limits) {
        this.file = file;
        this.limits = limits;
        // The coded block may be a little larger than the decoded body.
        this.frames = new WarcFrames(window, limits.pageBytes() + (1 << 20), limits.brokenBytes());
    }

    @Override
    public ArchiveItem next() {
        Frame frame = frames.next();
        if (frame == null) {
            return null;
        }
        if (frame instanceof Frame.Sound sound) {
            return whole(sound);
        }
        if (frame instanceof Frame.Large large) {
            return large(large);
        }
        Frame.Damaged damaged = (Frame.Damaged) frame;
        return new Broken(
                id(damaged.inputId(), damaged.offset()),
                damaged.reason(),
                damaged.detail(),
                damaged.start(),
                damaged.length());
    }

    private ArchiveItem whole(Frame.Sound sound) {
        RecordKind kind = sound.kind();
        if (!wanted(kind)) {
            return skipped(kind);
        }
        PageResult result = WarcPages.decode(sound.bytes(), limits.pageBytes());
        if (result instanceof Decoded decoded) {
            // A response that declares nothing is known only now.
            Page page = decoded.page();
            return PAGE_TYPES.contains(page.mediaType()) ? new Input(page) : new Skipped(page.mediaType());
        }
        Undecodable no = (Undecodable) result;
        byte[] bytes = Arrays.copyOf(sound.bytes(), Math.min(sound.bytes().length, limits.brokenBytes()));
        return new Broken(id(kind.inputId(), sound.offset()), no.reason(), no.detail(), bytes, sound.bytes().length);
    }

    private ArchiveItem large(Frame.Large large) {
        if (!large.kind().canHoldPage() || !PAGE_TYPES.contains(large.kind().mediaType())) {
            return skipped(large.kind());
        }
        return new Broken(
                id(large.kind().inputId(), large.offset()),
                BrokenReason.TOO_LARGE,
                "The record is larger than any page of " + limits.pageBytes() + " bytes",
                large.start(),
                large.length());
    }

    private static boolean wanted(RecordKind kind) {
        return kind.canHoldPage() && (kind.mediaType().isEmpty() || PAGE_TYPES.contains(kind.mediaType()));
    }

    private static Skipped skipped(RecordKind kind) {
        boolean otherDocument = kind.canHoldPage() && !kind.mediaType().isEmpty();
        return new Skipped(otherDocument ? kind.mediaType() : "warc " + kind.type());
    }

    private String id(String named, long offset) {
        return named == null ? file.id() + ":" + offset : named;
    }
}
