import { type LinkedAgencyId } from '@lienthong/contracts';
import { onSignals, type Transitions } from './on-signals';
import { type Ending, type SagaList } from './saga-context';
import { saga } from './saga.setup';

/**
 * One agency's part of a case, from the command to its result: the same chart for every agency.
 *
 *     requested ─▶ verifying ──────────┐
 *      ▲  │  └──────────┬─────────▶ completed | refused
 *      │  ▼             ▼
 *     awaiting-supplement ─▶ stopping ─▶ stopped        (skipped when not chosen)
 *
 * While a stop order is on its way the agency may have decided already: that result stands.
 * Only an agency that `verifies` on site (xác minh) has the state of that name.
 * A deadline that passes changes no state; it is noted once and asks for an apology (phiếu xin lỗi và hẹn lại).
 */
export function agencyChart(agency: LinkedAgencyId, { verifies = false } = {}) {
  const params = { agency };
  const note = (list: SagaList) => ({ type: 'note' as const, params: { list, agency } });
  const orderStop = { type: 'order-stop' as const, params };
  const endAs = (ending: Ending) => ({ type: 'end-as' as const, params: { ending } });

  const result: Transitions = {
    approved: { target: 'completed', actions: note('issued') },
    refused: { target: 'refused', actions: note('refused') },
  };
  const working: Transitions = {
    ...result,
    'supplement-requested': {
      target: 'awaiting-supplement',
      actions: [note('supplements'), { type: 'await-supplement', params }],
    },
    'deadline-passed': {
      guard: { type: 'on-time', params },
      actions: [note('overdue'), { type: 'apologise', params }],
    },
  };
  const verification: Transitions = {
    'verification-opened': { target: 'verifying', actions: { type: 'extend-limit', params } },
  };
  const interruption = (ending: Ending) => ({ target: 'stopping', actions: [endAs(ending), orderStop] });
  const interrupted = { withdraw: interruption('withdrawn'), stop: interruption('stopped') };

  return saga.createStateConfig({
    initial: 'choosing',
    states: {
      choosing: {
        always: [
          { guard: { type: 'chosen', params }, target: 'requested', actions: { type: 'request', params } },
          { target: 'skipped' },
        ],
      },
      requested: {
        on: {
          ...onSignals(agency, {
            ...working,
            ...(verifies ? verification : {}),
          }),
          ...interrupted,
        },
      },
      verifying: { on: { ...onSignals(agency, working), ...interrupted } },
      'awaiting-supplement': {
        on: {
          ...onSignals(agency, {
            'supplement-provided': { target: 'requested', actions: { type: 'resume', params } },
            'window-expired': { target: 'stopping', actions: orderStop },
          }),
          ...interrupted,
        },
      },
      stopping: {
        on: {
          ...onSignals(agency, { ...result, stopped: { target: 'stopped', actions: note('stopped') } }),
          withdraw: { guard: 'not-ending', actions: endAs('withdrawn') },
          stop: { guard: 'not-ending', actions: endAs('stopped') },
        },
      },
      completed: { type: 'final' },
      refused: { type: 'final' },
      stopped: { type: 'final' },
      skipped: { type: 'final' },
    },
  });
}
