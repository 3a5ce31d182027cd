import { customAlphabet } from 'nanoid';

/** Permanent ids, fit for URLs and for reading aloud: no capitals, no i, l, o, u. */
export const newId = customAlphabet('0123456789abcdefghjkmnpqrstvwxyz', 12);
