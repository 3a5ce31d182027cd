/** What this person may do with an edition. */
export interface May {
	/** Its day, number and pages. */
	plan: boolean;
	/** Its stories. */
	place: boolean;
	publish: boolean;
}
