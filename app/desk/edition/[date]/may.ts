/** What this person may do with an edition. */
export interface May {
	/** Its day, number, pages and slots. */
	plan: boolean;
	/** Its stories. */
	place: boolean;
	/** Have a page in hand. */
	compose: boolean;
	publish: boolean;
}
