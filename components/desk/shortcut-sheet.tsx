'use client';
import { useState } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { Dialog } from '@/components/ui/dialog';
import { Kbd } from '@/components/ui/kbd';
import type { Shortcut } from './shortcut';
import styles from './shortcut-sheet.module.css';
import { setSingleKeys, singleKeysOn } from './single-keys';

interface ShortcutSheetProps {
	/** The keys of the present screen; closed where there are none. */
	shortcuts: Shortcut[] | undefined;
	onClose: () => void;
}

/** The keys of this screen, and the switch that turns them off. */
export function ShortcutSheet({ shortcuts, onClose }: ShortcutSheetProps) {
	return (
		<Dialog open={shortcuts !== undefined} onOpenChange={onClose} title="快捷键">
			<dl className={styles.list}>
				{shortcuts?.map(({ keys, label }) => (
					<div key={keys} className={styles.row}>
						<dt>{label}</dt>
						<dd>
							{keys.split(' ').map((key) => (
								<Kbd key={key}>{key}</Kbd>
							))}
						</dd>
					</div>
				))}
				<div className={styles.row}>
					<dt>关闭对话框</dt>
					<dd>
						<Kbd>Esc</Kbd>
					</dd>
				</div>
			</dl>
			<SingleKeySwitch />
		</Dialog>
	);
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
