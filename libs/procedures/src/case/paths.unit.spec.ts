import { type Dossier } from '@lienthong/contracts';
import { birthDossier, deathDossier } from '../../test-support/dossiers';
import { CasePlayer } from '../../test-support/case-player';
import { simplePaths } from '../saga/paths';
import { isAtRest, ownerOf } from './owner-of';

const GROUPS: [string, Dossier, number][] = [
  ['birth: all three', birthDossier(), 2184],
  ['birth: without the card', birthDossier(['birth-registration', 'permanent-residence']), 259],
  ['birth: without residence', birthDossier(['birth-registration', 'health-insurance-card']), 106],
  ['death: all four', deathDossier(), 678],
  ['death: without benefits', deathDossier(['death-registration', 'residence-deletion']), 106],
];

describe.each(GROUPS)('every simple path, %s', (_, dossier, count) => {
  const paths = simplePaths(dossier.procedureGroup, dossier.procedures);

  it(`has ${count} paths`, () => {
    expect(paths).toHaveLength(count);
    expect(new Set(paths.map(({ events }) => events.join())).size).toBe(count);
  });

  it('ends a case as the statechart says, never without an owner on the way', () => {
    for (const { events, end } of paths) {
      const player = new CasePlayer(dossier);
      for (const event of events) {
        player.play(event);
        if (ownerOf(player.case) === undefined)
          throw new Error(`nobody owns the case after ${event} of ${events.join()}`);
      }
      expect([events, player.case.snapshot]).toEqual([events, end]);
      expect(isAtRest(player.case)).toBe(true);
    }
  });

  it('leaves nothing active after a cancellation, unwound in reverse order of issue', () => {
    const cancelled = paths.filter(({ end }) => end.value === 'cancelled');
    expect(cancelled.length).toBeGreaterThan(0);
    for (const { events, end } of cancelled) {
      const approved = events.filter((e) => e.endsWith('.approved')).map((e) => e.replace('.approved', ''));
      const revoked = events.filter((e) => e.endsWith('.revoked')).map((e) => e.replace('.revoked', ''));
      expect(revoked).toEqual(approved.reverse());
      expect(end.context.issued).toEqual([]);
    }
  });
});
