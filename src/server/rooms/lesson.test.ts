import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { madeCreation } from '../../../tests/samples/made-lesson';
import { TestServer, type TestClient } from '../../../tests/samples/room-clients';

let server: TestServer;
beforeEach(async () => {
  server = await TestServer.start();
});
afterEach(async () => {
  await server.stop();
});

/** A room with its host. */
async function hosted(
  creation = madeCreation(),
): Promise<{ host: TestClient; room: string; pin: string; secret: string }> {
  const room = await server.make(creation);
  const host = server.client();
  const { secret } = creation;
  expect(await host.send({ kind: 'host', room, secret })).toEqual({ ok: true });
  const { view } = await host.last('host');
  return { host, room, pin: view.pin, secret };
}

describe('a lesson over sockets', () => {
  it('goes from the lobby to the reveal', async () => {
    const { host, room, pin, secret } = await hosted();
    const [ada, ben] = await Promise.all([server.client().join(pin), server.client().join(pin)]);
    await host.send({ kind: 'ask', room, secret, stage: 0, question: null });
    const { phase } = await ada.last('phase', (message) => message.phase.is === 'answering');
    const revision = phase.is === 'answering' ? phase.question.questionRevision : -1;
    expect(await ada.answer(revision, 'b')).toEqual({ ok: true });
    expect(await ben.answer(revision, 'a')).toEqual({ ok: true });
    await host.send({ kind: 'reveal', room, secret, stage: 1 });
    const [a, b] = await Promise.all([ada, ben].map((each) => each.last('own', ({ own }) => own.result !== null)));
    expect(a?.own).toMatchObject({
      answer: { choice: 'b' },
      result: { band: 'full', points: 100 },
      score: { right: 1, of: 1 },
    });
    expect(b?.own).toMatchObject({
      answer: { choice: 'a' },
      result: { band: 'wrong', points: 0 },
      score: { right: 0, of: 1 },
    });
  });
});
