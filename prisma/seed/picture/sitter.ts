import type { Turn } from './solid';

export type HairStyle =
	| 'parted'
	| 'swept'
	| 'mop'
	| 'cropped'
	| 'receding'
	| 'wavy'
	| 'bob'
	| 'long'
	| 'tied'
	| 'bun'
	| 'fringe';
export type Glasses = 'round' | 'square' | 'half';
export type Dress =
	| 'suit'
	| 'jacket'
	| 'coat'
	| 'shirt'
	| 'denim'
	| 'crew'
	| 'knit'
	| 'tunic'
	| 'blazer'
	| 'turtleneck'
	| 'vest'
	| 'parka';

/** Who sits for a portrait. Measures of 1 are usual ones. */
export interface Sitter {
	turn: Turn;
	/** Yaw of the shoulders. */
	stance: number;
	woman: boolean;
	face: { width: number; jaw: number; chin: number; cheek: number };
	/** 0 young … 1 old: lines, hollows, lids. */
	age: number;
	brow: { weight: number; rise: number; slope: number };
	eye: { open: number; tilt: number; size: number };
	nose: { width: number; length: number };
	mouth: { width: number; full: number; smile: number };
	hair: {
		style: HairStyle /** 0 white … 1 black */;
		dark: number /** −1 parted at the viewer's left … 1 right */;
		part: number;
	};
	beard?: 'stubble' | 'long';
	/** Skin darkened by the weather, 0 … 0.2. */
	tan?: number;
	glasses?: Glasses;
	dress: Dress;
	/** The second block: a flat colour behind the sitter. */
	tint: string;
}

const MAN = {
	woman: false,
	nose: { width: 1.12, length: 1 },
	brow: { weight: 1.1, rise: 0, slope: 0 },
	mouth: { width: 1, full: 0.9, smile: 0.25 },
} as const;
const WOMAN = {
	woman: true,
	nose: { width: 0.95, length: 0.96 },
	brow: { weight: 0.66, rise: 0.3, slope: 0 },
	mouth: { width: 0.92, full: 1.25, smile: 0.35 },
} as const;

