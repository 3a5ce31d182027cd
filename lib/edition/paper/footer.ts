import { z } from 'zod';

const line = z.string().default('').catch('');

/** 网站页脚: the duties of a news site; what is not set does not show. */
export const Footer = z.object({
	icp: line,
	police: line,
	licence: line,
	/** 12377, the entrance for reports of illegal content */
	reportUrl: line,
	copyright: line,
});
export type Footer = z.infer<typeof Footer>;
