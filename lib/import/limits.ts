/** Limits of an import; each has a test at and above it. */
export const importLimits = {
	/** Of a document. */
	bytes: 20 * 1024 * 1024,
	/** Of plain text, Markdown and HTML. */
	textBytes: 2 * 1024 * 1024,
	/** Files taken at once. */
	files: 20,
	/** Of one document: more than a paper prints with one story is a mistake. */
	pictures: 60,
	/** After which a file that is still being read is given up. */
	milliseconds: 10_000,
};

/** What the button and the browser's dialog offer. */
export const importTypes = '.docx,.txt,.md,.markdown,.html,.htm';

/** Limits of a zip, judged before anything is inflated. */
export const zipLimits = {
	entries: 2000,
	/** Inflated, all together. */
	bytes: 120 * 1024 * 1024,
	/** Inflated, one part of XML. */
	xmlBytes: 24 * 1024 * 1024,
	/** Inflated to packed, of parts above a megabyte; text packs to a fiftieth at most. */
	ratio: 200,
};
