import { type Message } from '@lienthong/contracts';
import { type Engine } from '@lienthong/engine';
import { type MessageBatch } from '@lienthong/event-bus';
import { message } from '../../test-support';
import { type AgencyInput } from '../domain/agency-input';
import { type Office } from '../domain/office/office';
import { type OfficeMessage } from '../domain/office/office.messages';
import { AgencyDesk, type AnyWorkItem } from './agency-desk';

const COMMAND = message('vn.lienthong.work.requested.v1', 'G22.99.08-20261116-0000001', {});
const REQUEST = message('vn.lienthong.officer.requested.v1', '00004', {});

function batch(...messages: readonly Message[]): MessageBatch {
  return { group: 'residency', topic: 'residency.commands', partition: 0, nextOffset: 7, messages };
}

describe('a batch for an agency', () => {
  const handled: string[] = [];
  const engine = <State, Input extends { readonly type: string }>(name: string): Engine<State, Input> =>
    ({
      handle: async ({ nextOffset, messages }: MessageBatch) =>
        handled.push(`${name} takes ${messages.length}, acknowledges to ${nextOffset}`),
    }) as unknown as Engine<State, Input>;
  const desk = new AgencyDesk(
    'residency',
    engine<AnyWorkItem, AgencyInput>('work'),
    engine<Office, OfficeMessage>('offices'),
    () => 0,
  );

  beforeEach(() => handled.splice(0));

  it('is acknowledged by the work items only, after the offices have taken theirs', async () => {
    await desk.handle(batch(COMMAND, REQUEST));
    expect(handled).toEqual(['offices takes 2, acknowledges to 0', 'work takes 2, acknowledges to 7']);
  });

  it('costs the offices nothing where it is none of theirs', async () => {
    await desk.handle(batch(COMMAND, COMMAND));
    expect(handled).toEqual(['work takes 2, acknowledges to 7']);
  });
});
