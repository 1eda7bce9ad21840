import type { ExportFormat } from '../format';
import { preflight } from '../preflight';
import { QTI21 } from '../qti/dialect';
import { package2 } from '../qti/package2';

/** IMS QTI 2.1: choice, text entry, order and a point on the map, in a package with its test. */
export const qti21: ExportFormat = {
  id: 'qti21',
  label: 'TAO, Inspera and others (QTI 2.1)',
  extension: 'zip',
  mimeType: 'application/zip',
  limits: 'no reasons why options are wrong; not for Canvas, which takes QTI 1.2',
  carries: { shapes: ['choice', 'typed', 'order', 'map'], drops: ['reasons', 'near'] },
  printsVersions: false,
  write: (set, options) => {
    const { items, losses } = preflight(set, qti21, options);
    return Promise.resolve({ bytes: package2(set, items, QTI21), losses });
  },
};
