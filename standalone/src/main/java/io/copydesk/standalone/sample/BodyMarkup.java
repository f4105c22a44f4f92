package io.copydesk.standalone.sample;

import java.util.ArrayList;
import java.util.List;

/** Puts an article's blocks into its site's markup, with the boilerplate that the site sets between them. */
final class BodyMarkup {

    private static final String SLOT = "%s";

    private final SiteFile site;

    BodyMarkup(SiteFile site) {
        this.site = site;
    }

    /** The whole text as HTML; a list is one block when boilerplate is placed. */
    String html(List<SampleBlock> blocks, PageValues values) {
        List<String> units = units(blocks, values);
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < units.size(); i++) {
            out.append(units.get(i)).append('\n');
            for (SiteFile.Insert insert : site.inserts()) {
                if (insert.after() == i + 1 && i + 1 < units.size()) {
                    out.append(Template.html(insert.fragment(), values));
                }
            }
        }
        return out.toString();
    }

    private List<String> units(List<SampleBlock> blocks, PageValues values) {
        List<String> units = new ArrayList<>();
        StringBuilder items = new StringBuilder();
        for (int i = 0; i < blocks.size(); i++) {
            SampleBlock block = blocks.get(i);
            String text = Template.escape(block.text());
            if (i == blocks.size() - 1 && site.glued().isPresent()) {
                text += Template.html(site.glued().get(), values).stripTrailing();
            }
            if (block.kind() == SampleBlock.Kind.ITEM) {
                items.append(markup("item", text));
                if (i + 1 == blocks.size() || blocks.get(i + 1).kind() != SampleBlock.Kind.ITEM) {
                    units.add(markup("list", items.toString()));
                    items.setLength(0);
                }
            } else {
                units.add(markup(key(block.kind()), text));
            }
        }
        return units;
    }

    private static String key(SampleBlock.Kind kind) {
        return switch (kind) {
            case PARAGRAPH -> "paragraph";
            case HEADING -> "heading";
            case QUOTE -> "quote";
            case ITEM -> "item";
        };
    }

    private String markup(String key, String text) {
        return site.facts().required(key).replace(SLOT, text);
    }
}
