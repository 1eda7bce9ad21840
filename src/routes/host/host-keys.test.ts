import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '$lib/core/room/settings';
import type { HostView, SharedPhase } from '$lib/core/room/view';
import { HOST_KEYS, hostKey } from './host-keys';

const press = (key: string, target: unknown = null, code = '') => ({
  key, code, ctrlKey: false, metaKey: false, altKey: false, repeat: false, target: target as EventTarget | null,
}); // prettier-ignore

function view(is: SharedPhase['is'], upcoming: number | null = 1): Pick<HostView, 'phase' | 'settings' | 'upcoming'> {
  return { phase: { is } as SharedPhase, settings: DEFAULT_SETTINGS, upcoming }; // keys look at what it is and no further
}

test.each([
  ['lobby', 'ask'],
  ['reading', 'open'],
  ['answering', 'reveal'],
  ['closed', 'reveal'],
  ['discussion', 'vote-again'],
  ['second-vote', 'reveal'],
  ['paused', 'resume'],
  ['reveal', 'standings'],
  ['standings', 'ask'],
] as const)('N goes the usual way from %s: %s', (is, step) => {
  expect(hostKey(press('n'), view(is))).toEqual({ is: 'step', step });
});

test('after the last question N asks whether to end, and ends nothing by itself', () => {
  expect(hostKey(press('n'), view('standings', null))).toEqual({ is: 'end' });
});

test('P pauses, and goes on where it is paused', () => {
  expect(hostKey(press('p'), view('answering'))).toEqual({ is: 'step', step: 'pause' });
  expect(hostKey(press('p'), view('paused'))).toEqual({ is: 'step', step: 'resume' });
});

test('a key for something that is not possible now does nothing', () => {
  expect(hostKey(press('v'), view('lobby'))).toBeNull();
  expect(hostKey(press('t'), view('reveal'))).toBeNull();
});

test('a Ukrainian layout has the same keys in the same places', () => {
  expect(hostKey(press('т', null, 'KeyN'), view('lobby'))).toEqual({ is: 'step', step: 'ask' });
  expect(hostKey(press('Д', null, 'KeyL'), view('lobby'))).toEqual({ is: 'lock' });
  expect(hostKey(press('ї', null, 'BracketRight'), view('lobby'))).toBeNull();
  // A Latin letter is what it says, wherever a Dvorak layout has it.
  expect(hostKey(press('n', null, 'KeyL'), view('lobby'))).toEqual({ is: 'step', step: 'ask' });
});

test('keys are letters where somebody types', () => {
  for (const target of [
    { tagName: 'INPUT', type: 'text' },
    { tagName: 'TEXTAREA' },
    { tagName: 'SELECT', type: 'select-one' },
  ])
    expect(hostKey(press('n', target), view('lobby'))).toBeNull();
});

// A teacher who had just locked the class by its switch pressed keys, and nothing happened any more.
test('a switch that has the focus takes no letters', () => {
  expect(hostKey(press('n', { tagName: 'INPUT', type: 'checkbox' }), view('lobby'))).toEqual({
    is: 'step',
    step: 'ask',
  });
});

test('no two keys are one', () => {
  expect(new Set(HOST_KEYS.map(({ key }) => key)).size).toBe(HOST_KEYS.length);
});
