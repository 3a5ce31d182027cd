import type { Metadata } from 'next';
import { DoorFrame } from './door-frame';

export const metadata: Metadata = { title: '登录', icons: '/icon.svg' };

export default DoorFrame;