/** The people of the demo paper who are seen, by the key of their picture. */
export const sitters: Readonly<Record<string, Sitter>> = {
	'portrait-he': {
		...MAN,
		turn: { yaw: 0.28, pitch: 0.02, roll: 0.01 },
		stance: -0.15,
		face: { width: 1.04, jaw: 1.1, chin: 1.1, cheek: 1.15 },
		age: 0.58,
		eye: { open: 0.92, tilt: -0.2, size: 1 },
		mouth: { width: 1.05, full: 0.85, smile: 0.4 },
		hair: { style: 'parted', dark: 0.86, part: -1 },
		dress: 'jacket',
		tint: '#cdd5d2',
	},
	'portrait-qin': {
		...WOMAN,
		turn: { yaw: -0.26, pitch: 0.01, roll: -0.03 },
		stance: 0.2,
		face: { width: 0.97, jaw: 0.94, chin: 0.9, cheek: 1 },
		age: 0.34,
		eye: { open: 1, tilt: 0.4, size: 1 },
		hair: { style: 'bob', dark: 0.96, part: 0.9 },
		dress: 'blazer',
		tint: '#dfd2c6',
	},
	'portrait-luo': {
		...MAN,
		turn: { yaw: -0.34, pitch: -0.02, roll: 0.02 },
		stance: 0.1,
		face: { width: 1.02, jaw: 1.18, chin: 1.15, cheek: 0.9 },
		age: 0.5,
		tan: 0.1,
		brow: { weight: 1.45, rise: -0.1, slope: 0 },
		eye: { open: 0.88, tilt: 0, size: 0.98 },
		nose: { width: 1.25, length: 1.03 },
		mouth: { width: 1.12, full: 1, smile: 0.75 },
		hair: { style: 'cropped', dark: 0.9, part: 0 },
		dress: 'shirt',
		tint: '#d5d4c2',
	},
	'portrait-poet': {
		...MAN,
		turn: { yaw: 0.36, pitch: 0.08, roll: 0.04 },
		stance: 0.15,
		face: { width: 0.95, jaw: 0.92, chin: 0.9, cheek: 0.7 },
		age: 1,
		brow: { weight: 1.2, rise: 0.2, slope: 0.6 },
		eye: { open: 0.8, tilt: -0.5, size: 0.95 },
		mouth: { width: 0.95, full: 0.6, smile: 0.3 },
		hair: { style: 'swept', dark: 0.14, part: 0 },
		beard: 'long',
		glasses: 'round',
		dress: 'tunic',
		tint: '#dbcfb4',
	},
	'reporter-shen': {
		...MAN,
		turn: { yaw: -0.2, pitch: 0.02, roll: -0.02 },
		stance: 0.12,
		face: { width: 0.98, jaw: 1, chin: 1, cheek: 0.9 },
		age: 0.3,
		eye: { open: 1, tilt: 0, size: 1 },
		hair: { style: 'swept', dark: 0.94, part: 0 },
		glasses: 'square',
		dress: 'knit',
		tint: '#cfd6d2',
	},
	'reporter-lu': {
		...WOMAN,
		turn: { yaw: 0.3, pitch: 0, roll: 0.04 },
		stance: -0.1,
		face: { width: 0.95, jaw: 0.9, chin: 0.85, cheek: 1.1 },
		age: 0.05,
		eye: { open: 1.15, tilt: 0.5, size: 1.08 },
		mouth: { width: 0.95, full: 1.25, smile: 0.8 },
		hair: { style: 'tied', dark: 0.95, part: -1 },
		dress: 'crew',
		tint: '#ddd3be',
	},
	'reporter-zhou': {
		...MAN,
		turn: { yaw: 0.4, pitch: 0.03, roll: 0 },
		stance: 0.2,
		face: { width: 0.96, jaw: 0.9, chin: 0.95, cheek: 0.75 },
		age: 0.45,
		eye: { open: 0.9, tilt: -0.2, size: 0.98 },
		nose: { width: 1.05, length: 1.06 },
		mouth: { width: 0.95, full: 0.75, smile: 0.1 },
		hair: { style: 'wavy', dark: 0.75, part: -1 },
		glasses: 'round',
		dress: 'coat',
		tint: '#cdd2d6',
	},
	'reporter-xu': {
		...WOMAN,
		turn: { yaw: -0.34, pitch: 0.02, roll: -0.02 },
		stance: -0.1,
		face: { width: 0.93, jaw: 0.86, chin: 0.88, cheek: 0.95 },
		age: 0.16,
		brow: { weight: 0.72, rise: 0.1, slope: 0.2 },
		eye: { open: 0.95, tilt: 0.7, size: 1.05 },
		hair: { style: 'long', dark: 0.97, part: 0.8 },
		dress: 'turtleneck',
		tint: '#d9d0cb',
	},
	'reporter-fang': {
		...MAN,
		turn: { yaw: 0.16, pitch: -0.02, roll: 0.04 },
		stance: -0.2,
		face: { width: 1, jaw: 0.96, chin: 0.95, cheek: 1.1 },
		age: 0.05,
		eye: { open: 1.1, tilt: 0.3, size: 1.05 },
		mouth: { width: 1, full: 1, smile: 0.7 },
		hair: { style: 'mop', dark: 0.98, part: 0 },
		dress: 'denim',
		tint: '#d2d6c9',
	},
	'reporter-shao': {
		...MAN,
		turn: { yaw: -0.3, pitch: 0.04, roll: 0.01 },
		stance: 0.22,
		face: { width: 1.02, jaw: 1.06, chin: 1.05, cheek: 1.05 },
		age: 0.22,
		brow: { weight: 1.2, rise: 0, slope: -0.2 },
		eye: { open: 0.95, tilt: 0.2, size: 1 },
		hair: { style: 'parted', dark: 0.97, part: 1 },
		glasses: 'half',
		dress: 'suit',
		tint: '#d6d2c8',
	},
	'reporter-ye': {
		...WOMAN,
		turn: { yaw: 0.24, pitch: 0.03, roll: 0 },
		stance: 0.15,
		face: { width: 0.98, jaw: 0.96, chin: 0.92, cheek: 1.05 },
		age: 0.36,
		eye: { open: 0.95, tilt: 0.2, size: 1 },
		hair: { style: 'bun', dark: 0.88, part: 0 },
		glasses: 'round',
		dress: 'blazer',
		tint: '#d8cdbd',
	},
	'reporter-gu': {
		...MAN,
		turn: { yaw: -0.24, pitch: 0.03, roll: -0.02 },
		stance: 0,
		face: { width: 1.06, jaw: 1.16, chin: 1.15, cheek: 1.25 },
		age: 0.68,
		eye: { open: 0.85, tilt: -0.3, size: 0.96 },
		nose: { width: 1.25, length: 1.02 },
		mouth: { width: 1.08, full: 0.85, smile: 0.3 },
		hair: { style: 'receding', dark: 0.5, part: 0 },
		dress: 'jacket',
		tint: '#ccd4cf',
	},
	'reporter-cheng': {
		...MAN,
		turn: { yaw: 0.34, pitch: 0, roll: -0.03 },
		stance: 0.1,
		face: { width: 0.99, jaw: 1.06, chin: 1.1, cheek: 0.8 },
		age: 0.28,
		tan: 0.06,
		brow: { weight: 1.35, rise: -0.1, slope: 0 },
		eye: { open: 0.9, tilt: 0.1, size: 1 },
		hair: { style: 'wavy', dark: 0.95, part: 1 },
		beard: 'stubble',
		dress: 'vest',
		tint: '#dacdb8',
	},
	'reporter-su': {
		...WOMAN,
		turn: { yaw: -0.18, pitch: 0, roll: 0.05 },
		stance: -0.2,
		face: { width: 0.97, jaw: 0.88, chin: 0.8, cheek: 1.2 },
		age: 0,
		eye: { open: 1.15, tilt: 0.3, size: 1.08 },
		mouth: { width: 0.9, full: 1.2, smile: 0.6 },
		hair: { style: 'fringe', dark: 0.97, part: 0 },
		dress: 'parka',
		tint: '#ccd4d6',
	},
};
