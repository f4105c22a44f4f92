// The present state of a compacted topic, one line of JSON a key: state BROKER TOPIC. Ends after 5 s without a record, 30 s at first.
package main

import "github.com/confluentinc/confluent-kafka-go/kafka"
import "log"
import "os"
import "time"

func main() {
	consumer, err := kafka.NewConsumer(&kafka.ConfigMap{"bootstrap.servers": os.Args[1], "group.id": "recipe-go " + time.Now().String(),
		"isolation.level": "read_committed", "auto.offset.reset": "earliest", "enable.auto.commit": false, "fetch.message.max.bytes": 17000000})
	if err != nil {
		log.Fatal(err)
	}
	consumer.Subscribe(os.Args[2], nil)
	state, wait := map[string]string{}, 30*time.Second
	record, err := consumer.ReadMessage(wait)
	for ; err == nil; record, err = consumer.ReadMessage(wait) {
		wait = 5 * time.Second
		state[string(record.Key)] = string(record.Value) // empty of a tombstone
	}
	if err.(kafka.Error).Code() != kafka.ErrTimedOut {
		log.Fatal(err) // what was read is not the state
	}
	for _, value := range state {
		if value != "" {
			os.Stdout.WriteString(value + "\n")
		}
	}
}
