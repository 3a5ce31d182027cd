// Runs before each file of the db project, before anything imports lib/db: each file writes in a database of its own.
import fs from 'node:fs';
import path from 'node:path';
import { createDatabase, prepared, testSecret } from './cluster';

process.env.DATABASE_URL = await createDatabase('empty');
process.env.DATA_DIR = fs.mkdtempSync(path.join(prepared('TEST_FOLDER'), 'data-'));
process.env.AUTH_SECRET = testSecret;
