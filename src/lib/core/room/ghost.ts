import { countedAnswer, questionOf } from './answers-given';
import type { Ghost, Lesson } from './lesson';
import type { Room } from './room';

/** A finished lesson as a file: its questions, and how the class did, without names. Another class can play against it. */
export interface LessonFile {
  readonly format: 'dateline-lesson/1';
  readonly lesson: Lesson;
  readonly class: Ghost;
}

/** The lesson and its class, for a file. Of a question that was asked twice the first asking counts, as it will for the next class. */
export function lessonFile(room: Room): LessonFile {
  const credits: Record<string, (number | null)[]> = {};
  for (const round of room.rounds) {
    const { id } = questionOf(room, round);
    if (round.state !== 'counted' || credits[id] !== undefined) continue;
    credits[id] = room.seats.flatMap((seat, number) =>
      seat.out ? [] : [countedAnswer(round, number)?.credit ?? null],
    );
  }
  return {
    format: 'dateline-lesson/1',
    lesson: { ...room.lesson, ghost: null },
    class: { title: room.lesson.title, credits },
  };
}

/** The lesson of a file, to be played against the class that played it. */
export function againstGhost(file: LessonFile): Lesson {
  return { ...file.lesson, ghost: file.class };
}
