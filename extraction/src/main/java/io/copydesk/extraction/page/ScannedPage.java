package io.copydesk.extraction.page;

import java.util.List;

/**
 * A page as blocks in order and regions, each a range of them.
 *
 * @param regions in document order, the body first
 * @param blocks in document order
 */
record ScannedPage(List<Region> regions, List<Block> blocks) {

    Region root() {
        return regions.get(0);
    }

    List<Block> of(Region region) {
        return blocks.subList(region.from, region.to);
    }
}
