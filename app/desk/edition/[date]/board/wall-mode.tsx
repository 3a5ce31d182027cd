'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { useShortcut } from '@/components/desk/shortcuts';
import { Button } from '@/components/ui/button';

/** 大屏: nothing but the wall on the whole screen; Esc leaves it, and goes back to the edition after that. */
export function WallMode({ date }: { date: string }) {
	const router = useRouter();
	const [isOn, setOn] = useState(false);
	const toggle = () => {
		setOn(!isOn);
		// A browser that knows no full screen shows the wall in its window.
		if (isOn) void document.exitFullscreen?.().catch(() => undefined);
		else void document.documentElement.requestFullscreen?.().catch(() => undefined);
	};
	useShortcut('f', '大屏', toggle);
	useShortcut('Escape', '回到版面', () => (isOn ? setOn(false) : router.push(`/desk/edition/${date}`)));
	useEffect(() => {
		if (!isOn) return;
		const { body } = document;
		body.dataset.focusMode = '';
		const onChange = () => {
			if (!document.fullscreenElement) setOn(false);
		};
		document.addEventListener('fullscreenchange', onChange);
		return () => {
			delete body.dataset.focusMode;
			document.removeEventListener('fullscreenchange', onChange);
		};
	}, [isOn]);
	return (
		<Button shortcut="f" aria-pressed={isOn} onClick={toggle}>
			{isOn ? '退出大屏' : '大屏'}
		</Button>
	);
}
