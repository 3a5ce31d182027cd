import { applyChoices, type Choices, keepChoices, readChoices } from './choices';
import { say } from './say';

/** 阅读设置: the form of the header, and the switch of 大字版 beside it. */
export function startSettings(root: Document): void {
	const form = root.querySelector<HTMLFormElement>('#reading form');
	const large = root.querySelector<HTMLButtonElement>('[data-act=large]');
	const show = ({ size, large: isLarge, theme }: Choices) => {
		large?.setAttribute('aria-pressed', String(isLarge));
		if (!form) return;
		for (const field of form.querySelectorAll<HTMLInputElement>('input'))
			field.checked = field.type === 'checkbox' ? isLarge : field.value === (field.name === 'size' ? size : theme);
	};
	const choose = (changed: Partial<Choices>) => {
		const choices = { ...readChoices(), ...changed };
		applyChoices(choices);
		show(choices);
		if (!keepChoices(choices)) say('这个浏览器不保存设置，换一页就要重设。');
	};
	form?.addEventListener('change', ({ target }) => {
		const { name, type, checked, value } = target as HTMLInputElement;
		choose({ [name]: type === 'checkbox' ? checked : value });
	});
	large?.addEventListener('click', () => choose({ large: !readChoices().large }));
	show(readChoices());
	// Another tab is the same reader.
	addEventListener('storage', () => {
		applyChoices(readChoices());
		show(readChoices());
	});
}
