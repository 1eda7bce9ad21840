/** A content line of iCalendar, unfolded: `DTSTART;VALUE=DATE:20220302`. Names are in capitals, values as written. */
export interface IcsLine {
  readonly name: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly value: string;
  /** From 1: the line of the file on which it begins. */
  readonly line: number;
}

/** Lines of iCalendar (RFC 5545, 3.1): folded ones joined, quoted parameters understood. What is no content line is passed over. */
export function readIcsLines(text: string): readonly IcsLine[] {
  const lines: IcsLine[] = [];
  let open: { parts: string[]; line: number } | null = null;
  const close = (): void => {
    const read = open === null ? null : readLine(open.parts.join(''), open.line);
    if (read !== null) lines.push(read);
    open = null;
  };
  text
    .replace(/^\uFEFF/, '')
    .split(/\r\n?|\n/)
    .forEach((written, index) => {
      if (/^[ \t]/.test(written) && open !== null) {
        open.parts.push(written.slice(1));
        return;
      }
      close();
      if (written.trim() !== '') open = { parts: [written], line: index + 1 };
    });
  close();
  return lines;
}

function readLine(text: string, line: number): IcsLine | null {
  const name = /^[A-Za-z0-9-]+/.exec(text)?.[0];
  if (name === undefined) return null;
  const parameters = new Map<string, string>();
  let at = name.length;
  const PARAMETER = /;([A-Za-z0-9-]+)=("[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*/y;
  for (;;) {
    PARAMETER.lastIndex = at;
    const match = PARAMETER.exec(text);
    if (match === null) break;
    parameters.set((match[1] ?? '').toUpperCase(), (match[2] ?? '').replace(/^"|"$/g, ''));
    at = PARAMETER.lastIndex;
  }
  return text[at] === ':' ? { name: name.toUpperCase(), parameters, value: text.slice(at + 1), line } : null;
}

/** A value of type TEXT: `\n` is a line break, a backslash takes the meaning from `\`, `;` and `,`. */
export function unescapeText(value: string): string {
  return value.replace(/\\([\\;,nN])/g, (_whole, sign: string) => (sign === 'n' || sign === 'N' ? '\n' : sign));
}
