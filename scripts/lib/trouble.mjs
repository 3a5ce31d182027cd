import fs from 'node:fs';

/** A failure that the person at the terminal can mend: its message is one Chinese sentence, shown without a stack trace. */
export class Trouble extends Error {
	name = 'Trouble';
}

const diskFull = '磁盘空间不足：请清理磁盘，或用 DATA_DIR 换到空间充足的位置后重试。';

const sentences = [
	[/ENOSPC|No space left on device|disk is full|disk full/i, diskFull],
	[/EDQUOT|Disk quota exceeded/i, '磁盘配额已用完：请清理文件，或用 DATA_DIR 换到有配额的位置后重试。'],
	[/EROFS|Read-only file system/i, '数据文件夹在只读的文件系统上：请用 DATA_DIR 指定可写的位置。'],
	[/EMFILE|ENFILE|Too many open files/i, '系统允许打开的文件数已用尽：请调高上限（ulimit -n）后重试。'],
	[/ENOMEM|Cannot allocate memory|heap out of memory/i, '内存不足：请关闭其他程序后重试。'],
];

/**
 * The sentence for a failure that any step can meet (disk, quota, memory), found in an error or in the output of a
 * program; null for what is not known, which must then be shown as it is.
 */
export function sentenceFor(error) {
	const text = error instanceof Error ? `${error.code ?? ''} ${error.message}\n${error.output ?? ''}` : String(error);
	for (const [pattern, sentence] of sentences) if (pattern.test(text)) return sentence;
	if (['ENOTDIR', 'EEXIST'].includes(error?.code) && error.syscall === 'mkdir') {
		return `${error.path} 不能用作文件夹：同名的文件已经存在，请用 DATA_DIR 换一个位置。`;
	}
	if (error?.code === 'EACCES' || error?.code === 'EPERM') {
		return `没有权限读写 ${error.path ?? '数据文件夹'}：请检查它的所有者和权限，或用 DATA_DIR 换一个位置。`;
	}
	return null;
}

/** Less than this is a full disk: Postgres writes its log in pieces of 16 MB. */
const leastFree = 16 * 1024 * 1024;

/** The sentence for a full disk, which not every failure on one names; null while each of the folders has room. */
export function sentenceForDisk(folders, least = leastFree) {
	const isFull = folders.some((folder) => {
		if (!fs.existsSync(folder)) return false;
		const { bavail, bsize } = fs.statfsSync(folder);
		return bavail * bsize < least;
	});
	return isFull ? diskFull : null;
}
