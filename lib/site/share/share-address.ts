/** Where what is passed on of a story stands: paths, permanent like the story's own. */
export interface ShareAddresses {
	/** The story itself. */
	page: string;
	/** 1200 × 630, for a link that is shown with a picture (Open Graph). */
	image: string;
	/** 分享图: upright, with the opening of the text and a QR code. */
	poster: string;
	/** 二维码 alone, as SVG. */
	code: string;
	/** The story as IPTC ninjs. */
	data: string;
}

export function shareAddresses(id: string): ShareAddresses {
	const page = `/article/${id}`;
	return {
		page,
		image: `${page}/og.png`,
		poster: `${page}/poster.png`,
		code: `${page}/qr.svg`,
		data: `${page}/ninjs.json`,
	};
}
