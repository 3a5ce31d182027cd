const name = 'shangban.single-keys';

/** Whether keys without Ctrl act on this device; speech input and unsteady hands need them off (WCAG 2.1.4). */
export function singleKeysOn(): boolean {
	return localStorage.getItem(name) !== 'off';
}

export function setSingleKeys(on: boolean): void {
	localStorage.setItem(name, on ? 'on' : 'off');
}
