import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { env } from '@/lib/env';

/** In the order in which they are read; each file is one concern of the paper's look. */
const files = [
	'components/tokens.css',
	'components/visually-hidden.css',
	'components/reader/base.css',
	'components/reader/frame.css',
	'components/sheet/sheet-face.css',
	'components/sheet/sheet.css',
	'components/sheet/sheet-head.css',
	'components/sheet/furniture.css',
	'components/reader/page.css',
	'components/reader/paper.css',
	'components/reader/article.css',
	'components/reader/body.css',
	'components/reader/gallery.css',
	'components/reader/list.css',
	'components/reader/search.css',
	'components/reader/archive.css',
	'components/reader/person.css',
	'components/reader/tools.css',
	'components/reader/large.css',
	'components/reader/print.css',
];

interface Stylesheet {
	/** `/assets/reader.<hash>.css` */
	path: string;
	css: string;
}

let built: Stylesheet | undefined;

/** The reader's one style sheet under the hash of its content; read once in a process, each time in development. */
export function stylesheet(): Stylesheet {
	if (built && env().NODE_ENV !== 'development') return built;
	const css = minifyCss(files.map((file) => readFileSync(path.join(root(), file), 'utf8')).join('\n'));
	const hash = createHash('sha256').update(css).digest('base64url').slice(0, 12);
	built = { path: `/assets/reader.${hash}.css`, css };
	return built;
}

function root(): string {
	return /* turbopackIgnore: true */ process.cwd();
}

/** Without comments and the white that only people need. Strings must not hold comment marks or runs of white. */
export function minifyCss(css: string): string {
	return css
		.replace(/\/\*[\s\S]*?\*\//g, '')
		.replace(/\s+/g, ' ')
		.replace(/ ?([{};,]) ?/g, '$1')
		.replace(/: /g, ':')
		.replace(/;}/g, '}')
		.trim();
}
