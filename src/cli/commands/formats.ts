import { loadFormats } from '$lib/core/export/catalogue';
import { defineCommand, type ExitCode } from '../command';

export const formats = defineCommand({
  name: 'formats',
  summary: 'lists the export formats: id, label and limits, separated by tabs',
  usage: '',
  operands: [],
  options: {},
  run: async (_given, io): Promise<ExitCode> => {
    for (const { id, label, limits } of await loadFormats()) io.out(`${id}\t${label}\t${limits}`);
    return 0;
  },
});
