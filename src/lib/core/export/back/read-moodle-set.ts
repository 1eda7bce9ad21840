import { explanationOf, linesOf, returnedAs, withoutHint, wordsOf, type ReadBack, type Returned } from './returned';
import { readXml, type XmlNode } from './xml-tree';

/** Moodle XML as we write it, and as Moodle exports it again: questions are known by their idnumber. */
export async function readMoodleSet(text: string): Promise<ReadBack> {
  const root = await readXml(text);
  const quiz = root?.first('quiz') ?? null;
  if (quiz === null) return { ok: false, message: 'is no Moodle XML: there is no <quiz>' };
  const questions = quiz.all('question').filter((question) => question.attribute('type') !== 'category');
  const returned = questions.flatMap((question) => readQuestion(question) ?? []);
  return { ok: true, returned, passed: questions.length - returned.length };
}

const textOf = (node: XmlNode | null): string => node?.first('text')?.text ?? '';

function readQuestion(question: XmlNode): Returned | null {
  const id = (question.first('idnumber')?.text ?? '').trim();
  if (id === '') return null;
  const feedback = question.first('generalfeedback');
  const head = {
    id,
    stem: withoutHint(wordsOf(textOf(question.first('questiontext')))),
    explanation: feedback === null ? null : explanationOf(linesOf(textOf(feedback))),
  };
  const answers = question.all('answer').map((answer) => {
    const isHtml = answer.attribute('format') === 'html';
    const text = textOf(answer);
    return { text: isHtml ? wordsOf(text) : text.trim(), fraction: Number(answer.attribute('fraction') ?? 0) };
  });
  switch (question.attribute('type')) {
    case 'multichoice':
      return returnedAs('choice', { ...head, options: answers.map(({ text, fraction }) => ({ text, right: fraction >= 99.9 })) }); // prettier-ignore
    case 'shortanswer': {
      const right = answers.filter(({ fraction }) => fraction >= 99.9);
      return returnedAs('typed', { ...head, answers: right.map(({ text }) => text.replaceAll('\\*', '*')) });
    }
    case 'numerical': {
      const year = Number(answers.find(({ fraction }) => fraction >= 99.9)?.text ?? NaN);
      return Number.isFinite(year) ? returnedAs('typed', { ...head, year }) : null;
    }
    case 'ordering':
      return returnedAs('order', { ...head, things: answers.map(({ text }) => text) });
    case 'matching': {
      const pairs = question.all('subquestion').map((pair) => ({ thing: wordsOf(textOf(pair)), at: Number(textOf(pair.first('answer'))) })); // prettier-ignore
      return returnedAs('match', {
        ...head,
        things: pairs.toSorted((a, b) => a.at - b.at).map(({ thing }) => thing),
      });
    }
    case 'ddmarker':
      return returnedAs('map', head);
    default:
      return null;
  }
}
