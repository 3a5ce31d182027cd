type Voice = Pick<SpeechSynthesisVoice, 'lang' | 'localService'>;

/** A language as BCP 47 gives it, or as Android does: `zh_CN`, `zho-CN`. */
const chinese = /^(zh|zho|chi|cmn)(?![a-z])/i;
const cantonese = /[-_](hk|mo)(?![a-z])/i;
const elsewhere = /[-_](tw|hant)(?![a-z])/i;

/** The voice that reads best: Mandarin as on the mainland, then as elsewhere, then Cantonese; each of this device before the web's. */
export function pickVoice<Kind extends Voice>(voices: readonly Kind[]): Kind | undefined {
	return voices.filter(({ lang }) => chinese.test(lang)).sort((a, b) => rank(b) - rank(a))[0];
}

function rank({ lang, localService }: Voice): number {
	return (cantonese.test(lang) ? 0 : elsewhere.test(lang) ? 2 : 4) + (localService ? 1 : 0);
}
