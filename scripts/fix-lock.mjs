// npm run lock: package-lock.json as a complete, public registry would have made it. A registry without some
// platform's binaries lets `npm install` leave them out of the lock, and `npm ci` then refuses; a registry of
// one's own leaves its address in it. With --check nothing is written, and anything found is a failure.
import fs from 'node:fs';
import path from 'node:path';
import { completeLock } from './lib/lock.mjs';
import { root } from './lib/root.mjs';

const file = path.join(root, 'package-lock.json');
const before = JSON.parse(fs.readFileSync(file, 'utf8'));
const { lock, added, stripped } = completeLock(before);
const isClean = added.length + stripped === 0;
if (process.argv.includes('--check')) process.exitCode = isClean ? 0 : 1;
else if (!isClean) fs.writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
for (const name of added) console.log(`+ ${name}`);
console.log(`${added.length} missing, ${stripped} foreign addresses`);
