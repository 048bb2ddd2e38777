// `npm start`: installs and builds when needed, then runs the server in this very process, so that signals reach it. Arguments are those of `chandlery serve`.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, isBuilt } from './build.mjs';
import { ensureInstalled, repositoryRoot } from './setup.mjs';

ensureInstalled();
if (!isBuilt()) await build();
const program = join(repositoryRoot, 'dist', 'cli', 'main.js');
process.argv = [process.execPath, program, 'serve', ...process.argv.slice(2)];
await import(pathToFileURL(program).href);
