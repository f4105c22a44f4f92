// The present state of a compacted topic, one line of JSON a key: node state.mjs BROKER TOPIC. Ends after 5 s without a record, 30 s at first.
import { Kafka, logLevel } from 'kafkajs';

const [broker, topic] = process.argv.slice(2);
const consumer = new Kafka({ brokers: [broker], logLevel: logLevel.ERROR })
    .consumer({ groupId: `recipe-node-${process.pid}`, maxBytesPerPartition: 17_000_000 }); // reads committed records only
const state = new Map();
let timer = setTimeout(end, 30_000);

async function end() {
    await consumer.disconnect();
    for (const value of state.values()) {
        process.stdout.write(value + '\n');
    }
}

await consumer.connect();
await consumer.subscribe({ topic, fromBeginning: true });
await consumer.run({
    autoCommit: false,
    eachMessage: async ({ message }) => {
        clearTimeout(timer);
        timer = setTimeout(end, 5000);
        const key = message.key.toString();
        message.value === null ? state.delete(key) : state.set(key, message.value.toString()); // null: a tombstone
    },
});
