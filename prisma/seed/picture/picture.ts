import { busStop } from './bus-stop';
import { oldTownCanal } from './canal';
import { chartGdp, chartJobs, mapDistrict } from './chart';
import { chipCleanRoom } from './clean-room';
import { greenhouse } from './greenhouse';
import { riceHarvest } from './harvest';
import { hospitalHall } from './hospital';
import { jobFair } from './job-fair';
import { lakeDawn, wetlandBirds } from './landscape';
import { libraryReading } from './library';
import { lanternOpera } from './opera';
import { paintPortrait } from './portrait';
import { schoolFootball } from './school';
import { sealCarving } from './seal';
import { sitters } from './sitter';
import { bridgeNight, skylinePark } from './skyline';
import { Canvas } from './svg';
import { grain, vignette } from './texture';
import { woodcutCrabs } from './woodcut';
import { workshopRobots } from './workshop';

interface Plate {
	width: number;
	height: number;
	paint: (canvas: Canvas) => void;
}

/** A scene in colour, printed: a little dark at the corners, the grain of the paper over all. */
const scene = (paint: Plate['paint']): Plate => ({
	width: 1500,
	height: 1000,
	paint(canvas) {
		paint(canvas);
		canvas.add(vignette(canvas, '#16232a', 0.35), grain(canvas, 0.5));
	},
});

const drawing = (paint: Plate['paint'], width = 1500): Plate => ({ width, height: 1000, paint });

const plates: Readonly<Record<string, Plate>> = {
	'lake-dawn': scene(lakeDawn),
	'skyline-park': scene(skylinePark),
	'workshop-robots': scene(workshopRobots),
	'chip-clean-room': scene(chipCleanRoom),
	'rice-harvest': scene(riceHarvest),
	'old-town-canal': scene(oldTownCanal),
	'school-football': scene(schoolFootball),
	'job-fair': scene(jobFair),
	'hospital-hall': scene(hospitalHall),
	'bridge-night': scene(bridgeNight),
	'wetland-birds': scene(wetlandBirds),
	'library-reading': scene(libraryReading),
	'lantern-opera': scene(lanternOpera),
	'bus-stop': scene(busStop),
	greenhouse: scene(greenhouse),
	'chart-gdp': drawing(chartGdp),
	'chart-jobs': drawing(chartJobs),
	'map-district': drawing(mapDistrict),
	'seal-carving': drawing(sealCarving, 1000),
	'woodcut-crabs': drawing(woodcutCrabs),
	...Object.fromEntries(
		Object.entries(sitters).map(([key, sitter]): [string, Plate] => {
			const width = key.startsWith('reporter-') ? 600 : 900;
			return [key, { width, height: (width / 3) * 4, paint: (canvas) => paintPortrait(canvas, sitter) }];
		}),
	),
};

/** Every picture that the demo paper prints. */
export const pictureKeys: readonly string[] = Object.keys(plates);

/**
 * Draws one picture as an SVG of its own, without text, fonts or anything from outside; the same key always gives the
 * same drawing. Width and height in pixels. An unknown key is an error.
 */
export function drawPicture(key: string): { svg: string; width: number; height: number } {
	const plate = plates[key];
	if (!plate) throw new Error(`No picture is called ${key}`);
	const canvas = new Canvas(key, plate.width, plate.height);
	plate.paint(canvas);
	return { svg: canvas.toSvg(), width: plate.width, height: plate.height };
}
