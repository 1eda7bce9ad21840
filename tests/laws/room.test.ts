import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { countedAnswer } from '../../src/lib/core/room/answers-given';
import { alarmOf } from '../../src/lib/core/room/clock';
import { hostView, projectorView, seatRows, wallNames } from '../../src/lib/core/room/host-view';
import { nameKey } from '../../src/lib/core/room/names';
import { missedFacts, ownView } from '../../src/lib/core/room/own-view';
import type { ServerMessage } from '../../src/lib/core/room/protocol';
import { replay } from '../../src/lib/core/room/replay';
import { reportOf } from '../../src/lib/core/room/report';
import type { Room } from '../../src/lib/core/room/room';
import { scoreOf, scoresOf } from '../../src/lib/core/room/scoring';
import { aboutView, sharedPhase } from '../../src/lib/core/room/shared-view';
import { step } from '../../src/lib/core/room/step';
import { moves, play, settingsOf, tokenOf, type Taken } from './room-kit';

const RUNS = { numRuns: 250 };

/** Plays random lessons, and looks at every step. */
function always(look: (taken: Taken) => void, runs: { readonly numRuns: number; readonly seed?: number } = RUNS): void {
  fc.assert(
    fc.property(settingsOf, moves, (settings, list) => {
      play(settings, list, look);
    }),
    runs,
  );
}

test('the lessons that are played here get everywhere', () => {
  const reached = new Set<string>();
  const changing = new Set<string>();
  // A seed of its own: this is about the moves, not about the room.
  always(
    ({ before, room, input }) => {
      reached.add(room.phase.is === 'paused' ? `${room.phase.held.is} ${room.phase.by}` : room.phase.is);
      if (room !== before) changing.add(input.kind);
    },
    { numRuns: 900, seed: 7 },
  );
  const held = ['reading', 'answering', 'discussion', 'second-vote'];
  const paused = held.flatMap((each) => ['host', 'restart', 'sleep'].map((by) => `${each} ${by}`));
  const phases = ['lobby', ...held, 'closed', 'reveal', 'standings', 'own-pace', 'ended'];
  expect([...reached].sort()).toEqual([...phases, ...paused].sort());
  const commands = ['add-seats', 'add-time', 'answer', 'ask', 'ask-again', 'cards', 'claim', 'close', 'correct-key', 'discuss', 'end', 'extra-time', 'hand-over', 'hands', 'join', 'kick', 'late-join', 'lock', 'name-seat', 'onward', 'open', 'pause', 'rename', 'resume', 'reveal', 'skip', 'standings', 'take-over', 'vote-again']; // prettier-ignore
  expect([...changing].sort()).toEqual([...commands, 'presence', 'stopped', 'tick'].sort());
});

describe('whatever comes in, in whatever order', () => {
  it('moves the revision by one, or leaves the room as it is', () => {
    always(({ before, room, reply }) => {
      if (room !== before) expect(room.revision).toBe(before.revision + 1);
      if (!reply.ok) expect(room).toBe(before);
      expect(room.at).toBeGreaterThanOrEqual(before.at);
    });
  });

  it('does nothing the second time', () => {
    always(({ room, input, now, luck }) => {
      // What the clock, a socket or a restart says is no command.
      if (input.kind === 'tick' || input.kind === 'presence' || input.kind === 'stopped') return;
      // A join that was refused may succeed later; one that succeeded gives the same seat.
      const again = step(room, input, now + 1, luck);
      if (step(room, input, now, luck).reply.ok) expect(again.room).toBe(room);
    });
  });

  it('gives the same room when the journal is replayed, byte for byte', () => {
    fc.assert(
      fc.property(settingsOf, moves, (settings, list) => {
        const { room, journal } = play(settings, list);
        // As it was written to the file.
        const written = journal.map((entry) => JSON.parse(JSON.stringify(entry)) as typeof entry);
        const last = [...replay(written)].at(-1)?.room;
        expect(JSON.stringify(last)).toBe(JSON.stringify(room));
      }),
      RUNS,
    );
  });

  it('seats nobody beside somebody who looks alike, and gives no token two seats', () => {
    always(({ room }) => {
      const keys = room.seats.map(({ name }) => nameKey(name));
      expect(new Set(keys).size).toBe(keys.length);
      const tokens = room.seats.flatMap(({ token }) => token ?? []);
      expect(new Set(tokens).size).toBe(tokens.length);
    });
  });

  it('obeys nobody who lacks the token or the secret', () => {
    always(({ before, room, input }) => {
      if ('seat' in input && 'token' in input && before.seats[input.seat]?.token !== input.token)
        expect(room).toBe(before);
      if ('secret' in input && input.kind !== 'take-over' && input.secret !== before.host) expect(room).toBe(before);
      if (input.kind !== 'take-over') expect(room.host).toBe(before.host);
    });
  });
});

