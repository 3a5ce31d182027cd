/** A text as the content of an element or of an attribute in double quotes. */
export function escapeXml(text: string): string {
	return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** Without what XML 1.0 (2.2) allows nowhere: control characters that somebody has pasted along, halves of pairs. */
export function withoutControls(xml: string): string {
	// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
	return xml.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
}
