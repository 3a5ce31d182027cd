import '@/components/tokens.css';
import '@/components/suggestion-colours.css';
import '@/components/visually-hidden.css';
import './desk.css';
import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { CommandProvider } from '@/components/desk/commands';
import { NewStoryButton } from '@/components/desk/new-story-button';
import { Rail } from '@/components/desk/rail';
import { rooms } from '@/components/desk/room';
import { RoomKeys } from '@/components/desk/room-keys';
import { ShortcutProvider } from '@/components/desk/shortcuts';
import { ToastProvider } from '@/components/ui/toast';
import { countMentions } from '@/lib/article/comment/read';
import { can } from '@/lib/auth/can';
import { getHouseName } from '@/lib/auth/read';
import { roleNames } from '@/lib/auth/roles';
import { requireActor } from '@/lib/auth/session';
import { countWork } from '@/lib/workflow/read';
import { signOutAction } from '../login/actions';
import { findOnDeskAction } from './actions';
import { newArticleAction } from './article/new/actions';

export const metadata: Metadata = { title: { template: '%s · 采编', default: '采编' }, icons: '/icon.svg' };
export const viewport: Viewport = { colorScheme: 'light dark' };

/** Around every screen of the desk. It shows who may go where; each page asks for itself whether one may. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
	const actor = await requireActor();
	const [house, work, mentions] = await Promise.all([getHouseName(), countWork(actor), countMentions(actor)]);
	const open = rooms.filter((room) => can(actor, room.act));
	return (
		<html lang="zh-CN">
			<body className="desk">
				<a className="desk-skip" href="#main">
					跳到正文
				</a>
				<ShortcutProvider>
					<ToastProvider>
						<CommandProvider userId={actor.userId} search={findOnDeskAction}>
							<Rail
								house={house}
								rooms={open}
								waiting={work + mentions}
								person={{ name: actor.name, roles: actor.roles.map((role) => roleNames[role]).join('、') }}
								signOut={signOutAction}
								newStory={can(actor, 'article.create') && <NewStoryButton action={newArticleAction} />}
							/>
							<main id="main" className="desk-main" tabIndex={-1}>
								{children}
							</main>
							<RoomKeys rooms={open} />
						</CommandProvider>
					</ToastProvider>
				</ShortcutProvider>
			</body>
		</html>
	);
}
