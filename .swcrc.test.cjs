const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const swcrc = JSON.parse(readFileSync(join(__dirname, '.swcrc'), 'utf8'));
const { baseUrl: _baseUrl, paths: _paths, ...jsc } = swcrc.jsc;

/** The build's swc settings without its path rewriting: Jest maps `@lienthong/*` itself. */
module.exports = { ...swcrc, $schema: undefined, swcrc: false, jsc };
