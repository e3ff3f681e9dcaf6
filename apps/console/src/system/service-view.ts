import { type ServiceView } from '@lienthong/contracts';
import { type ReportedService } from '../ports';

/** One line of the list of services: of several replicas the worst, for what is wrong with one is wrong. */
export function serviceView({ service, replicas }: ReportedService): ServiceView {
  const answers = replicas.flatMap((status) => status ?? []);
  const most = (of: (answer: (typeof answers)[number]) => number): number => Math.max(...answers.map(of));
  const ages = answers.flatMap(({ outboxAgeMs }) => outboxAgeMs ?? []);
  const detail = [...silence(replicas.length, answers.length), ...troubles(answers)];
  return {
    name: service,
    up: answers.length > 0,
    ready: answers.length === replicas.length && answers.every(({ ready }) => ready),
    ...(answers.length > 0 && {
      // All replicas look at one consumer group and one store.
      lag: most(({ lag }) => lag),
      incidents: most(({ incidents }) => incidents),
      timersLateMs: most(({ timersLateMs }) => timersLateMs),
    }),
    ...(ages.length > 0 && { outboxAgeMs: Math.max(...ages) }),
    ...(detail.length > 0 && { detail: detail.join('; ') }),
  };
}

function silence(replicas: number, answers: number): readonly string[] {
  if (answers === replicas) return [];
  return [replicas === 1 ? 'no answer' : `${answers} of ${replicas} replicas answer`];
}

function troubles(
  answers: readonly { readonly checks: Readonly<Record<string, string>> }[],
): readonly string[] {
  const wrong = answers.flatMap(({ checks }) =>
    Object.entries(checks)
      .filter(([, state]) => state !== 'up')
      .map(([check, state]) => `${check}: ${state}`),
  );
  return [...new Set(wrong)];
}
