import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { Io } from './io';

/** 0: done. 1: the input has problems. 2: wrong usage. */
export type ExitCode = 0 | 1 | 2;

/** The caller used a command wrongly; the message says what would be right. Ends with exit code 2 and the usage. */
export class UsageError extends Error {}

type Options = NonNullable<ParseArgsConfig['options']>;
type Parsed<O extends Options> = ReturnType<typeof parseArgs<{ options: O; allowPositionals: true; strict: true }>>;

/** A command as it is written down: what it is called, what it takes, what it does. */
export interface CommandDefinition<O extends Options> {
  readonly name: string;
  /** A few words for the list of commands. */
  readonly summary: string;
  /** What follows the name, e.g. `PACK [--seed N]`. */
  readonly usage: string;
  /** The names of what must be given in order, e.g. `['PACK']`; no more and no fewer. */
  readonly operands: readonly string[];
  /** As `parseArgs` of node:util takes them. */
  readonly options: O;
  readonly run: (
    given: { operands: readonly string[]; options: Parsed<O>['values'] },
    io: Io,
  ) => Promise<ExitCode> | ExitCode;
}

/** A command with its options sealed in. */
export interface Command {
  readonly name: string;
  readonly summary: string;
  readonly usage: string;
  /** @throws {UsageError} for an unknown option, a missing value, or too few or too many operands */
  readonly run: (args: readonly string[], io: Io) => Promise<ExitCode>;
}

/** Seals the type of the options in, so that commands of all kinds fit into one table. */
export function defineCommand<const O extends Options>(definition: CommandDefinition<O>): Command {
  const { name, summary, usage, operands, options, run } = definition;
  return {
    name,
    summary,
    usage,
    run: async (args, io) => {
      const parsed = parse(args, options);
      const missing = operands[parsed.positionals.length];
      if (missing !== undefined) throw new UsageError(`${missing} is missing`);
      const surplus = parsed.positionals[operands.length];
      if (surplus !== undefined) throw new UsageError(`"${surplus}" is one argument too many`);
      return await run({ operands: parsed.positionals, options: parsed.values }, io);
    },
  };
}

function parse<O extends Options>(args: readonly string[], options: O): Parsed<O> {
  try {
    return parseArgs({ args: withNumbers(args, options), options, allowPositionals: true, strict: true });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const [, name = ''] = /^Option '(--[^ ']+).*argument (?:is ambiguous|missing)/.exec(error.message) ?? [];
    if (name === '') throw new UsageError(error.message.replace(/\.\s.*$/s, '')); // the first sentence says what is wrong; hints about `--` follow
    const next = args[args.indexOf(name) + 1];
    const received = next === undefined ? 'nothing' : `"${next}", which is an option`;
    throw new UsageError(`${name}: expected a value after it, received ${received}`);
  }
}

/** `--seed -1` as `--seed=-1`: no option is called by a number, so what follows is meant as the value, and is told as a wrong one. */
function withNumbers(args: readonly string[], options: Options): string[] {
  return args.reduce<string[]>((all, arg) => {
    const before = all.at(-1) ?? '';
    const takesValue = before.startsWith('--') && options[before.slice(2)]?.type === 'string';
    return takesValue && /^-\d/.test(arg) ? [...all.slice(0, -1), `${before}=${arg}`] : [...all, arg];
  }, []);
}
