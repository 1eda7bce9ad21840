import type { Command } from './command';
import { check } from './commands/check';
import { exportCommand } from './commands/export';
import { formats } from './commands/formats';
import { importCommand } from './commands/import';
import { judge } from './commands/judge';
import { questions } from './commands/questions';
import { verify } from './commands/verify';

/** Every command, in the order in which the help lists them. */
export const commands: readonly Command[] = [check, questions, verify, judge, exportCommand, importCommand, formats];
