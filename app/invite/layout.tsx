import type { Metadata } from 'next';
import { DoorFrame } from '@/app/login/door-frame';

export const metadata: Metadata = { title: '设置密码', icons: '/icon.svg' };

export default DoorFrame;
