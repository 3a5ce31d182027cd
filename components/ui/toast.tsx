'use client';
import { Toast } from '@base-ui/react/toast';
import type { ReactNode } from 'react';
import styles from './toast.module.css';

/** Numbers the messages: crypto.randomUUID does not exist over plain http. */
let made = 0;

interface Message {
	/** What has happened: `已撤下《…》` */
	message: string;
	/** Takes it back. The message then stays long enough to be reached. */
	undo?: () => void;
	tone?: 'info' | 'error';
}

const secondsToRead = 5;
const secondsToUndo = 12;

/** Shows short messages of what has happened, one under the other, at the foot of the screen. */
export function ToastProvider({ children }: { children: ReactNode }) {
	return (
		<Toast.Provider>
			{children}
			<Toast.Portal>
				<Toast.Viewport className={styles.viewport} aria-label="消息">
					<Toasts />
				</Toast.Viewport>
			</Toast.Portal>
		</Toast.Provider>
	);
}

/** `show` a message; an error stays until it is closed. */
export function useToast(): { show: (message: Message) => void } {
	const { add, close } = Toast.useToastManager();
	return {
		show({ message, undo, tone = 'info' }) {
			const id = `toast-${++made}`;
			add({
				id,
				title: message,
				type: tone,
				timeout: tone === 'error' ? 0 : 1000 * (undo ? secondsToUndo : secondsToRead),
				...(undo && {
					actionProps: {
						children: '撤销',
						onClick: () => {
							close(id);
							undo();
						},
					},
				}),
			});
		},
	};
}

/** Not dialogs: they ask nothing. The region around them is read aloud, and their buttons can be reached at all times. */
function Toasts() {
	const { toasts } = Toast.useToastManager();
	return toasts.map((toast) => (
		<Toast.Root
			key={toast.id}
			toast={toast}
			render={({ role: _role, 'aria-modal': _modal, ...props }) => <article {...props} />}
			className={`${styles.toast} ${styles[toast.type ?? 'info']}`}
		>
			<Toast.Title className={styles.text} render={<p />} />
			<Toast.Action className={styles.act} />
			<Toast.Close className={styles.close} aria-label="关闭" aria-hidden={false}>
				<span aria-hidden="true">×</span>
			</Toast.Close>
		</Toast.Root>
	));
}
