import { againstGhost, type LessonFile } from '$lib/core/room/ghost';
import type { Lesson } from '$lib/core/room/lesson';

/** The lesson of a file, to be played against the class that played it. Null: the file is none. What is inside, the server checks. */
export async function readLessonFile(file: File): Promise<Lesson | null> {
  try {
    const read = JSON.parse(await file.text()) as Partial<LessonFile> | null;
    if (read?.format !== 'dateline-lesson/1' || read.lesson === undefined || read.class === undefined) return null;
    return againstGhost({ format: read.format, lesson: read.lesson, class: read.class });
  } catch {
    return null;
  }
}

/** A new seed for every lesson that is drawn on the spot: 0 … 2³²−1. */
export function drawSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
}
