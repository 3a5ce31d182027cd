import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { env } from '@/lib/env';
import { Refusal } from '@/lib/errors';
import type { PressColour } from './press';

const patienceMilliseconds = 60_000;
/** The profile of Debian's Ghostscript and of others' own folder: SWOP, whose registered name is below. */
const usualProfiles = [
	'/usr/share/color/icc/ghostscript/default_cmyk.icc',
	'/usr/local/share/color/icc/default_cmyk.icc',
];
const usualCondition = 'CGATS TR001';

/** The program, where the settings or the PATH name one that can be run. */
export function findGhostscript(): string | undefined {
	const { GHOSTSCRIPT_PATH: own, PATH } = env();
	if (own) return isProgram(own) ? own : undefined;
	const candidates = PATH.split(path.delimiter)
		.filter(Boolean)
		.map((folder) => path.join(folder, 'gs'));
	return candidates.find(isProgram);
}

function isProgram(file: string): boolean {
	try {
		accessSync(file, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

/**
 * A PDF in the four inks of the press: what is drawn in grey stays in black ink, links and tags go, which are a reader's. For PDF/X-3
 * with the output intent that the settings name. Refuses, in a sentence, where there is no Ghostscript or it fails.
 */
export async function convertForPress(pdf: Uint8Array, colour: Exclude<PressColour, 'rgb'>): Promise<Uint8Array> {
	const program = findGhostscript();
	if (!program) throw new Refusal('unavailable', noGhostscript);
	const folder = await mkdtemp(path.join(os.tmpdir(), 'shangban-press-'));
	try {
		await writeFile(path.join(folder, 'in.pdf'), pdf);
		const definition = colour === 'pdfx' ? await writeDefinition(folder) : [];
		await run(program, folder, [...flagsOf(colour), '-sOutputFile=out.pdf', ...definition, 'in.pdf']);
		const converted = await readFile(path.join(folder, 'out.pdf'));
		// It warns and goes on where a page cannot be PDF/X.
		if (colour === 'pdfx' && !converted.includes('GTS_PDFXVersion')) throw failed('out.pdf is not PDF/X');
		return converted;
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

export const noGhostscript =
	'本机没有 Ghostscript，转不了 CMYK。请管理员安装（apt install ghostscript）或在 GHOSTSCRIPT_PATH 里指明；RGB 的 PDF 现在就能导出，请印厂转换。';

function flagsOf(colour: PressColour): string[] {
	return [
		'-dSAFER',
		'-dBATCH',
		'-dNOPAUSE',
		'-q',
		'-sDEVICE=pdfwrite',
		...(colour === 'pdfx' ? ['-dPDFX'] : ['-dCompatibilityLevel=1.4']),
		'-sColorConversionStrategy=CMYK',
		'-sProcessColorModel=DeviceCMYK',
		'-dShowAnnots=false',
		'-dPreserveAnnots=false',
		// Pictures come in the resolution of the press.
		'-dDownsampleColorImages=false',
		'-dDownsampleGrayImages=false',
		// It would pack them again, coarsely.
		'-dAutoFilterColorImages=false',
		'-dColorImageFilter=/FlateEncode',
		'-dEmbedAllFonts=true',
		'-dSubsetFonts=true',
		...profileFlags(),
	];
}

function profileFlags(): string[] {
	const profile = profileOf();
	if (!profile) return [];
	return [`-sOutputICCProfile=${profile}`, `--permit-file-read=${profile}`];
}

/** The settings' profile, or the usual one where it is installed; without either Ghostscript takes its built-in one. */
function profileOf(): string | undefined {
	const { PRESS_ICC: own } = env();
	if (own && !existsSync(own))
		throw new Refusal('unavailable', `PRESS_ICC 指的色彩文件不在：${own}。请管理员核对设置。`);
	return own ?? usualProfiles.find((file) => existsSync(file));
}

/** What PDF/X-3 asks for in words of PostScript (Ghostscript, lib/PDFX_def.ps): its name and the condition of printing. */
async function writeDefinition(folder: string): Promise<string[]> {
	const profile = profileOf();
	const { PRESS_CONDITION: condition = usualCondition } = env();
	const lines = [
		'%!',
		'[ /GTS_PDFXVersion (PDF/X-3:2002) /Trapped /False /DOCINFO pdfmark',
		...(profile
			? [
					'[/_objdef {icc} /type /stream /OBJ pdfmark',
					'[{icc} << /N 4 >> /PUT pdfmark',
					`[{icc} (${escaped(profile)}) (r) file /PUT pdfmark`,
				]
			: []),
		'[/_objdef {intent} /type /dict /OBJ pdfmark',
		`[{intent} << /Type /OutputIntent /S /GTS_PDFX /OutputConditionIdentifier (${escaped(condition)})`,
		`/OutputCondition (${escaped(condition)}) /Info (none) /RegistryName (http://www.color.org)`,
		`${profile ? '/DestOutputProfile {icc} ' : ''}>> /PUT pdfmark`,
		'[{Catalog} << /OutputIntents [ {intent} ] >> /PUT pdfmark',
	];
	await writeFile(path.join(folder, 'pdfx.ps'), `${lines.join('\n')}\n`);
	return ['pdfx.ps'];
}

function escaped(text: string): string {
	return text.replace(/[\\()]/g, '\\$&');
}

/** In the folder of its files, without our settings. */
function run(program: string, cwd: string, args: readonly string[]): Promise<void> {
	return new Promise((resolve, reject) => {
		const child = spawn(program, args, {
			cwd,
			env: { NODE_ENV: 'production', PATH: env().PATH, TMPDIR: cwd },
			timeout: patienceMilliseconds,
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		let said = '';
		const hear = (chunk: Buffer) => {
			said = (said + chunk.toString()).slice(-2000);
		};
		child.stdout.on('data', hear);
		child.stderr.on('data', hear);
		child.on('error', (error) => reject(failed(error.message)));
		child.on('close', (code) => (code === 0 ? resolve() : reject(failed(said || `exit ${code}`))));
	});
}

function failed(why: string): Refusal {
	console.error(`Ghostscript: ${why}`);
	return new Refusal('unavailable', 'Ghostscript 没有转成，原因在服务器日志里。可以先导出 RGB 的 PDF，请印厂转换。');
}
