'use server';
import { z } from 'zod';
import { deskAction } from '@/lib/action';
import { findOnDesk } from '@/lib/search/read';

const DeskQuery = z.strictObject({ query: z.string().max(60) });

/** What the palette of Ctrl+K finds. */
export const findOnDeskAction = deskAction(DeskQuery, findOnDesk);
