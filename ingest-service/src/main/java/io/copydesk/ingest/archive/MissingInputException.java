package io.copydesk.ingest.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** A path that was named does not exist. Thrown before anything is read. */
public final class MissingInputException extends IOException {

    private static final long serialVersionUID = 1L;

    /** What an address without its scheme begins with. */
    private static final Pattern HOST = Pattern.compile("(?i)(www\\.|[a-z0-9-]+(\\.[a-z0-9-]+)*\\.[a-z]{2,}/).*");

    MissingInputException(Path path) {
        super(sentence(path.toString()));
    }

    /** A path that was a URL has lost a slash. */
    private static String sentence(String path) {
        String url = path.replaceFirst(":/+", "://");
        if (path.matches("https?:/.*")) {
            return "\"" + url + "\" is a URL, and files or folders are read here; "
                    + "copydesk clean URL cleans a page of the web, copydesk feeds add URL watches a feed";
        }
        return path.matches("[a-z]{2,10}:/.*")
                ? "\"" + url
                        + "\" is a URL of a kind that is not read; there are files, folders, and http and https URLs"
                        + " (copydesk clean URL)"
                : "There is no file or folder \"" + path + "\""
                        + (HOST.matcher(path).lookingAt()
                                ? "; the address of a page begins with a scheme: copydesk clean https://" + path
                                : "");
    }
}
