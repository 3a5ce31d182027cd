// npm run floors: no package in package-lock.json below the version in which a known hole was closed.
import fs from 'node:fs';
import path from 'node:path';
import { belowFloor } from './lib/floor.mjs';
import { root } from './lib/root.mjs';

const { packages } = JSON.parse(fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
const low = belowFloor(packages);
for (const { name, version, floor } of low) console.error(`${name} ${version}: needs ${floor}`);
console.log(JSON.stringify({ below: low.length }));
process.exitCode = low.length > 0 ? 1 : 0;
