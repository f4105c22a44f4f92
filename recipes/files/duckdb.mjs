// Runs a file of SQL in DuckDB and prints the rows of the last statement as lines of JSON: node duckdb.mjs FILE, in the folder of the data.
import { readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';

const connection = await (await DuckDBInstance.create()).connect();
const answer = await connection.runAndReadAll(readFileSync(process.argv[2], 'utf8'));
for (const row of answer.getRowObjectsJson()) {
    console.log(JSON.stringify(row));
}
