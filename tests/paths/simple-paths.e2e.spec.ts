import { TestSystem } from '../support/test-system';
import { pathSuite } from './path-suite';

pathSuite('the embedded file', (env) => TestSystem.open(env), { limitMs: 180_000 });
