#!/usr/bin/env python3
"""Keeps a table of a topic in SQLite: sqlite.py BROKER TOPIC FILE. Ends after 5 s without a record. Delete FILE
after a week without a run, or when its offsets are gone: tombstones may be gone then too. Needs python3-confluent-kafka."""
import sqlite3, sys
from confluent_kafka import OFFSET_BEGINNING, Consumer, TopicPartition

broker, topic, file = sys.argv[1:]
db = sqlite3.connect(file, isolation_level=None)
db.execute("CREATE TABLE IF NOT EXISTS record (id TEXT PRIMARY KEY, value TEXT NOT NULL)")
db.execute("CREATE TABLE IF NOT EXISTS position (part INTEGER PRIMARY KEY, next INTEGER NOT NULL)")
known = dict(db.execute("SELECT part, next FROM position"))
consumer = Consumer({"bootstrap.servers": broker, "group.id": "recipe", "isolation.level": "read_committed",
                     "enable.auto.commit": False, "auto.offset.reset": "error", "fetch.message.max.bytes": 17_000_000})
partitions = consumer.list_topics(topic, 10).topics[topic].partitions
consumer.assign([TopicPartition(topic, part, known.get(part, OFFSET_BEGINNING)) for part in partitions])
while records := consumer.consume(500, 5):
    db.execute("BEGIN")  # the records and how far they go, in one transaction: nothing is applied twice or left out
    for record in records:
        if record.error():
            sys.exit(str(record.error()))
        if record.value() is None:
            db.execute("DELETE FROM record WHERE id = ?", [record.key().decode()])
        else:
            db.execute("INSERT INTO record VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET value = excluded.value",
                       [record.key().decode(), record.value().decode()])
        db.execute("INSERT OR REPLACE INTO position VALUES (?, ?)", [record.partition(), record.offset() + 1])
    db.execute("COMMIT")
