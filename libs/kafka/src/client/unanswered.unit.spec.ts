import { Unanswered } from './unanswered';

const LIST_TOPICS = 3;
const API_VERSIONS = 18;

function frame(body: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length);
  return Buffer.concat([length, body]);
}

function request(apiKey: number): Buffer {
  const body = Buffer.alloc(20);
  body.writeInt16BE(apiKey);
  return frame(body);
}

describe('Unanswered', () => {
  it.each([1, 3, 4, 5, 7, 1_000])('counts answers that come in pieces of %i bytes', (size) => {
    const unanswered = new Unanswered();
    for (let i = 0; i < 5; i++) unanswered.ask(request(LIST_TOPICS));
    const answers = Buffer.concat([0, 1, 8, 300].map((length) => frame(Buffer.alloc(length, 0xff))));
    for (let at = 0; at < answers.length; at += size) {
      expect(unanswered.count).toBeGreaterThan(1);
      unanswered.take(answers.subarray(at, at + size));
    }
    expect(unanswered.count).toBe(1);
  });

  it('knows the greeting and the sign-in from what follows them', () => {
    const unanswered = new Unanswered();
    unanswered.ask(request(API_VERSIONS));
    expect(unanswered.signIn).toBe(true);
    unanswered.ask(request(LIST_TOPICS));
    expect(unanswered.signIn).toBe(false);
  });
});
