import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build, install, root } from './lib/prepare.mjs';

install();
build();

const require = createRequire(import.meta.url);
const { backUp } = require(join(root, 'dist', 'apps', 'standalone', 'src', 'backup', 'main.js'));
process.exitCode = backUp(process.argv.slice(2));
