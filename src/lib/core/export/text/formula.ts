/**
 * What a spreadsheet takes for the beginning of a formula (OWASP, CSV Injection), also behind spaces and in full width. A tab or line end
 * in front counts: the program may strip it and read on.
 */
const FORMULA = /^[\s\u00A0\u200B\uFEFF]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/** A negative number is one and no formula: the year −31, a longitude. */
const NUMBER = /^-\d+(?:\.\d+)?$/u;

/** Whether a cell with this text could be run as a formula. */
export function isFormula(text: string): boolean {
  return FORMULA.test(text) && !NUMBER.test(text);
}

/** The text behind an apostrophe if it could be run as a formula: spreadsheets then show it as text. */
export function guard(text: string): string {
  return isFormula(text) ? `'${text}` : text;
}

/** The text without the apostrophe that `guard` put in front. */
export function unguard(text: string): string {
  return text.startsWith("'") && isFormula(text.slice(1)) ? text.slice(1) : text;
}
