import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build, install, root } from './lib/prepare.mjs';

install();
build();

const require = createRequire(import.meta.url);
const { main } = require(join(root, 'dist', 'apps', 'replay', 'src', 'main.js'));
await main(process.argv.slice(2));
