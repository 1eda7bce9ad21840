import { questionOf } from './answers-given';
import { askedView, briefTold, toldView } from './asked-view';
import { endFor } from './clock';
import { currentRound, type Held, type Room } from './room';
import { classShare, ghostShare } from './scoring';
import type { AboutView, AskedView, SharedPhase } from './view';

/** The phase as all players see it; `brief` in a snapshot. */
export function sharedPhase(room: Room, brief = false): SharedPhase {
  const { phase } = room;
  switch (phase.is) {
    case 'lobby':
      return { is: 'lobby' };
    case 'reading':
      return { is: 'reading', question: openQuestion(room), until: phase.until };
    case 'answering':
    case 'second-vote':
      return { is: phase.is, question: openQuestion(room), opensAt: phase.opensAt, closesAt: endFor(phase, 1) };
    case 'paused':
      return {
        is: 'paused',
        held: phase.held.is,
        by: phase.by,
        question: openQuestion(room),
        leftMs: leftOf(phase.held, phase.ranMs),
      };
    case 'closed':
    case 'discussion':
      return { is: phase.is, question: openQuestion(room) };
    case 'reveal': {
      const round = currentRound(room);
      if (round === null) throw new Error('a reveal without a question');
      const [asked, question] = [openQuestion(room), questionOf(room, round)];
      return { is: 'reveal', question: asked, told: brief ? briefTold(question, asked) : toldView(question) };
    }
    case 'standings':
      return { is: 'standings', share: classShare(room), ghost: ghostShare(room) };
    case 'own-pace':
      return { is: 'own-pace', of: room.lesson.questions.length, deadline: phase.deadline };
    case 'ended':
      return { is: 'ended', share: classShare(room), ghost: ghostShare(room) };
  }
}

function openQuestion(room: Room): AskedView {
  const round = currentRound(room);
  if (round === null) throw new Error(`${room.phase.is} without a question`);
  return askedView(room, round, questionOf(room, round));
}

function leftOf(held: Held, ranMs: number): number | null {
  switch (held.is) {
    case 'answering':
    case 'second-vote':
      return held.limitMs === null ? null : Math.max(0, held.limitMs - ranMs);
    case 'reading':
      return held.until === null ? null : Math.max(0, held.until - held.since - ranMs);
    case 'discussion':
      return null;
  }
}

export function aboutView({ id, lesson, settings }: Room): AboutView {
  return {
    room: id,
    title: lesson.title,
    language: lesson.language,
    tone: lesson.tone,
    pack: lesson.pack.id,
    names: settings.names,
    scoring: settings.scoring,
    teams: settings.teams,
    asksSure: settings.asksSure,
  };
}
