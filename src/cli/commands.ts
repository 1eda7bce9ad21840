import type { Command } from './command';
import { check } from './commands/check';
import { formats } from './commands/formats';

/** Every command, in the order in which the help lists them. */
export const commands: readonly Command[] = [check, formats];
