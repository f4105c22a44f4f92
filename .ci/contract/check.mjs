// Reads what is published with foreign tools, which are pinned in package.json:
//   node check.mjs              the AsyncAPI document, the data contract, the JSON Schemas with their examples, articles as JSON-LD,
//                               and types in five languages
//   node check.mjs DIR          the same, and every line of DIR/<topic>.jsonl, as replay --out writes them
// Prints one line for each finding and ends with 1 if there is any.
import fs from 'node:fs';
import path from 'node:path';
import readline from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Parser } from '@asyncapi/parser';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { InputData, JSONSchemaInput, quicktype } from 'quicktype-core';
import { linkedData } from './linked_data.mjs';

const resources = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../schemas/src/main/resources');
const findings = [];
const read = file => JSON.parse(fs.readFileSync(path.join(resources, file), 'utf8'));

const asyncApi = fs.readFileSync(path.join(resources, 'asyncapi.json'), 'utf8');
const parsed = await new Parser().parse(asyncApi);
for (const diagnostic of parsed.diagnostics) {
    findings.push(`asyncapi.json: ${diagnostic.path.join('.')}: ${diagnostic.message}`);
}
if (!parsed.document) {
    findings.push('asyncapi.json: the parser gives no document');
}

const odcs = JSON.parse(fs.readFileSync(new URL('odcs.schema.json', import.meta.url), 'utf8'));
const contract = addFormats.default(new Ajv.default({ strict: true, strictTypes: false, strictRequired: false, allErrors: true }));
check('datacontract.odcs.json', contract.compile(odcs), read('datacontract.odcs.json'));

const findingsOf = linkedData(read('context.jsonld'));
for (const example of read('examples/article.json')) {
    await checkLinkedData('examples/article.json', example);
}

const validators = new Map();
for (const file of fs.readdirSync(path.join(resources, 'schemas'))) {
    const type = file.replace('.schema.json', '');
    const ajv = addFormats.default(new Ajv.default({ strict: true, allErrors: true }));
    const validate = ajv.compile(read(`schemas/${file}`));
    validators.set(type, validate);
    for (const example of read(`examples/${type}.json`)) {
        check(`examples/${type}.json`, validate, example);
    }
}

for (const language of ['typescript', 'python', 'java', 'go', 'rust']) {
    const input = new JSONSchemaInput(undefined);
    await input.addSource({ name: 'Article', schema: JSON.stringify(read('schemas/article.schema.json')) });
    const data = new InputData();
    data.addInput(input);
    const code = (await quicktype({ inputData: data, lang: language })).lines.join('\n');
    // Comments are wrapped: the first words of a description have to be there.
    if (!code.includes('paragraphs separated by')) {
        findings.push(`quicktype ${language}: the types have no descriptions`);
    }
}

const types = { 'enriched-articles': 'article', articles: 'article', stories: 'story', duplicates: 'duplicate', revisions: 'revision',
    'site-boilerplate': 'site-boilerplate', ledger: 'ledger-entry' };
let records = 0;
if (process.argv[2]) {
    for (const [topic, type] of Object.entries(types)) {
        const lines = readline.createInterface({ input: fs.createReadStream(path.join(process.argv[2], `${topic}.jsonl`)) });
        for await (const line of lines) {
            records++;
            const record = JSON.parse(line);
            check(`${topic} ${records}`, validators.get(type), record);
            if (type === 'article') {
                await checkLinkedData(`${topic} ${records}`, record);
            }
        }
    }
    if (records === 0) {
        findings.push(`${process.argv[2]}: no records`);
    }
}

async function checkLinkedData(where, article) {
    try {
        (await findingsOf(article)).forEach(finding => findings.push(`${where} as JSON-LD: ${finding}`));
    } catch (error) {
        findings.push(`${where} as JSON-LD: ${error.message}`);
    }
}

function check(where, validate, record) {
    if (!validate(record)) {
        validate.errors.forEach(error => findings.push(`${where}: ${error.instancePath} ${error.message}`));
    }
}

findings.slice(0, 50).forEach(finding => console.log(finding));
console.log(`${validators.size} schemas, ${records} records: ${findings.length} findings`);
process.exit(findings.length === 0 ? 0 : 1);
