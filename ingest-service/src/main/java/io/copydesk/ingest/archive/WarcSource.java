package io.copydesk.ingest.archive;

import io.copydesk.ingest.archive.ArchiveItem.Broken;
import io.copydesk.ingest.archive.ArchiveItem.Input;
import io.copydesk.ingest.archive.ArchiveItem.Skipped;
import io.copydesk.ingest.archive.WarcFrames.Frame;
import io.copydesk.ingest.page.Page;
import io.copydesk.ingest.page.PageResult.Undecodable;
import io.copydesk.ingest.page.RecordKind;
import io.copydesk.ingest.page.WarcPages;
import io.copydesk.ingest.page.WithdrawalNotice;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The records of a WARC file: those that can hold an article are inputs, the rest is passed over. */
final class WarcSource implements ItemSource {

    private static final Set<String> PAGE_TYPES = Set.of(
            "text/html", "application/xhtml+xml", "text/plain", JsonLine.CLEAN_ARTICLE, WithdrawalNotice.MEDIA_TYPE);

    /** Types of pages and of much else: the body tells, as it does when such a page is fetched. */
    private static final Set<String> VAGUE_TYPES = Set.of("application/xml", "text/xml", "application/octet-stream");

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
    public @Nullable ArchiveItem next() {
        Frame frame = frames.next();
        if (frame == null) {
            return null;
        }
        return frame.fold(this::whole, this::large, this::damaged);
    }

    private ArchiveItem damaged(Frame.Damaged damaged) {
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
        // The media type of a response that declares none is known only after decoding.
        return WarcPages.decode(sound.bytes(), limits.pageBytes())
                .fold(
                        page -> isPage(page) ? new Input(page) : new Skipped(file.id(), page.mediaType()),
                        undecodable -> VAGUE_TYPES.contains(kind.mediaType())
                                ? skipped(kind)
                                : undecodable(sound, undecodable));
    }

    private static boolean isPage(Page page) {
        return PAGE_TYPES.contains(page.mediaType())
                || VAGUE_TYPES.contains(page.mediaType()) && HtmlStart.in(page.body());
    }

    private ArchiveItem undecodable(Frame.Sound sound, Undecodable undecodable) {
        byte[] bytes = sound.bytes();
        return new Broken(
                id(sound.kind().inputId(), sound.offset()),
                BrokenReason.of(undecodable.reason()),
                undecodable.detail(),
                Arrays.copyOf(bytes, Math.min(bytes.length, limits.brokenBytes())),
                bytes.length);
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
        String type = kind.mediaType();
        return kind.canHoldPage() && (type.isEmpty() || PAGE_TYPES.contains(type) || VAGUE_TYPES.contains(type));
    }

    private Skipped skipped(RecordKind kind) {
        boolean otherDocument = kind.canHoldPage() && !kind.mediaType().isEmpty();
        return new Skipped(file.id(), otherDocument ? kind.mediaType() : "warc " + kind.type());
    }

    private String id(@Nullable String named, long offset) {
        return named == null ? file.id() + ":" + offset : named;
    }
}
