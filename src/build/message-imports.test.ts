import { expect, test } from 'vitest';
import { importMessages } from './message-imports.js';

const known = (name: string): boolean => ['next', 'next_today'].includes(name);

test('each message comes from its own module, once', () => {
  const code = "import { m } from '$lib/paraglide/messages.js';\nsay(m.next(), m.next_today({ days: 1 }), m.next);";
  expect(importMessages(code, known)).toBe(
    "import { next as m_next } from '$lib/paraglide/messages/next.js'; import { next_today as m_next_today } from '$lib/paraglide/messages/next_today.js';\nsay(m_next(), m_next_today({ days: 1 }), m_next);",
  );
});

test('what is no message stays as it is', () => {
  const code = "import { m } from '$lib/paraglide/messages.js';\nsay(m.next(), form.next, m.other);";
  expect(importMessages(code, known)).toContain('say(m_next(), form.next, m.other);');
});

test('a file without messages is left alone', () => {
  expect(importMessages('const m = { next: 1 };', known)).toBeNull();
});
