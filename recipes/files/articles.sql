-- Articles as rows of a Parquet file, then the stories with their articles, largest first. In the folder that `replay --out` wrote.
COPY (
    SELECT "@id" AS id, headline, inLanguage AS language, datePublished AS published, version, articleBody AS text,
           pipeline.decision.workId AS work, pipeline.decision.storyId AS story
    FROM read_json('enriched-articles.jsonl', format = 'newline_delimited', maximum_object_size = 17000000, columns = {
        '@id': 'VARCHAR', headline: 'VARCHAR', inLanguage: 'VARCHAR', datePublished: 'VARCHAR', version: 'INTEGER',
        articleBody: 'VARCHAR', pipeline: 'STRUCT(decision STRUCT(workId VARCHAR, storyId VARCHAR))'})
) TO 'articles.parquet' (FORMAT parquet, COMPRESSION zstd);
SELECT story, count(*)::INTEGER AS articles, list(id ORDER BY id) AS members FROM 'articles.parquet' GROUP BY story ORDER BY articles DESC, story;
