import type { ColumnKind } from '@/generated/prisma/enums';
import type { HeadingKind } from './schema';

export const headingNames: Record<HeadingKind, string> = { column: '栏目', series: '主题横幅', tag: '标签' };

/** How a column shows in the paper. */
export const columnKindNames: Record<ColumnKind, string> = { plain: '普通', special: '专栏', interview: '访谈' };
