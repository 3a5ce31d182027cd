'use client';
import { useState } from 'react';
import { useShortcut } from '@/components/desk/shortcuts';
import { Button } from '@/components/ui/button';
import { useToast } from '@/components/ui/toast';
import { type ActionError, useAction } from '@/components/ui/use-action';
import { type PageStage, proofNames } from '@/lib/edition/page-stage';
import type { ProofScreen } from '@/lib/edition/proof/read';
import { pullProofAction } from './actions';
import { LockDialog } from './lock-dialog';
import { SignDialog } from './sign-dialog';
import { UnlockDialog } from './unlock-dialog';

export type ProofActsScreen = Omit<ProofScreen, 'shown' | 'against' | 'changes' | 'rate'>;

/** What this person may do now with the page's proofs. */
export function ProofActs({ screen }: { screen: ProofActsScreen }) {
	const { page, proofs, may } = screen;
	const [open, setOpen] = useState<Opened>();
	const { show } = useToast();
	const pull = useAction(pullProofAction);
	const latest = proofs.at(-1);
	const refuse = ({ message }: ActionError) => show({ message, tone: 'error' });
	const pullNow = () =>
		pull.run(
			{ id: page.id, latest: latest?.number ?? 0 },
			({ number, done }) => show({ message: `已出第 ${number} 次样${done > 0 ? `，核红 ${done} 处` : ''}` }),
			refuse,
		);
	useShortcut('o', '出样', () => may.pull && pullNow());
	useShortcut('s', '签样', () => may.sign && setOpen('sign'));
	useShortcut('y', '付印', () => may.lock && setOpen('lock'));
	return (
		<>
			{may.pull && (
				<Button shortcut="o" pending={pull.pending && '正在出样…'} onClick={pullNow}>
					{pullVerb(page.stage, Boolean(latest?.signature))}
				</Button>
			)}
			{may.sign && latest && (
				<Button variant="primary" shortcut="s" onClick={() => setOpen('sign')}>
					签{proofNames[latest.stage]}
				</Button>
			)}
			{may.lock && (
				<Button variant="primary" shortcut="y" onClick={() => setOpen('lock')}>
					付印
				</Button>
			)}
			{may.unlock && <Button onClick={() => setOpen('unlock')}>撤销付印…</Button>}
			<Dialogs screen={screen} open={open} onClose={() => setOpen(undefined)} />
		</>
	);
}

type Opened = 'sign' | 'lock' | 'unlock' | undefined;

function Dialogs({ screen, open, onClose }: { screen: ProofActsScreen; open: Opened; onClose: () => void }) {
	const latest = screen.proofs.at(-1);
	return (
		<>
			{latest && <SignDialog open={open === 'sign'} onClose={onClose} screen={screen} latest={latest} />}
			{latest && <LockDialog open={open === 'lock'} onClose={onClose} screen={screen} number={latest.number} />}
			<UnlockDialog open={open === 'unlock'} onClose={onClose} page={screen.page} />
		</>
	);
}

const next: Partial<Record<PageStage, string>> = {
	making_up: '出一校样',
	first_proof: '出二校样',
	second_proof: '出三校样',
	third_proof: '出清样',
};

function pullVerb(stage: PageStage, isSigned: boolean): string {
	return (stage === 'making_up' || isSigned ? next[stage] : undefined) ?? '重新出样';
}
