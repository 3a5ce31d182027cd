import { Refusal } from '@/lib/errors';
import { type Actor, hasRole, type Role } from './roles';

/** What a permission needs to know of an article. */
export interface OwnedArticle {
	authorId: string;
	/** The department whose editors judge it; empty: anybody's. */
	desk: string;
}

const editors = ['desk_editor', 'department_head', 'chief_on_duty', 'chief_editor', 'page_editor'] as const;
const everyone = ['reporter', ...editors, 'proofreader', 'admin'] as const;
const chiefs = ['chief_on_duty', 'chief_editor'] as const;

/**
 * The whole newsroom's permissions on one page: from act to predicate. The server obeys it, screens
 * hide buttons by it. Admins run the house; they neither approve nor publish.
 */
const permissions = {
	'desk.enter': (actor: Actor) => hasRole(actor, ...everyone),

	'article.list': (actor: Actor) => hasRole(actor, ...everyone),
	'article.read': readsArticle,
	'article.create': (actor: Actor) => hasRole(actor, 'reporter', ...editors),
	'article.edit': (actor: Actor, article: OwnedArticle) => owns(actor, article) || hasRole(actor, ...editors),
	/** Changes that an editor takes or refuses, and nothing else. */
	'article.suggest': (actor: Actor) => hasRole(actor, 'proofreader'),
	/** 预览链接: shows it to whoever holds the link */
	'article.preview': (actor: Actor, article: OwnedArticle) => owns(actor, article) || hasRole(actor, ...editors),
	'article.submit': (actor: Actor, article: OwnedArticle) =>
		owns(actor, article) || hasRole(actor, 'desk_editor', 'department_head'),
	/** 稿次名: what a revision is called, beside the names that acts give */
	'article.name': (actor: Actor, article: OwnedArticle) => owns(actor, article) || hasRole(actor, ...editors),
	/** 强行接手: the place of whoever writes it now */
	'article.takeOver': (actor: Actor) => hasRole(actor, 'desk_editor', 'department_head', ...chiefs),
	'article.recall': (actor: Actor, article: OwnedArticle) => owns(actor, article) || hasRole(actor, 'desk_editor'),
	'article.signFirst': (actor: Actor, article: OwnedArticle) => judges(actor, article, 'desk_editor'),
	'article.signSecond': (actor: Actor, article: OwnedArticle) => judges(actor, article, 'department_head'),
	'article.signOff': (actor: Actor) => hasRole(actor, 'chief_on_duty'),
	'article.return': (actor: Actor, article: OwnedArticle) =>
		judges(actor, article, 'desk_editor', 'department_head') || hasRole(actor, ...chiefs),
	'article.returnSecond': (actor: Actor, article: OwnedArticle) =>
		judges(actor, article, 'department_head') || hasRole(actor, ...chiefs),
	'article.returnFinal': (actor: Actor) => hasRole(actor, ...chiefs),
	'article.hold': (actor: Actor, article: OwnedArticle) =>
		judges(actor, article, 'desk_editor', 'department_head') || hasRole(actor, ...chiefs),
	'article.spike': (actor: Actor, article: OwnedArticle) =>
		owns(actor, article) || judges(actor, article, 'desk_editor') || hasRole(actor, ...chiefs),
	/** 加急, 截稿, 禁发 */
	'article.schedule': (actor: Actor, article: OwnedArticle) =>
		judges(actor, article, 'desk_editor', 'department_head') || hasRole(actor, ...chiefs),
	/** 计划字数 */
	'article.plan': (actor: Actor, article: OwnedArticle) =>
		judges(actor, article, 'desk_editor', 'department_head') || hasRole(actor, ...chiefs, 'page_editor'),
	'article.publishOnline': (actor: Actor) => hasRole(actor, ...chiefs),
	'article.correct': (actor: Actor) => hasRole(actor, ...chiefs),
	'article.withdraw': (actor: Actor) => hasRole(actor, ...chiefs),

	/** Every story on its way, whoever wrote it. */
	'review.board': (actor: Actor) => hasRole(actor, ...editors, 'proofreader', 'admin'),

	/** 批注: whoever may read the article */
	'comment.read': readsArticle,
	'comment.write': readsArticle,
	/** 须处理: one that holds every signature */
	'comment.block': (actor: Actor, article: OwnedArticle) =>
		owns(actor, article) || hasRole(actor, ...editors, 'proofreader'),
	/** Another's that holds signatures */
	'comment.settle': (actor: Actor) => hasRole(actor, ...editors),

	'media.upload': (actor: Actor) => hasRole(actor, 'reporter', ...editors, 'admin'),

	'edition.read': (actor: Actor) => hasRole(actor, ...everyone),
	'edition.plan': (actor: Actor) => hasRole(actor, 'page_editor', ...chiefs),
	'edition.place': (actor: Actor) => hasRole(actor, 'page_editor', ...chiefs),
	'edition.publish': (actor: Actor) => hasRole(actor, ...chiefs),

	/** 组版 */
	'page.compose': (actor: Actor) => hasRole(actor, 'page_editor', ...chiefs),
	/** 出样: freezes the page as it is */
	'page.pull': (actor: Actor) => hasRole(actor, 'page_editor', ...chiefs),
	/** 校对符号 */
	'page.mark': (actor: Actor) => hasRole(actor, ...editors, 'proofreader'),
	/** 一校 二校 三校: who has read a proof signs it */
	'page.signProof': (actor: Actor) => hasRole(actor, 'proofreader', 'desk_editor', 'department_head', ...chiefs),
	/** Says that a mark is done, or why it is not */
	'page.settle': (actor: Actor) => hasRole(actor, ...editors),
	/** 付印, and taking it back */
	'page.lock': (actor: Actor) => hasRole(actor, ...chiefs),

	/** 本报词表, and which rules run */
	'check.manage': (actor: Actor) => hasRole(actor, 'desk_editor', 'department_head', ...chiefs, 'proofreader', 'admin'),
	/** 人名职务库 */
	'ledger.manage': (actor: Actor) => hasRole(actor, 'desk_editor', 'department_head', ...chiefs),

	'column.read': (actor: Actor) => hasRole(actor, ...everyone),
	'column.manage': (actor: Actor) => hasRole(actor, 'admin', 'chief_editor', 'chief_on_duty'),
	'reporter.read': (actor: Actor) => hasRole(actor, ...everyone),
	'reporter.manage': (actor: Actor) => hasRole(actor, 'admin'),
	'user.manage': (actor: Actor) => hasRole(actor, 'admin'),
	'trace.read': (actor: Actor) => hasRole(actor, 'admin', ...chiefs),
	'setting.manage': (actor: Actor) => hasRole(actor, 'admin'),
} satisfies Record<string, (actor: Actor, row: OwnedArticle) => boolean>;

export type Act = keyof typeof permissions;

function readsArticle(actor: Actor, article: OwnedArticle): boolean {
	return owns(actor, article) || hasRole(actor, ...editors, 'proofreader', 'admin');
}

function owns(actor: Actor, article: OwnedArticle): boolean {
	return article.authorId === actor.userId;
}

/** Whether he holds one of the roles for the article's desk. */
function judges(actor: Actor, { desk }: OwnedArticle, ...anyOf: Role[]): boolean {
	return hasRole(actor, ...anyOf) && (actor.desks.length === 0 || desk === '' || actor.desks.includes(desk));
}

/**
 * Whether the actor may do the act, to the row where the act is about one. Without its row, an act
 * that owners may do is allowed only to those who may do it to anybody's.
 */
export function can(actor: Actor, act: Act, row: OwnedArticle = { authorId: '', desk: '' }): boolean {
	return permissions[act](actor, row);
}

/** Refuses where `can` says no. */
export function must(actor: Actor, act: Act, row?: OwnedArticle): void {
	if (!can(actor, act, row)) throw new Refusal('forbidden', '您的账号没有这项权限。需要时请联系管理员。');
}

export const acts = Object.keys(permissions) as Act[];
