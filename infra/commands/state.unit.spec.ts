import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readState, type State, writeState } from './state';

describe('the state file', () => {
  let folder: string;
  let file: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lienthong-state-'));
    file = join(folder, 'state.json');
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  it('is empty before anything has been started', () => {
    expect(readState(file)).toEqual({});
  });

  it('gives back what was written, and leaves no other file', () => {
    const state: State = {
      compose: true,
      kafka: { pid: 12, marker: '/data/kafka', address: '127.0.0.1:9092' },
      mongodb: { pid: 13, marker: '/data/mongodb', address: 'mongodb://127.0.0.1:27017' },
    };
    writeState(file, {});
    writeState(file, state);
    expect(readState(file)).toEqual(state);
    expect(readdirSync(folder)).toEqual(['state.json']);
  });

  it('makes its folder', () => {
    const deep = join(folder, 'not', 'yet', 'state.json');
    writeState(deep, { compose: false });
    expect(readState(deep)).toEqual({ compose: false });
  });

  it.each(['', '[', 'null', '7', '{"kafka":{"pid":"12","marker":"m","address":"a"}}', '{"compose":1}'])(
    'refuses %j',
    (text) => {
      writeFileSync(file, text);
      expect(() => readState(file)).toThrow(`${file} is not a state that infra:up has written: delete it`);
    },
  );
});
