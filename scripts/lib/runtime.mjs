import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { bin, childEnv, root } from './root.mjs';

/** The oldest Node that every package of the project runs on. */
const oldest = [22, 19];

export function isOlder(version, [major, minor]) {
	const [ownMajor = 0, ownMinor = 0] = version.replace(/^v/, '').split('.').map(Number);
	return ownMajor < major || (ownMajor === major && ownMinor < minor);
}

/**
 * True under a Node that the project runs on. Otherwise runs the script again under the Node of node_modules, ends
 * with its status, and returns false; without the packages, or on a system that has none pinned, says what to do.
 */
export function underPinnedNode(script) {
	if (!fs.existsSync(path.join(root, 'node_modules/pg'))) return refuse('还没有安装依赖：请先执行 npm ci。');
	if (!isOlder(process.version, oldest)) return true;
	const pinned = bin('node');
	if (!fs.existsSync(pinned)) {
		const system = `${os.platform()}-${os.arch()}`;
		return refuse(
			`当前 Node ${process.version} 太旧，且没有 ${system} 的内置版本：请安装 Node ${oldest.join('.')} 或更新的版本。`,
		);
	}
	const child = spawn(pinned, [script, ...process.argv.slice(2)], { stdio: 'inherit', env: childEnv() });
	// The terminal sends Ctrl-C to both; a signal sent to this process alone is passed on.
	process.on('SIGINT', () => {});
	process.on('SIGTERM', () => child.kill('SIGTERM'));
	child.on('exit', (status, signal) => {
		process.exitCode = status ?? 128 + (os.constants.signals[signal] ?? 0);
	});
	return false;
}

function refuse(sentence) {
	console.error(`上版无法启动：${sentence}`);
	process.exitCode = 1;
	return false;
}
