'use client';
import { useState } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { Dialog } from '@/components/ui/dialog';
import { Kbd } from '@/components/ui/kbd';
import { everywhere, keyWords, type Shortcut } from './shortcut';
import styles from './shortcut-sheet.module.css';
import { setSingleKeys, singleKeysOn } from './single-keys';

interface ShortcutSheetProps {
	/** The keys of the present screen; closed where there are none. */
	shortcuts: Shortcut[] | undefined;
	onClose: () => void;
}

/** The keys of this screen, and the switch that turns them off. */
export function ShortcutSheet({ shortcuts, onClose }: ShortcutSheetProps) {
	const groups = Object.groupBy(shortcuts ?? [], ({ group }) => group ?? '这一屏');
	const inOrder = Object.entries(groups).sort(([a], [b]) => Number(a === everywhere) - Number(b === everywhere));
	return (
		<Dialog open={shortcuts !== undefined} onOpenChange={onClose} title="快捷键" isWide>
			<SingleKeySwitch />
			{inOrder.map(([group, keys]) => (
				<section key={group}>
					<h3 className={styles.group}>{group}</h3>
					<dl className={styles.list}>
						{keys?.map((shortcut) => (
							<div key={shortcut.keys} className={styles.row}>
								<dt>{shortcut.label}</dt>
								<dd>
									<Keys keys={shortcut.keys} />
								</dd>
							</div>
						))}
					</dl>
				</section>
			))}
			<p className={styles.note}>对话框、面板和菜单用 Esc 关闭。</p>
		</Dialog>
	);
}

/** Keys after each other, and those held together, each as it stands on the keyboard. */
function Keys({ keys }: { keys: string }) {
	return keys.split(/ |(?<=.)\+(?=.)/).map((key) => <Kbd key={key}>{keyWords(key)}</Kbd>);
}

function SingleKeySwitch() {
	const [on, setOn] = useState(singleKeysOn);
	return (
		<Checkbox
			checked={on}
			onChange={(event) => {
				setSingleKeys(event.target.checked);
				setOn(event.target.checked);
			}}
		>
			使用单键快捷键（用语音输入时请关闭）
		</Checkbox>
	);
}
