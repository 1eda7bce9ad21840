import { element } from '../text/markup';

/** How elements, attributes and addresses are spelt in a version of QTI from 2.1 on; the model behind them is the same. */
export interface Dialect {
  readonly version: '2.1' | '3.0';
  readonly namespace: string;
  readonly schemaLocation: string;
  /** An element of QTI, with attributes as 2.1 spells them; nulls are left out. */
  readonly el: (
    name: string,
    attributes: Readonly<Record<string, string | number | null>>,
    content?: string | readonly string[],
  ) => string;
  /** The address of a response processing template, such as `match_correct`. */
  readonly template: (name: string) => string;
  /** A picture to point at. */
  readonly picture: (src: string, width: number, height: number, alt: string) => string;
}

export const QTI21: Dialect = {
  version: '2.1',
  namespace: 'http://www.imsglobal.org/xsd/imsqti_v2p1',
  schemaLocation: 'http://www.imsglobal.org/xsd/imsqti_v2p1 http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd',
  el: element,
  template: (name) => `http://www.imsglobal.org/question/qti_v2p1/rptemplates/${name}`,
  picture: (data, width, height, alt) => element('object', { type: 'image/png', data, width, height }, alt),
};

export const QTI30: Dialect = {
  version: '3.0',
  namespace: 'http://www.imsglobal.org/xsd/imsqtiasi_v3p0',
  schemaLocation: 'http://www.imsglobal.org/xsd/imsqtiasi_v3p0 https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0p1_v1p0.xsd',
  el: (name, attributes, content) =>
    element(`qti-${kebab(name)}`, Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key.includes(':') ? key : kebab(key), value])), content),
  template: (name) => `https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/${name}.xml`,
  picture: (src, width, height, alt) => element('img', { src, width, height, alt }),
}; // prettier-ignore

function kebab(name: string): string {
  return name.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);
}
