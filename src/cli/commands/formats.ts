import { defineCommand } from '../command';

/** A format that `export` writes. */
export interface Format {
  readonly id: string;
  readonly label: string;
  /** What it cannot carry, in a few words. */
  readonly limits: string;
}

/** The formats that exist. None does yet, so the command prints nothing. */
const FORMATS: readonly Format[] = [];

export const formats = defineCommand({
  name: 'formats',
  summary: 'lists the export formats: id, label and limits, separated by tabs',
  usage: '',
  operands: [],
  options: {},
  run: (_given, io) => {
    for (const { id, label, limits } of FORMATS) io.out(`${id}\t${label}\t${limits}`);
    return 0;
  },
});
