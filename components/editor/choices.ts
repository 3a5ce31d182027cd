/** A column, series or tag as the editor offers it; a retired one stays with the articles that have it. */
export interface HeadingChoice {
	id: string;
	name: string;
	retired: boolean;
}

export interface Choices {
	columns: HeadingChoice[];
	series: HeadingChoice[];
	tags: HeadingChoice[];
}