describe('an answer', () => {
  it('counts once it is acknowledged, the last one only, until its question is over', () => {
    fc.assert(
      fc.property(settingsOf, moves, (settings, list) => {
        const acknowledged = new Map<
          string,
          { readonly said: string; readonly round: number; readonly seat: number }
        >();
        const { room } = play(settings, list, ({ before, room: after, input, reply }) => {
          if (input.kind === 'cards')
            for (const key of acknowledged.keys()) if (isByCard(after, key)) acknowledged.delete(key);
          if (input.kind !== 'answer' || !reply.ok || after === before) return;
          const round = after.rounds.findIndex(({ revision }) => revision === input.questionRevision);
          acknowledged.set(`${String(round)} ${String(input.seat)}`, {
            said: JSON.stringify(input.response),
            round,
            seat: input.seat,
          });
        });
        for (const { said, round, seat } of acknowledged.values()) {
          const counted = room.rounds[round] === undefined ? null : countedAnswer(room.rounds[round], seat);
          expect(JSON.stringify(counted?.response)).toBe(said);
        }
        room.rounds.forEach(({ answers, answered }) => {
          expect(answers.filter((given) => given !== null).length).toBe(answered);
        });
      }),
      RUNS,
    );
  });

  function isByCard(room: Room, key: string): boolean {
    return room.seats[Number(key.split(' ')[1])]?.card !== null;
  }

  it('to another question is refused', () => {
    always(({ before, room, input }) => {
      if (input.kind !== 'answer' || room === before) return;
      const open =
        before.settings.mode === 'own-pace'
          ? before.rounds[before.seats[input.seat]?.place ?? -1]
          : before.rounds.at(-1);
      expect(input.questionRevision).toBe(open?.revision);
    });
  });

  it('is never taken after its end, extra time and half a round trip granted', () => {
    always(({ before, room, input }) => {
      if (input.kind !== 'answer' || room === before || before.settings.mode === 'own-pace') return;
      const { phase } = before;
      expect(['answering', 'second-vote', 'paused']).toContain(phase.is);
      if (phase.is !== 'answering' && phase.is !== 'second-vote') return;
      const limit = phase.limitMs === null ? Infinity : phase.limitMs * (before.seats[input.seat]?.factor ?? 1);
      expect(room.at - phase.opensAt).toBeLessThanOrEqual(limit + Math.min(input.rttMs / 2, 1500));
    });
  });
});

describe('what is right', () => {
  const isTelling = (message: ServerMessage): boolean => JSON.stringify(message).includes('SECRET');

  it('is in no frame to players or the wall before the reveal', () => {
    always(({ room, send }) => {
      for (const each of send) {
        if (each.to === 'desk' || each.to === 'host') continue;
        const told =
          room.phase.is === 'reveal' ||
          (each.message.kind === 'own' && (each.message.own.at?.told != null || each.message.own.result !== null));
        if (!told) expect(isTelling(each.message), JSON.stringify(each.message)).toBe(false);
      }
    });
  });

  it('is in no view that somebody fetches by coming back', () => {
    always(({ room }) => {
      if (room.phase.is === 'reveal') return;
      const seen = [sharedPhase(room), aboutView(room), projectorView(room), seatRows(room), wallNames(room)];
      expect(JSON.stringify(seen)).not.toContain('SECRET');
      room.seats.forEach((seat, number) => {
        const own = ownView(room, number);
        if (own?.at?.told == null && own?.result == null) expect(JSON.stringify(own)).not.toContain('SECRET');
        if (own?.at?.told != null) expect(seat.told).toBe(true);
        if (room.settings.mode === 'live' && room.rounds.at(-1)?.state !== 'counted') expect(own?.result).toBeNull();
      });
    });
  });

  it('cannot be read from counts, scores or missed facts either', () => {
    always(({ before, room, input }) => {
      if (room.rounds.at(-1)?.state !== 'open' || room.settings.mode === 'own-pace') return;
      if (room.phase.is !== 'discussion') expect(projectorView(room).votes).toEqual([]);
      if (input.kind === 'answer') expect(room.scores).toBe(before.scores);
      room.seats.forEach((_, number) => {
        const open = room.lesson.questions[room.rounds.at(-1)?.question ?? -1]?.fact;
        const counted = room.rounds.some(
          ({ state, question }) => state === 'counted' && room.lesson.questions[question]?.fact === open,
        );
        if (!counted) expect(missedFacts(room, number).map(({ fact }) => fact)).not.toContain(open);
      });
    });
  });

  it('names no seat of others, no token and no secret of the room', () => {
    always(({ room, send }) => {
      for (const each of send) {
        if (each.to === 'desk' || each.to === 'host') continue;
        const text = JSON.stringify(each.message);
        for (const hidden of [
          room.host,
          room.recovery,
          room.watchSecret,
          ...room.seats.flatMap(({ token }) => token ?? []),
        ]) {
          expect(text).not.toContain(hidden);
        }
      }
    });
  });
});

