import { Ajv2020 } from 'ajv/dist/2020.js';

/**
 * What of IPTC ninjs 3.1 our export uses, as a JSON Schema of our own after the standard's property list: names, types,
 * vocabularies and what is required are those of http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json; properties that we never
 * write are left out, so that everything unknown is an error here that would be one there.
 */
const text = { type: 'string' };
const uri = { type: 'string', format: 'uri' };
const dateTime = { type: 'string', format: 'date-time' };
const integer = { type: 'integer' };

const object = (properties: object, required: string[] = []) => ({
	type: 'object',
	additionalProperties: false,
	properties,
	required,
});
const list = (items: object) => ({ type: 'array', items });
const valued = (more: object = {}) => list(object({ role: text, contentType: text, value: text, ...more }, ['value']));

const item = {
	uri,
	standard: object({ name: text, version: text, schema: uri }),
	type: {
		enum: ['text', 'audio', 'video', 'picture', 'graphic', 'composite', 'component', 'event', 'planning'],
	},
	representationType: { enum: ['full', 'partial'] },
	profile: text,
	version: text,
	firstCreated: dateTime,
	versionCreated: dateTime,
	contentCreated: dateTime,
	pubStatus: { enum: ['usable', 'withheld', 'canceled'] },
	copyrightHolder: text,
	copyrightNotice: text,
	usageTerms: text,
	edNote: text,
	language: text,
	title: text,
	by: text,
	headlines: valued(),
	descriptions: valued(),
	bodies: valued({ charCount: integer, wordCount: integer }),
	people: list(object({ name: text, rel: text, uri, literal: text })),
	organisations: list(object({ name: text, rel: text, uri, literal: text })),
	subjects: list(object({ name: text, rel: text, uri, literal: text })),
	altIds: list(object({ role: text, value: text })),
	renditions: list(
		object(
			{ name: text, href: uri, contentType: text, title: text, width: integer, height: integer, sizeInBytes: integer },
			['name'],
		),
	),
};

const schema = {
	$schema: 'https://json-schema.org/draft/2020-12/schema',
	...object({ ...item, associations: list(object({ ...item, name: text, rel: text }, ['name', 'uri'])) }, ['uri']),
};

/** RFC 3339 with an offset, as `date-time` asks. */
const rfc3339 =
	/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

const ajv = new Ajv2020({ allErrors: true, strictTypes: false });
ajv.addFormat('uri', (value) => /^[a-z][a-z0-9+.-]*:\/\/\S+$/i.test(value) && URL.canParse(value));
ajv.addFormat('date-time', rfc3339);
const validate = ajv.compile(schema);

/** What is wrong with an item, as sentences; empty where nothing is. */
export function ninjsFaults(item: unknown): string[] {
	if (validate(item)) return [];
	return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath || '/'} ${message}`);
}
