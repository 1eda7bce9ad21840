import { uuidOf } from '../bytes/sha1';
import { zip } from '../bytes/zip';
import { fullCredit } from '../credit';
import type { ExportSet } from '../export-set';
import type { ExportFormat } from '../format';
import type { Item } from '../item';
import { preflight, titleFor } from '../preflight';
import { oneLine, shorten } from '../text/clean';
import { html } from '../text/markup';
import { EXPORT_WORDS } from '../words';

/** Of H5P core 1.26, which Moodle 4.5 and all others of these years have; a content must name the exact version it was made for. */
const LIBRARIES = {
  set: { machineName: 'H5P.QuestionSet', majorVersion: 1, minorVersion: 20 },
  choice: { machineName: 'H5P.MultiChoice', majorVersion: 1, minorVersion: 16 },
  blanks: { machineName: 'H5P.Blanks', majorVersion: 1, minorVersion: 14 },
};
const LONGEST_TITLE = 255;

/**
 * A Question Set of H5P, its content only: the site must have the content type, as most have. The libraries are a megabyte of other
 * people's code under other licences, and the newest are refused by Moodle.
 */
export const h5p: ExportFormat = {
  id: 'h5p',
  label: 'H5P Question Set (content only)',
  extension: 'h5p',
  mimeType: 'application/zip',
  limits: 'content only: the site must have H5P Question Set 1.20; no ordering and no map (multiple choice instead)',
  carries: { shapes: ['choice', 'typed'], drops: ['picture', 'near'], title: LONGEST_TITLE, notInAnswers: /[*/:\\]/u },
  printsVersions: false,
  write: (set, options) => {
    const { items, losses } = preflight(set, h5p, options);
    const entries = [['h5p.json', JSON.stringify(headOf(set))], ['content/content.json', JSON.stringify(contentOf(set, items))]] as const;
    return Promise.resolve({ bytes: zip(entries), losses });
  },
}; // prettier-ignore

function headOf(set: ExportSet): object {
  return {
    title: titleFor(set, h5p.carries),
    language: set.language,
    mainLibrary: LIBRARIES.set.machineName,
    embedTypes: ['iframe'],
    ...licenceOf(set.pack.licence),
    licenseExtras: fullCredit(set),
    authors: [{ name: 'Dateline', role: 'Author' }],
    preloadedDependencies: Object.values(LIBRARIES),
  };
}

/** Licences by H5P's own names; another one is told in the extras, and here as undisclosed. */
function licenceOf(licence: string): { readonly license: string; readonly licenseVersion?: string } {
  const [, name, version] = /^(CC BY(?:-NC)?(?:-SA|-ND)?)[ -](\d\.\d)$/u.exec(licence) ?? [];
  if (name !== undefined && version !== undefined) return { license: name, licenseVersion: version };
  return /^CC0(?:[ -]1\.0)?$/u.test(licence) ? { license: 'CC0 1.0' } : { license: 'U' };
}

function contentOf(set: ExportSet, items: readonly Item[]): object {
  return {
    introPage: { showIntroPage: false },
    progressType: 'dots',
    passPercentage: 50,
    disableBackwardsNavigation: false,
    randomQuestions: false,
    questions: items.map((item) => questionOf(set, item)),
    endGame: { showResultPage: true, showSolutionButton: true, showRetryButton: true },
    override: { checkButton: true },
  };
}

function questionOf(set: ExportSet, item: Item): object {
  const words = EXPORT_WORDS[set.language];
  const { machineName, majorVersion, minorVersion } = item.shape === 'choice' ? LIBRARIES.choice : LIBRARIES.blanks;
  // Plain text, which H5P escapes itself.
  const about = [item.explanation, ...item.sources.map((source) => `${words.source}: ${source}`)].filter((text) => text !== '').join(' ');
  return {
    library: `${machineName} ${String(majorVersion)}.${String(minorVersion)}`,
    subContentId: uuidOf(item.id),
    metadata: { contentType: item.shape === 'choice' ? 'Multiple Choice' : 'Fill in the Blanks', title: shorten(oneLine(item.stem), LONGEST_TITLE), ...licenceOf(set.pack.licence) },
    params: { ...paramsOf(item), overallFeedback: about === '' ? [{ from: 0, to: 100 }] : [{ from: 0, to: 100, feedback: about }] },
  };
} // prettier-ignore

function paramsOf(item: Item): object {
  const stem = `<p>${html(item.stem)}</p>`;
  if (item.shape === 'choice') {
    const answers = item.options.map(({ text, right, why }) => ({
      text: `<div>${html(text)}</div>`,
      correct: right,
      tipsAndFeedback: { tip: '', chosenFeedback: why === '' ? '' : `<div>${html(why)}</div>`, notChosenFeedback: '' },
    }));
    const behaviour = { enableRetry: true, enableSolutionsButton: true, enableCheckButton: true, type: 'single', singlePoint: true, randomAnswers: true, showSolutionsRequiresInput: true, autoCheck: false, passPercentage: 100, showScorePoints: true };
    return { question: stem, answers, behaviour };
  }
  if (item.shape !== 'typed') throw new Error(`${item.id}: preflight let ${item.shape} through`);
  // Asterisks bound a blank, strokes divide its answers: the stem stands apart from it, as the task.
  const blank = `<p>*${item.answers.map(html).join('/')}*</p>`;
  return { text: stem, questions: [blank], behaviour: { enableRetry: true, enableSolutionsButton: true, caseSensitive: false, acceptSpellingErrors: false, showSolutionsRequiresInput: true, separateLines: true } };
} // prettier-ignore
