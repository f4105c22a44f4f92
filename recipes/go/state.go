// The present state of a compacted topic, one line of JSON a key: state BROKER TOPIC. Ends after 5 s without a record.
package main

import (
	"fmt"
	"github.com/confluentinc/confluent-kafka-go/kafka"
	"log"
	"os"
	"time"
)

func main() {
	consumer, err := kafka.NewConsumer(&kafka.ConfigMap{"bootstrap.servers": os.Args[1], "group.id": fmt.Sprintf("recipe-go-%d", os.Getpid()),
		"isolation.level": "read_committed", "auto.offset.reset": "earliest", "enable.auto.commit": false, "fetch.message.max.bytes": 17000000})
	if err != nil {
		log.Fatal(err)
	}
	consumer.Subscribe(os.Args[2], nil)
	state, wait := map[string]string{}, 30*time.Second
	for record, err := consumer.ReadMessage(wait); err == nil; record, err = consumer.ReadMessage(wait) {
		wait = 5 * time.Second
		state[string(record.Key)] = string(record.Value) // empty of a tombstone
	}
	for _, value := range state {
		if value != "" {
			fmt.Println(value)
		}
	}
}
