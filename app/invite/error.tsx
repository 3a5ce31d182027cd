'use client';
import DoorError from '@/app/login/error';

export default DoorError;
