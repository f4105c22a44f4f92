package io.copydesk.console.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.copydesk.schemas.Utf16;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @Test
    void aSnippetIsAroundTheFirstWordAndNeverLong() {
        String text = "word ".repeat(500) + "harbour " + "word ".repeat(500);
        assertThat(Words.snippet(text, "-word Harbour")).contains("harbour").hasSizeLessThan(260);
        assertThat(Words.snippet("short", "none")).isEqualTo("short");
        assertThat(Words.snippet("x".repeat(10_000), "x")).hasSizeLessThan(260);
        assertThat(Words.snippet("", "x")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ΑΘΗΝΑ, Αθήνα",
        "ΠΕΙΡΑΙΑΣ, Πειραιάς",
        "елка, Ёлка",
        "שלום, שָׁלוֹם",
        "محمد, مُحَمَّد",
        "cafe, cafe\u0301",
        "smorrebrod, Smørrebrød",
        "ＡＢＣ, abc"
    })
    void caseAndAccentsOfAnyScriptMakeNoDifference(String typed, String written) {
        assertThat(search(typed)).isEqualTo(search(written));
    }

    @ParameterizedTest
    @CsvSource({"かき, がき", "कि, की", "มา, มี"})
    void vowelSignsAndVoicedKanaAreLetters(String one, String other) {
        assertThat(search(one)).isNotEqualTo(search(other));
    }

    @ParameterizedTest
    @CsvSource({
        "กรุงเทพ, เปิดท่าเรือใหม่ในกรุงเทพวันนี้",
        "ท่าเรือกรุงเทพ, ท่าเรือ กรุงเทพ",
        "ນະຄອນ, ຢູ່ນະຄອນຫຼວງວຽງຈັນ",
        "ភ្នំពេញ, នៅភ្នំ​ពេញថ្ងៃនេះ",
        "ရန်ကုန်, ယနေ့ရန်ကုန်မြို့တွင်",
        "灯台, 港の新しい灯台が点灯した",
        "雨, 明日は雨が降る",
        "港, 港",
        "東京大*, 東京大学の研究",
        "서울, 서울시장은",
        "ラス, ガラス",
        "ｶﾞﾗｽ, ガラス",
        "\"灯台 点灯\", 灯台 点灯",
        "\"iPhone新型 発売\", iPhone新型 発売",
        "新型iPhone, 新型iPhoneを発売",
        "전자, 어제 LG전자는",
        "LG전자, 어제 LG전자는",
        "LG, 어제 LG전자는",
        "방탄, 방탄BTS",
        "BTS, 방탄BTS",
        "방탄BTS공연, 방탄BTS공연장",
        "๒๕๖๙, ปี๒๕๖๙",
        "𠮷野家, 昨日𠮷野家で"
    })
    void aWordIsFoundWithinARunOfCharactersWithoutSpaces(String typed, String written) throws IOException {
        assertThat(isFound(typed, written)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"ท่าเรือ, เรือออกจากท่าของเรือ", "東大, 東京大学", "京東, 東京", "\"灯台 点灯\", 灯台が点灯", "港, 灯台", "新型iPhone, iPhone新型"
    })
    void charactersThatStandApartAreNoWord(String typed, String written) throws IOException {
        assertThat(isFound(typed, "x " + written)).isFalse();
    }

    private static boolean isFound(String typed, String written) throws IOException {
        try (ByteBuffersDirectory folder = new ByteBuffersDirectory();
                IndexWriter writer = new IndexWriter(folder, new IndexWriterConfig(Words.indexed()))) {
            Document document = new Document();
            document.add(new TextField("text", written, Store.NO));
            writer.addDocument(document);
            try (DirectoryReader reader = DirectoryReader.open(writer)) {
                return new IndexSearcher(reader).count(Words.query(typed, Map.of("text", 1f))) == 1;
            }
        }
    }

    @Test
    void aSnippetCutsNoCharacter() {
        String text = "灯" + "𠮷".repeat(1_000) + "雨" + "𠮷".repeat(1_000);
        for (String typed : List.of("灯", "雨")) {
            String snippet = Words.snippet(text, typed);
            assertThat(snippet).contains(typed).isEqualTo(Utf16.repaired(snippet));
        }
        assertThat(Words.snippet("𠮷".repeat(1_000), "x"))
                .satisfies(snippet -> assertThat(snippet).isEqualTo(Utf16.repaired(snippet)));
    }

    private static String search(String typed) {
        return Words.query(typed, Map.of("text", 1f)).toString();
    }

    @Test
    void anyTextIsASearch() {
        for (String typed :
                new String[] {"(((", "\"", "a* *b ~1 ^2 \\", "|+-", "\u0000\uD800", "word ".repeat(10_000)}) {
            assertThatCode(() -> Words.query(typed, Map.of("text", 1f)).toString())
                    .doesNotThrowAnyException();
        }
    }
}
