import { utf8 } from '../bytes/utf8';
import { creditLines, fullCredit } from '../credit';
import type { ExportSet } from '../export-set';
import type { ExportFormat } from '../format';
import type { Item } from '../item';
import { preflight } from '../preflight';
import { oneLine } from '../text/clean';

/** A script for script.google.com that makes the form: Google Forms has no import of files. */
export const googleForms: ExportFormat = {
  id: 'google-forms',
  label: 'Google Forms (Apps Script)',
  extension: 'gs',
  mimeType: 'text/javascript',
  limits: 'a script to run once; typed answers are marked by hand; no map and no ordering (multiple choice instead)',
  carries: { shapes: ['choice', 'typed'], drops: ['reasons', 'picture'] },
  printsVersions: false,
  write: (set, options) => {
    const { items, losses } = preflight(set, googleForms, options);
    return Promise.resolve({ bytes: utf8(scriptOf(set, items)), losses });
  },
};

function scriptOf(set: ExportSet, items: readonly Item[]): string {
  const comment = creditLines(set).map((line) => `// ${oneLine(line)}`);
  return [
    '// Paste this into a new project at script.google.com and run makeForm.',
    ...comment,
    '',
    `var TITLE = ${literal(set.title)};`,
    `var DESCRIPTION = ${literal(fullCredit(set))};`,
    `var QUESTIONS = [\n${items.map((item) => `  ${literal(questionOf(item))}`).join(',\n')}\n];`,
    '',
    MAKE_FORM,
  ].join('\n');
}

/** JSON is JavaScript but for two line separators; a closing tag is broken up for editors that show scripts as HTML. */
function literal(value: unknown): string {
  return JSON.stringify(value).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029').replaceAll('</', '<\\/');
}

function questionOf(item: Item): object {
  const feedback = [item.explanation, ...item.sources].filter((text) => text !== '').join('\n');
  if (item.shape === 'choice')
    return { title: item.stem, choices: item.options.map(({ text, right }) => [text, right]), feedback };
  if (item.shape === 'typed') return { title: item.stem, answers: item.answers, feedback };
  throw new Error(`${item.id}: preflight let ${item.shape} through`);
}

/** Right answers to type cannot be set from a script, so they go into the feedback that is shown after marking. */
const MAKE_FORM = `function makeForm() {
  var form = FormApp.create(TITLE, false);
  form.setDescription(DESCRIPTION);
  form.setIsQuiz(true);
  QUESTIONS.forEach(function (question) {
    var feedback = FormApp.createFeedback();
    if (question.choices) {
      var item = form.addMultipleChoiceItem();
      item.setTitle(question.title).setPoints(1);
      item.setChoices(question.choices.map(function (choice) { return item.createChoice(choice[0], choice[1]); }));
      if (question.feedback) {
        item.setFeedbackForCorrect(feedback.setText(question.feedback).build());
        item.setFeedbackForIncorrect(FormApp.createFeedback().setText(question.feedback).build());
      }
    } else {
      var text = form.addTextItem();
      text.setTitle(question.title).setPoints(1);
      text.setGeneralFeedback(feedback.setText(question.answers.join(' | ') + (question.feedback ? '\\n' + question.feedback : '')).build());
    }
  });
  form.setPublished(true);
  Logger.log(form.getEditUrl());
}
`;
