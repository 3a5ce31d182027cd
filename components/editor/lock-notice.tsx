'use client';
import { useState } from 'react';
import { shortKeys } from '@/components/desk/shortcut';
import { useShortcut } from '@/components/desk/shortcuts';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Notice } from '@/components/ui/notice';
import { answerSeconds } from '@/lib/article/lock/lock';
import { clockTime } from '@/lib/time';
import styles from './editor.module.css';
import type { Writers } from './use-writer-lock';
import type { LockState } from './writer-lock';

interface LockNoticeProps {
	/** 《…》 */
	title: string;
	writers: Writers;
	/** Whether this person may write the article when nobody else does, and take it from who does. */
	mayWrite: boolean;
	mayTakeOver: boolean;
}

/** Above a text that is only read: who writes it, and how one comes to write it. */
export function LockNotice({ title, writers, mayWrite, mayTakeOver }: LockNoticeProps) {
	const [isForcing, setForcing] = useState(false);
	const { lock, state, isConnected } = writers;
	const { writer, asking, trouble } = state;
	const sentences = [mayWrite ? lostWords(state) : '', writerWords(state), askingWords(state)].filter(Boolean);
	const isOther = writer && !writer.isMe;
	if (sentences.length === 0 && !mayWrite && isConnected) return null;
	return (
		<>
			<Notice>
				{sentences.join('')}
				{!isConnected && '和服务器的连接断了，正在重连；下面可能不是最新的。'}
				{mayWrite && (
					<span className={styles.noticeActs}>
						{asking !== 'waiting' && <TakeButton lock={lock} state={state} />}
						{isOther && mayTakeOver && (
							<Button variant="quiet" onClick={() => setForcing(true)}>
								强行接手
							</Button>
						)}
					</span>
				)}
			</Notice>
			{trouble && <Notice tone="error">{trouble}</Notice>}
			{isOther && (
				<ConfirmDialog
					open={isForcing}
					onOpenChange={setForcing}
					title={`强行接手${title}？`}
					confirm="强行接手"
					danger
					onConfirm={() => {
						setForcing(false);
						void lock.force();
					}}
				>
					<p>
						{writer.name}正在写。接手以后他的屏幕变成只读；他还没有保存的几个字留在他的机器上，不会进入您看到的这一稿。
						这件事记入留痕。
					</p>
				</ConfirmDialog>
			)}
		</>
	);
}

const takeKeys = 'Ctrl+Alt+G';

function TakeButton({ lock, state }: Pick<Writers, 'lock' | 'state'>) {
	const take = () => void (state.writer ? lock.ask() : lock.write());
	useShortcut(takeKeys, '接手来写', take, '接手');
	return (
		<Button shortcut={shortKeys(takeKeys)} onClick={take}>
			{takeWords(state)}
		</Button>
	);
}

function takeWords({ writer, asking }: LockState): string {
	if (!writer) return '我来写';
	if (writer.isMe) return '在这里继续';
	return asking === 'refused' ? '再次请求' : '请求接手';
}

/** Why one writes no longer. */
function lostWords({ because, to }: LockState): string {
	if (because === 'given') return `已交给${to}，您写的都已保存。`;
	if (because === 'taken') return `${to}接手了这篇稿件。您写的没有丢：没来得及保存的留在本机，您再接手时自动恢复。`;
	return because === 'elsewhere' ? '您在另一个标签页接着写了。' : '';
}

function writerWords({ writer, because, to }: LockState): string {
	if (!writer) return because === 'closed' ? '' : '现在没有人在写。';
	if (writer.isMe) return because === 'elsewhere' ? '' : '您在另一个标签页里开着这篇稿件。';
	const isNamed = writer.name === to && (because === 'given' || because === 'taken');
	if (isNamed) return '他写的随时出现在下面。';
	return `${writer.name}正在写（${clockTime(new Date(writer.since))} 起），他写的随时出现在下面。`;
}

function askingWords({ asking, writer }: LockState): string {
	if (asking === 'refused') return `${writer?.name ?? ''}请您稍等。`;
	if (asking === 'no' || writer?.isMe) return '';
	return `已请求接手，${answerSeconds} 秒内没有答复就自动交给您。`;
}
