import { EnginesSystem } from '../support/engines-system';
import { pathSuite } from './path-suite';

/** `ENGINE_PATHS=all` walks every path of the largest group too: twice the work. The embedded suite always does. */
const everyOfLargest = process.env['ENGINE_PATHS'] === 'all' ? 1 : 4;

pathSuite('Kafka and MongoDB', (env) => EnginesSystem.open(env), { limitMs: 900_000, everyOfLargest });
