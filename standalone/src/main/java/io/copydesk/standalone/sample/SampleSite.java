package io.copydesk.standalone.sample;

import java.util.List;

/**
 * One invented news site.
 *
 * @param host host name, under {@code .example}
 * @param name what the site calls itself
 * @param language BCP 47 tag of its main language; single articles may be in others
 * @param captures every capture of its pages, in the order of {@link SampleSites#load()}
 */
public record SampleSite(String host, String name, String language, List<SampleCapture> captures) {

    public SampleSite {
        captures = List.copyOf(captures);
    }
}
