package io.copydesk.extraction.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLdTest {

    private static final String URL = "https://www.herald.example/harbour";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"@type\":\"NewsArticle\",\"headline\":\"Quay open\"};",
                "<!-- {\"@type\":\"NewsArticle\",\"headline\":\"Quay open\"} -->",
                "//<![CDATA[ \n{\"@type\":\"NewsArticle\",\"headline\":\"Quay open\"}\n //]]>",
                "{&quot;@type&quot;:&quot;NewsArticle&quot;,&quot;headline&quot;:&quot;Quay open&quot;}",
                "{'@type':['Thing','NewsArticle'],headline:'Quay open',}",
                "{\"@type\":\"WebSite\"}{\"@type\":\"NewsArticle\",\"headline\":\"Quay open\"} {broken",
                "{\"@graph\":[{\"@type\":\"WebPage\",\"mainEntity\":{\"@type\":\"NewsArticle\",\"headline\":\"Quay open\"}}]}"
            })
    void isReadThroughWrappersReferencesAndDamage(String script) {
        assertThat(article(script).headline()).isEqualTo("Quay open");
        assertThat(article(script).isNews()).isTrue();
    }

    @Test
    void otherScriptsAreNotRead() {
        PageElements page = PageElements.of(Jsoup.parse(
                "<script type=application/json>{\"@type\":\"NewsArticle\",\"headline\":\"Quay open\"}</script>"));

        assertThat(JsonLdArticle.find(JsonLd.of(page), URL, "").isPresent()).isFalse();
    }

    @Test
    void theArticleAboutThisPageWinsOverAFullerOne() {
        assertThat(article(
                                "[{'@type':'NewsArticle','headline':'Other','author':'x'},"
                                        + "{'@type':'NewsArticle','headline':'Quay open','url':'http://herald.example/harbour/?x'}]")
                        .headline())
                .isEqualTo("Quay open");
        assertThat(article("[{'@type':'BlogPosting','headline':'Quay open'},{'@type':'Article','name':'x'}]")
                        .headline())
                .isEqualTo("Quay open");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"False\"', false",
        "false, false",
        "0, false",
        "'\"http://schema.org/True\"', true",
        "true, true",
        "'\"yes\"', true",
        "'\"perhaps\"',",
        "null,"
    })
    void accessIsABooleanInManySpellings(String value, Boolean free) {
        assertThat(article("{'@type':'NewsArticle','isAccessibleForFree':" + value + "}")
                        .isAccessibleForFree())
                .isEqualTo(free);
    }

    @Test
    void thePageFillsInDatesLanguageAndAccess() {
        JsonLdArticle article = article("[{'@type':'WebPage','datePublished':'2024-11-05','dateModified':'2024-11-06',"
                + "'inLanguage':'de','isAccessibleForFree':false},{'@type':'NewsArticle','headline':'x'}]");

        assertThat(article.datePublished()).isEqualTo("2024-11-05");
        assertThat(article.dateModified()).isEqualTo("2024-11-06");
        assertThat(article.language()).isEqualTo("de");
        assertThat(article.isAccessibleForFree()).isFalse();
    }

    @Test
    void authorsKeywordsAndImagesAreOneOrMany() {
        JsonLdArticle many = article(
                "{'@type':'NewsArticle','author':[{'@type':'Person','name':['Mara Velt','M.']},'Jon Ekdal',{}],"
                        + "'keywords':['quay',{'name':'ferry'}],'image':[{'url':'/a.jpg'},'/b.jpg'],'articleSection':['Coast','x']}");
        assertThat(many.authors()).containsExactly("Mara Velt", "Jon Ekdal");
        assertThat(many.keywords()).containsExactly("quay", "ferry");
        assertThat(many.images()).containsExactly("/a.jpg", "/b.jpg");
        assertThat(many.section()).isEqualTo("Coast");

        JsonLdArticle one = article("[{'@type':'NewsArticle','author':[],'creator':'Mara Velt','image':{'@id':'#i'},"
                + "'publisher':[{'name':'The Herald'}]}, {'@id':'#i','@type':'ImageObject','url':'/c.jpg'}]");
        assertThat(one.authors()).containsExactly("Mara Velt");
        assertThat(one.publisher()).isEqualTo("The Herald");
        assertThat(one.images()).containsExactly("/c.jpg");
        assertThat(one.keywords()).isEmpty();
    }

    @Test
    void ofSeveralArticlesTheOneNamedByTheTitleIsThePages() {
        JsonLd all = jsonLd(
                "[{'@type':'NewsArticle','headline':'The school bell was sold twice','datePublished':'2024-11-07'},"
                        + "{'@type':'NewsArticle','headline':'Harbour open again','datePublished':'2024-11-05'}]");
        assertThat(JsonLdArticle.find(all, null, "Harbour open again | Lindhaven Post")
                        .datePublished())
                .isEqualTo("2024-11-05");
        assertThat(JsonLdArticle.find(all, null, "Lindhaven Post").datePublished())
                .isEqualTo("2024-11-07");
    }

    @Test
    void theDeclaredTextHasNoTagsAndKeepsItsParagraphs() {
        assertThat(article(
                                "{'@type':'NewsArticle','articleBody':'&lt;p&gt;One &amp; two&lt;/p&gt;&lt;p&gt;Three&lt;/p&gt;'}")
                        .articleBody()
                        .strip()
                        .split("\n+"))
                .containsExactly("One & two", "Three");
        assertThat(article("{'@type':'NewsArticle','articleBody':' '}").articleBody())
                .isNull();
    }

    private static JsonLdArticle article(String script) {
        return JsonLdArticle.find(jsonLd(script), URL, "");
    }

    private static JsonLd jsonLd(String script) {
        return JsonLd.of(PageElements.of(Jsoup.parse("<script type='application/ld+json'>" + script + "</script>")));
    }
}
