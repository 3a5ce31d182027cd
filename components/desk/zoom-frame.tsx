import type { ReactNode } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import styles from './zoom-frame.module.css';

/** A page that a narrow screen shows as a map first, and at a touch large enough to be read; then it is moved by hand. */
export function ZoomFrame({ children }: { children: ReactNode }) {
	return (
		<div className={styles.frame}>
			<div className={styles.switch}>
				<Checkbox>放大版面，左右滑动着看</Checkbox>
			</div>
			<div className={styles.window}>
				<div className={styles.page}>{children}</div>
			</div>
		</div>
	);
}
