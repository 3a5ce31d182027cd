import type { StoryPage } from '@/prisma/seed/story';
import { before1 } from './before-1';
import { before2 } from './before-2';
import { yesterday1 } from './yesterday-1';
import { yesterday2 } from './yesterday-2';

/** 昨日一期：两版 */
export const yesterdayPages: StoryPage[] = [yesterday1, yesterday2];

/** 前日一期：两版 */
export const beforePages: StoryPage[] = [before1, before2];
