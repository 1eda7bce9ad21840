import { csv } from '$lib/core/export/bytes/csv';
import type { Report } from '$lib/core/room/report';

/** A row: text stays text, a number is a number. */
export type Row = readonly (string | number | null)[];

/** The words of the tables' heads. */
export interface TableWords {
  readonly pupil: string;
  readonly team: string;
  readonly points: string;
  readonly right: string;
  readonly of: string;
  readonly question: string;
  readonly form: string;
  readonly answer: string;
  readonly share: string;
  readonly mistake: string;
  readonly count: string;
  readonly seconds: string;
}

/** One row a pupil: what was answered to each question, with what it was worth. */
export function pupilRows({ pupils, questions }: Report, words: TableWords): readonly Row[] {
  const head = [words.pupil, words.team, words.points, words.right, words.of, ...questions.map(({ stem }, at) => `${String(at + 1)}. ${stem}`)]; // prettier-ignore
  const rows = pupils
    .filter(({ out }) => !out)
    .map((pupil): Row => {
      const said = pupil.answers.map(({ said, credit }) => (said === null ? null : `${mark(credit)} ${said}`));
      return [pupil.name, pupil.team, pupil.points, pupil.right, pupil.of, ...said];
    });
  return [head, ...rows];
}

/** One row a question: how many had it right, and what the rest took it for. */
export function questionRows({ questions }: Report, words: TableWords): readonly Row[] {
  const head = ['', words.question, words.form, words.answer, words.share, words.mistake, words.count, words.seconds];
  const rows = questions.map((question, at): Row => {
    const [mistake] = question.mistakes;
    const answer = question.answer ?? rightOrder(question);
    const share = question.share === null ? null : Math.round(question.share * 100) / 100;
    const seconds = question.medianMs === null ? null : Math.round(question.medianMs / 100) / 10;
    return [
      at + 1,
      question.stem,
      question.form,
      answer,
      share,
      mistake?.said ?? null,
      mistake?.count ?? null,
      seconds,
    ];
  });
  return [head, ...rows];
}

/** The rows as comma-separated values. */
export function asCsv(rows: readonly Row[]): string {
  return csv(rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell)))));
}

function mark(credit: number | null): string {
  return credit === null ? '' : credit === 1 ? '✓' : credit > 0 ? '~' : '✗';
}

function rightOrder({ key, options }: Report['questions'][number]): string {
  return key.map((id) => options.find((option) => option.id === id)?.text ?? id).join(' → ');
}
