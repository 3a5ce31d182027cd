import path from 'node:path';
import { beforeEach, expect, it, vi } from 'vitest';

const needed = { DATABASE_URL: 'postgresql://a:secret@127.0.0.1/b', AUTH_SECRET: 'x'.repeat(32) };
const names = ['DATABASE_URL', 'AUTH_SECRET', 'DATA_DIR', 'HOST', 'PORT', 'ORIGIN'];

beforeEach(() => {
	vi.resetModules(); // the settings are parsed once a process
	vi.unstubAllEnvs();
	for (const name of names) vi.stubEnv(name, '');
});

async function envWith(settings: Record<string, string>) {
	for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
	return (await import('./env')).env();
}

it('fills in what is not set or set to nothing', async () => {
	const settings = await envWith({ ...needed, PORT: '', DATA_DIR: '' });
	expect(settings).toMatchObject({ PORT: 3000, HOST: '127.0.0.1', DATA_DIR: path.resolve('.data') });
	expect(settings.ORIGIN).toBeUndefined();
});

it.each([
	['DATABASE_URL', 'mysql://a:secret@b/c'],
	['DATABASE_URL', ''],
	['AUTH_SECRET', 'secret'],
	['PORT', '0'],
	['ORIGIN', 'paper.example.org'],
])('names a wrong %s and keeps its value to itself', async (name, value) => {
	const failed = envWith({ ...needed, [name]: value });
	await expect(failed).rejects.toThrow(name);
	await expect(failed).rejects.not.toThrow('secret@');
});
