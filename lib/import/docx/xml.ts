import { DOMParser, XMLSerializer } from '@xmldom/xmldom';
import { Refusal } from '@/lib/errors';

const malformed = '这份文档里的文字读不出来，可能已经损坏。请在 Word 或 WPS 里打开，另存为 .docx 再导入。';

/**
 * XML of an office document. Refuses declarations of types and entities, which such documents do not have: nothing is
 * ever expanded or fetched.
 */
export function parseXml(text: string): Document {
	if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) {
		throw new Refusal('invalid', '这份文档里有不允许的声明（DTD），没有导入。请在 Word 或 WPS 里另存为 .docx 再试。');
	}
	const fail = () => {
		throw new Refusal('invalid', malformed);
	};
	const parser = new DOMParser({ errorHandler: { warning: () => {}, error: () => {}, fatalError: fail } });
	const document: Document | undefined = parser.parseFromString(text, 'text/xml');
	return document?.documentElement ? document : fail();
}

export function writeXml(document: Document): string {
	return new XMLSerializer().serializeToString(document);
}

/** Text of a part, whatever its encoding: UTF-8 but for a mark at its beginning. */
export function decodeXml(bytes: Uint8Array): string {
	const encoding =
		bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
	return new TextDecoder(encoding).decode(bytes);
}

/** Elements below `root` with this local name, in order; a list that later changes of the tree do not touch. */
export function elements(root: Element | Document, name: string): Element[] {
	return [...Array.from(root.getElementsByTagNameNS('*', name))];
}

export function childOf(element: Element | undefined, name: string): Element | undefined {
	return childrenOf(element, name)[0];
}

export function childrenOf(element: Element | undefined, name: string): Element[] {
	return Array.from(element?.childNodes ?? []).filter(
		(node): node is Element => node.nodeType === 1 && (node as Element).localName === name,
	);
}

/** The attribute of this local name, whatever its prefix. */
export function attributeOf(element: Element | undefined, name: string): string | undefined {
	return Array.from(element?.attributes ?? []).find((attribute) => attribute.localName === name)?.value;
}

/** The `val` of a child: `<w:jc w:val="center"/>`. */
export function valOf(element: Element | undefined, child: string): string | undefined {
	return attributeOf(childOf(element, child), 'val');
}

/** A switch such as `<w:b/>`; undefined where it is not set. */
export function switchOf(element: Element | undefined, name: string): boolean | undefined {
	const child = childOf(element, name);
	return child && !/^(?:0|false|off|none)$/i.test(attributeOf(child, 'val') ?? '');
}

export function textOf(element: Element): string {
	return element.textContent ?? '';
}
