#!/usr/bin/env python3
"""The stories with their articles, largest first, as lines of JSON: stories.py enriched-articles.jsonl. Needs Debian's python3-pandas."""
import sys
import pandas

articles = pandas.read_json(sys.argv[1], lines=True, dtype=False, convert_dates=False)
articles["story"] = pandas.json_normalize(articles["pipeline"])["decision.storyId"]
stories = articles.groupby("story")["@id"].agg(articles="count", members=sorted).reset_index()
stories = stories.sort_values(["articles", "story"], ascending=[False, True])
print(stories.to_json(orient="records", lines=True, force_ascii=False), end="")
