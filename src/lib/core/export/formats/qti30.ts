import type { ExportFormat } from '../format';
import { preflight } from '../preflight';
import { QTI30 } from '../qti/dialect';
import { package2 } from '../qti/package2';

/** IMS QTI 3.0: choice, text entry, order and a point on the map, in a package with its test. */
export const qti30: ExportFormat = {
  id: 'qti30',
  label: 'QTI 3.0 package',
  extension: 'zip',
  mimeType: 'application/zip',
  limits: 'no reasons why options are wrong; not for Canvas, which takes QTI 1.2',
  carries: { shapes: ['choice', 'typed', 'order', 'map'], drops: ['reasons', 'near'] },
  printsVersions: false,
  write: (set, options) => {
    const { items, losses } = preflight(set, qti30, options);
    return Promise.resolve({ bytes: package2(set, items, QTI30), losses });
  },
};
