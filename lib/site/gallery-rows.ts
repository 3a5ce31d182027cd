/** The proportions (width over height) in which pictures of a gallery are shown: each is cropped to the nearest. */
export const galleryRatios = [0.5, 0.56, 0.62, 0.67, 0.75, 0.8, 0.9, 1, 1.12, 1.25, 1.33, 1.5, 1.6, 1.78, 2, 2.4, 3];

/** The nearest of `galleryRatios`, by proportion. */
export function galleryRatio({ width, height }: { width: number; height: number }): number {
	const off = (ratio: number) => Math.abs(Math.log((ratio * height) / width));
	return galleryRatios.reduce((best, ratio) => (off(ratio) < off(best) ? ratio : best));
}

/** Proportion of a row that suits the measure: two flat pictures, or three upright ones and a half. */
const suited = 2.6;
const mostInRow = 4;

/**
 * Parts a gallery into rows of the full measure, in order: pictures of one row have one height. The rows are those whose
 * heights come nearest to what suits.
 */
export function toGalleryRows<Picture>(
	pictures: readonly Picture[],
	ratioOf: (picture: Picture) => number,
): Picture[][] {
	// best[i]: the cheapest rows of the first i pictures.
	const best: { cost: number; rows: Picture[][] }[] = [{ cost: 0, rows: [] }];
	for (let end = 1; end <= pictures.length; end++) {
		for (let start = Math.max(0, end - mostInRow); start < end; start++) {
			const row = pictures.slice(start, end);
			const cost = best[start]!.cost + rowCost(row.reduce((sum, picture) => sum + ratioOf(picture), 0));
			if (cost < (best[end]?.cost ?? Number.POSITIVE_INFINITY)) best[end] = { cost, rows: [...best[start]!.rows, row] };
		}
	}
	return best[pictures.length]!.rows;
}

function rowCost(ratio: number): number {
	return Math.log(ratio / suited) ** 2;
}
