import type { StoryPage } from '@/prisma/seed/story';
import { page1 } from './page-1';
import { page2 } from './page-2';
import { page3 } from './page-3';
import { page4 } from './page-4';

export const nextPages: StoryPage[] = [page1, page2, page3, page4];
