package io.copydesk.extraction.charset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetaPrescanTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<meta charset=koi8-r>",
                "<META CHARSET = 'KOI8-R' />",
                "<meta/charset=\"koi8-r\">",
                "<meta http-equiv=Content-Type content='text/html; charset=koi8-r'>",
                "<meta content=\"text/html;charset = koi8-r ; x=y\" http-equiv=\"content-type\">",
                "<?xml version=\"1.0\" encoding=\"koi8-r\"?><html>",
                "<?xml version='1.0' encoding='utf-8'?><meta charset=koi8-r>",
                "<!-- <meta charset=utf-8> --><meta charset=koi8-r>",
                "<!doctype html><html data-x='<meta charset=utf-8>'><meta charset=koi8-r>",
                "<meta name=description content='charset=utf-8'><meta charset=koi8-r>",
                "<meta charset=no-such-charset><meta charset=koi8-r>",
                "</p title='<meta charset=utf-8>'><meta charset=koi8-r>",
                "a < b <meta charset=koi8-r>",
            })
    void findsTheDeclarationOfThePage(String head) {
        assertThat(prescan(head)).isEqualTo(Charset.forName("KOI8-R"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<metadata charset=koi8-r>",
                "<meta content='text/html; charset=koi8-r'>",
                "<meta name=charset content=koi8-r>",
                "<!-- <meta charset=koi8-r> -->",
                "<a title='<meta charset=koi8-r>'>",
                "<meta charset=",
                "<meta charset=replacement>",
                " <?xml version='1.0' encoding='koi8-r'?>",
                "<?xml version='1.0'",
                "<meta",
                "<",
                "",
            })
    void findsNoneWhereNoneIsMeant(String head) {
        assertThat(prescan(head)).isNull();
    }

    @Test
    void looksBehindLongScripts() {
        assertThat(prescan("<script>" + "a();".repeat(2000) + "</script><meta charset=koi8-r>"))
                .isEqualTo(Charset.forName("KOI8-R"));
    }

    private static Charset prescan(String head) {
        return MetaPrescan.charset(head.getBytes(StandardCharsets.ISO_8859_1)).orElse(null);
    }
}
