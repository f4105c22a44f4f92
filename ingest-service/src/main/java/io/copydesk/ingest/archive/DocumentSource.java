package io.copydesk.ingest.archive;

import io.copydesk.ingest.archive.ArchiveItem.Broken;
import io.copydesk.ingest.archive.ArchiveItem.Input;
import io.copydesk.ingest.page.Page;
import org.jspecify.annotations.Nullable;

/** A file that is one document. */
final class DocumentSource implements ItemSource {

    private final InputFile file;
    private final String mediaType;
    private final ByteWindow window;
    private final ArchiveLimits limits;
    private boolean read;

    DocumentSource(InputFile file, String mediaType, ByteWindow window, ArchiveLimits limits) {
        this.file = file;
        this.mediaType = mediaType;
        this.window = window;
        this.limits = limits;
    }

    @Override
    public @Nullable ArchiveItem next() {
        if (read) {
            return null;
        }
        read = true;
        window.require(Math.max(limits.pageBytes(), limits.brokenBytes()) + 1);
        if (window.problem() != null) {
            return broken(window.problem().reason(), window.problem().detail());
        }
        if (window.available() > limits.pageBytes()) {
            return broken(BrokenReason.TOO_LARGE, "The document is larger than " + limits.pageBytes() + " bytes");
        }
        return new Input(Page.resource(
                file.id(), FileUrl.of(file.id()), null, mediaType, null, window.peek(limits.pageBytes())));
    }

    private Broken broken(BrokenReason reason, String detail) {
        return new Broken(
                file.id(),
                reason,
                detail,
                window.peek(limits.brokenBytes()),
                Math.max(file.size(), window.available()));
    }
}