describe('the clock', () => {
  it('stands still while it is paused', () => {
    always(({ before, room }) => {
      if (before.phase.is !== 'paused' || room.phase.is !== 'paused') return;
      expect(alarmOf(room)).toBeNull();
      expect(room.phase.ranMs).toBe(before.phase.ranMs);
      expect(room.phase.since).toBe(before.phase.since);
    });
  });

  it('goes on where it stood', () => {
    always(({ before, room }) => {
      if (before.phase.is !== 'paused' || room.phase.is === 'paused') return;
      const { held, ranMs } = before.phase;
      if (room.phase.is !== held.is || !('opensAt' in room.phase)) return;
      expect(room.at - room.phase.opensAt).toBe(ranMs);
    });
  });

  it('gives every open question an end, where there is a limit', () => {
    always(({ room }) => {
      const { phase } = room;
      if ((phase.is === 'answering' || phase.is === 'second-vote') && phase.limitMs !== null) {
        expect(alarmOf(room)).toBeLessThanOrEqual(phase.opensAt + phase.limitMs * 4 + 1500);
      }
    });
  });

  it('leads everybody to the same end, however late it strikes', () => {
    always(({ room, luck }) => {
      const due = alarmOf(room);
      if (due === null) return;
      const onTime = step(room, { kind: 'tick' }, due, luck);
      const late = step(room, { kind: 'tick' }, due + 600_000, luck);
      expect(onTime.room).not.toBe(room);
      expect(late.room.phase.is).toBe(onTime.room.phase.is);
      if (room.at < due) expect(step(room, { kind: 'tick' }, due - 1, luck).room).toBe(room);
    });
  });
});

describe('scores', () => {
  it('follow from the answers alone', () => {
    always(({ before, room }) => {
      if (room.stage === before.stage) return;
      if (room.phase.is === 'reveal' || room.phase.is === 'ended') expect(room.scores).toEqual(scoresOf(room));
    });
  });

  it('never put being quick above knowing one thing more', () => {
    always(({ room }) => {
      if (room.phase.is !== 'ended' && room.phase.is !== 'reveal') return;
      if (room.settings.scoring === 'none') return;
      const scores = room.seats.map((_, seat) => scoreOf(room, seat));
      for (const one of scores) {
        for (const other of scores)
          if (one.credit >= other.credit + 1) expect(one.points).toBeGreaterThan(other.points);
      }
    });
  });

  it('of a report are those of the room', () => {
    always(({ room }) => {
      if (room.phase.is !== 'ended') return;
      const report = reportOf(room);
      expect(report.pupils.map(({ points }) => points)).toEqual(scoresOf(room).map(({ points }) => points));
      expect(JSON.stringify(report)).not.toContain(tokenOf(0));
    });
  });
});

test('a personal snapshot is below 2 kB and every view is plain data', () => {
  always(({ room }) => {
    room.seats.forEach((_, number) => {
      const snapshot = {
        kind: 'snapshot',
        revision: room.revision,
        now: room.at,
        about: aboutView(room),
        phase: sharedPhase(room, true),
        own: ownView(room, number, true),
      };
      expect(JSON.stringify(snapshot).length).toBeLessThan(2000);
    });
    const view = hostView(room);
    expect(JSON.parse(JSON.stringify(view))).toEqual(view);
  });
});
