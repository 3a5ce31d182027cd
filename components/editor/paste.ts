/** Pasted HTML made ready for the schema, and what it held that the schema cannot take. */
export interface Pasted {
	html: string;
	/** Pictures that came as data, to be uploaded. */
	pictures: File[];
	/** How many pictures only pointed to somewhere on the network. */
	lost: number;
}

const blocks = 'p, div, h1, h2, h3, h4, h5, h6, ul, ol, table, section, article';
const ownPicture = /^\/api\/media\/([0-9a-z]{1,40})\//;

/**
 * Prepares pasted HTML: quotations become one pull quote a paragraph, pictures are taken out (ours stay
 * as figures). Everything else is cleaned by the schema, which knows no styles.
 */
export function cleanPastedHtml(html: string): Pasted {
	const body = parseInert(html);
	for (const element of body.querySelectorAll<HTMLElement>('[data-style]')) keepWeight(element);
	for (const quote of body.querySelectorAll('blockquote')) unwrapQuote(quote);
	const pictures: File[] = [];
	let lost = 0;
	for (const image of body.querySelectorAll('img')) {
		const source = image.getAttribute('src') ?? '';
		const own = ownPicture.exec(source.startsWith(location.origin) ? source.slice(location.origin.length) : source);
		const file = fileOfDataUrl(source, pictures.length + 1);
		if (own?.[1]) image.replaceWith(figureOf(own[1], image.alt));
		else image.remove();
		if (file) pictures.push(file);
		else if (!own) lost++;
	}
	return { html: body.innerHTML, pictures, lost };
}

/**
 * Parses into a document in which nothing loads or runs. Style attributes become data: the content
 * policy blocks them there too, and says so for each.
 */
function parseInert(html: string): HTMLElement {
	const plain = html.replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/(\s)style(\s*=)/gi, '$1data-style$2'));
	return new DOMParser().parseFromString(plain, 'text/html').body;
}

/** Of all styles only the weight means something: bold as a style becomes bold, <b> that is not bold does not. */
function keepWeight(element: HTMLElement): void {
	const [, weight] = /font-weight\s*:\s*([a-z0-9]+)/i.exec(element.dataset.style ?? '') ?? [];
	delete element.dataset.style;
	if (!weight) return;
	const isHeavy = /^(?:bold|bolder|[6-9]00)$/i.test(weight);
	if (element.matches('b, strong') && !isHeavy) element.replaceWith(...element.childNodes);
	else if (element.matches('span, a, font') && isHeavy) {
		const strong = document.createElement('strong');
		strong.append(...element.childNodes);
		element.append(strong);
	}
}

/** A quotation of several blocks becomes as many quotations. */
function unwrapQuote(quote: HTMLQuoteElement): void {
	if (!quote.querySelector(blocks)) return;
	const parts = [...quote.children].map((child) => {
		if (child.matches('ul, ol, table, blockquote')) return child;
		const part = document.createElement('blockquote');
		part.append(...child.childNodes);
		return part;
	});
	quote.replaceWith(...parts);
}

function figureOf(media: string, alt: string): HTMLElement {
	const figure = document.createElement('figure');
	figure.dataset.media = media;
	figure.dataset.alt = alt;
	return figure;
}

function fileOfDataUrl(url: string, number: number): File | undefined {
	const [, type, data] = /^data:(image\/[a-z0-9.+-]+);base64,(.+)$/is.exec(url) ?? [];
	if (!type || !data) return undefined;
	try {
		const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
		return new File([bytes], `粘贴的图片 ${number}`, { type });
	} catch {
		// Not base64 after all: counted with the pictures that cannot be taken.
		return undefined;
	}
}

/** The pictures of a drop or paste; those of a paste that brings words too are drawings of the words. */
export function picturesOf(data: DataTransfer | null): File[] {
	if (!data) return [];
	const html = data.getData('text/html');
	const hasWords = html !== '' && parseInert(html).textContent?.trim() !== '';
	return hasWords ? [] : [...data.files].filter((file) => file.type.startsWith('image/'));
}
