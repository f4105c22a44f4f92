// Articles as JSON-LD: expanded with our context beside schema.org's, every term is one that schema.org has, or one of ours.
import fs from 'node:fs';
import jsonld from 'jsonld';

const OURS = 'https://copydesk.io/ns#';
const SCHEMA_ORG = 'http://schema.org/';

// The types and properties of schema.org, from the typings that are generated from its vocabulary.
const typings = fs.readFileSync(new URL('node_modules/schema-dts/dist/schema.d.ts', import.meta.url), 'utf8');
const properties = new Set([...typings.matchAll(/^ {4}"([a-z][A-Za-z0-9]*)"\?:/gm)].map(match => match[1]));
const types = new Set([...typings.matchAll(/"@type": "([A-Za-z0-9]+)";/g)].map(match => match[1]));

// What https://schema.org answers is as large as the vocabulary; this is its shape: every property is a term, names of types and of
// whatever it does not know are made of the vocabulary's address.
const linked = new Set(['url', 'sameAs', 'image', 'isBasedOn']);
const schemaOrg = { '@vocab': SCHEMA_ORG, type: '@type', id: '@id' };
for (const property of properties) {
    schemaOrg[property] = linked.has(property) ? { '@id': SCHEMA_ORG + property, '@type': '@id' } : { '@id': SCHEMA_ORG + property };
}

function documentLoader(url) {
    if (url.replace(/\/$/, '') !== 'https://schema.org') {
        throw new Error(`a record refers to ${url}`);
    }
    return { contextUrl: null, documentUrl: url, document: { '@context': schemaOrg } };
}

/** A function that gives the findings of an article, a text each; context is our context document. */
export function linkedData(context) {
    return async article => {
        const findings = [];
        // safe: what no term is known for is an error, not left out.
        const expanded = await jsonld.expand(article, { expandContext: context, documentLoader, safe: true });
        visit(expanded, findings);
        const pipeline = expanded[0]?.[OURS + 'pipeline']?.[0] ?? {};
        const compacted = await jsonld.compact(pipeline, context['@context'].pipeline['@context'], { documentLoader });
        delete compacted['@context'];
        for (const name of Object.keys(article.pipeline)) {
            if (compacted[name] === undefined && !(Array.isArray(article.pipeline[name]) && article.pipeline[name].length === 0)) {
                findings.push(`pipeline.${name} is lost`);
            }
        }
        const story = expanded[0]?.[OURS + 'pipeline']?.[0]?.[OURS + 'decision']?.[0]?.[OURS + 'storyId']?.[0]?.['@id'];
        if (story !== article.pipeline.decision?.storyId) {
            findings.push('the story is no link');
        }
        return findings;
    };
}

function visit(node, findings) {
    if (Array.isArray(node)) {
        node.forEach(item => visit(item, findings));
    } else if (node !== null && typeof node === 'object') {
        for (const [name, value] of Object.entries(node)) {
            if (name === '@type' && Array.isArray(value)) {
                value.filter(type => !(type.startsWith(SCHEMA_ORG) && types.has(type.slice(SCHEMA_ORG.length))))
                    .forEach(type => findings.push(`${type} is no type of schema.org`));
            } else if (name.startsWith(SCHEMA_ORG) && !properties.has(name.slice(SCHEMA_ORG.length))) {
                findings.push(`${name} is no term of schema.org`);
            } else if (!name.startsWith('@') && !name.startsWith(SCHEMA_ORG) && !name.startsWith(OURS)) {
                findings.push(`${name} is of neither vocabulary`);
            }
            visit(value, findings);
        }
    }
}
