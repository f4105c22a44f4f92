#!/usr/bin/env python3
"""The present state of a compacted topic, one line of JSON a key: state.py BROKER TOPIC. Needs Debian's python3-confluent-kafka."""
import sys
from confluent_kafka import OFFSET_BEGINNING, Consumer, KafkaError, TopicPartition

broker, topic = sys.argv[1:]
consumer = Consumer({"bootstrap.servers": broker, "group.id": "recipe", "isolation.level": "read_committed",
                     "enable.auto.commit": False, "enable.partition.eof": True, "fetch.message.max.bytes": 17_000_000})
partitions = consumer.list_topics(topic, 10).topics[topic].partitions
consumer.assign([TopicPartition(topic, partition, OFFSET_BEGINNING) for partition in partitions])
state, unread = {}, len(partitions)
while unread > 0:
    record = consumer.poll(30)
    if record is None:
        sys.exit("no answer for 30 s")
    if record.error():
        if record.error().code() != KafkaError._PARTITION_EOF:
            sys.exit(str(record.error()))
        unread -= 1  # a partition that was read to its end; a consumer that goes on ignores this
    elif record.value() is None:
        state.pop(record.key(), None)  # a tombstone
    else:
        state[record.key()] = record.value()
for value in state.values():
    sys.stdout.buffer.write(value + b"\n")
