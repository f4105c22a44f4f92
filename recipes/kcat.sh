#!/bin/sh
# The present state of a compacted topic, one line of JSON a key: kcat.sh BROKER TOPIC. Needs Debian's kcat. NULL is a tombstone.
kcat -b "$1" -t "$2" -C -e -q -Z -o beginning -X isolation.level=read_committed -X fetch.message.max.bytes=17000000 -f '%k\t%s\n' |
    awk -F '\t' '{ last[$1] = $2 } END { for (id in last) if (last[id] != "NULL") print last[id] }'
