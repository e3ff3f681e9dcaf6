import { type DecisionContext } from '@lienthong/engine';
import { birthDossier, FILED_AT } from '../../test-support/dossiers';
import { bodyHash, submissionId } from './digest';
import {
  IdempotencyKeyReused,
  submissionDecider,
  type Submission,
  type SubmitDossier,
} from './submission.decider';

const dossier = birthDossier();
const submit: SubmitDossier = {
  type: 'dossier.submit',
  dossier,
  bodyHash: bodyHash(dossier),
  policy: 'nd63',
  submittedAt: FILED_AT,
  appointment: { dueAt: Date.parse('2026-11-19T17:00:00+07:00'), provisional: false },
};
const context: DecisionContext = {
  now: FILED_AT + 5_000,
  id: submissionId('key'),
  owner: () => undefined,
  number: (name) => (name === 'dossier/2026-11-16' ? 12 : NaN),
};

describe('submissionDecider', () => {
  it('numbers a new dossier by its day of filing and publishes it', () => {
    expect(submissionDecider.needs?.(undefined, submit, 's-x', FILED_AT)).toEqual({
      numbers: [{ name: 'dossier/2026-11-16', period: '' }],
    });
    expect(submissionDecider.decide(undefined, submit, context)).toEqual({
      state: {
        dossierNumber: 'G22.99.08-20261116-0000012',
        bodyHash: submit.bodyHash,
        submittedAt: FILED_AT,
        policy: 'nd63',
        appointment: Date.parse('2026-11-19T17:00:00+07:00'),
        provisional: false,
      },
      messages: [
        {
          topic: 'dossier.events',
          type: 'vn.lienthong.dossier.submitted.v1',
          subject: 'G22.99.08-20261116-0000012',
          data: { dossier, policy: 'nd63', submittedAt: FILED_AT },
        },
      ],
    });
  });

  it('keeps days apart whatever the order they come in', () => {
    const earlier: SubmitDossier = { ...submit, submittedAt: FILED_AT - 86_400_000 };
    expect(submissionDecider.needs?.(undefined, earlier, 's-x', FILED_AT)).toEqual({
      numbers: [{ name: 'dossier/2026-11-15', period: '' }],
    });
  });

  it('passes on that the applicant is simulated', () => {
    const decision = submissionDecider.decide(undefined, { ...submit, simulatedApplicant: true }, context);
    expect(decision?.messages?.[0]?.data).toMatchObject({ simulatedApplicant: true });
  });

  it('says when the appointment depends on holidays not decreed yet', () => {
    const late = { ...submit, appointment: { ...submit.appointment, provisional: true } };
    expect(
      submissionDecider.decide(undefined, late, { ...context, number: () => 1 })?.state.provisional,
    ).toBe(true);
  });

  it('changes nothing for the same body, needs nothing, and refuses another', () => {
    const state = submissionDecider.decide(undefined, submit, context)?.state as Submission;
    expect(submissionDecider.needs?.(state, submit, 's-x', FILED_AT)).toBeUndefined();
    expect(
      submissionDecider.decide(state, { ...submit, submittedAt: FILED_AT + 1 }, context),
    ).toBeUndefined();
    expect(() => submissionDecider.decide(state, { ...submit, bodyHash: 'other' }, context)).toThrow(
      IdempotencyKeyReused,
    );
  });
});

describe('digests', () => {
  it('make short ids that do not show the key', () => {
    expect(submissionId('an@example.vn')).toMatch(/^s-[A-Za-z0-9_-]{22}$/);
    expect(submissionId('a')).not.toBe(submissionId('b'));
    const ids = [
      submissionId('key'),
      submissionId('key', 'a'),
      submissionId('key', 'b'),
      submissionId('bkey'),
    ];
    expect(new Set(ids).size).toBe(4);
    expect(submissionId('key', 'a')).toBe(submissionId('key', 'a'));
  });

  it('tell contents apart', () => {
    expect(bodyHash(dossier)).toBe(bodyHash(birthDossier()));
    expect(bodyHash({ ...dossier, channel: 'postal' })).not.toBe(bodyHash(dossier));
  });
});
