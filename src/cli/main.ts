import { UsageError, type Command, type ExitCode } from './command';
import { commands } from './commands';
import type { Io } from './io';

export { processIo } from './io';

/**
 * The `dateline` command. Results go to standard output, messages to standard error.
 *
 * @param argv what follows the program's name
 */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  const code = await dispatch(argv, io);
  await io.flush();
  return code;
}

async function dispatch([name, ...args]: readonly string[], io: Io): Promise<ExitCode> {
  if (name === '--help' || name === '-h' || name === 'help') return help(args[0], io);
  if (name === '--version') {
    io.out(io.version);
    return 0;
  }
  const command = commands.find((each) => each.name === name);
  if (command === undefined) {
    io.err(`dateline: ${name === undefined ? 'a command is missing' : `there is no command "${name}"`}`);
    for (const line of overview()) io.err(line);
    return 2;
  }
  if (args.includes('--help')) return help(name, io);
  try {
    return await command.run(args, io);
  } catch (error) {
    if (error instanceof UsageError) {
      io.err(`dateline ${command.name}: ${error.message}`);
      io.err(usageOf(command));
      return 2;
    }
    // A mistake of ours, or a file that cannot be read: told in a line, never as a stack trace.
    io.err(`dateline ${command.name}: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  }
}

function help(name: string | undefined, io: Io): ExitCode {
  const command = commands.find((each) => each.name === name);
  for (const line of command === undefined ? overview() : [usageOf(command), '', command.summary]) io.out(line);
  return 0;
}

function usageOf({ name, usage }: Command): string {
  return `usage: dateline ${name} ${usage}`.trimEnd();
}

function overview(): string[] {
  const width = Math.max(...commands.map((each) => each.name.length));
  return [
    'usage: dateline COMMAND …',
    '       dateline COMMAND --help',
    '       dateline --version',
    '',
    ...commands.map((each) => `  ${each.name.padEnd(width)}  ${each.summary}`),
  ];
}
