import * as v from 'valibot';
import type { Response } from '../answers/response';
import type { Lesson } from './lesson';
import type { AboutView, Counts, HostView, MissedFact, OwnView, ProjectorView, SeatRow, SharedPhase } from './view';

/**
 * What goes over the wire, for both ends. A client sends one event, `c`, with a command and gets one reply; the server sends one event,
 * `m`, with a message. A client imports types only; the server checks each command with `commandSchema` before anything looks at it.
 */

const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
const filled = (most: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(most));
const whole = (least: number, most: number) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
const finite = (least: number, most: number) => v.pipe(v.number(), v.finite(), v.minValue(least), v.maxValue(most));

/** 128 bits or more, base64url: 22 … 64 signs, made by the client with `crypto.getRandomValues`. */
const secret = v.pipe(v.string(), v.regex(/^[\w-]{22,64}$/));
/** Made up by the client for each command, so that sending it again does nothing. */
const id = v.pipe(v.string(), v.regex(/^[\w-]{8,40}$/));
const roomId = v.pipe(v.string(), v.regex(/^[\w-]{16,32}$/));
const pin = v.pipe(v.string(), v.regex(/^\d{6}$/));
const seat = whole(0, 9999);
const revision = whole(0, 1e9);
const optionId = filled(40);

/** How many signs of a name are kept; more may be sent. */
export const NAME_MOST = 24;

const responseSchema: v.GenericSchema<unknown, Response> = v.union([
  v.strictObject({ choice: optionId }),
  v.strictObject({ typed: text(120) }),
  v.strictObject({ point: v.strictTuple([finite(-180, 180), finite(-90, 90)]) }),
  v.strictObject({ order: v.pipe(v.array(optionId), v.maxLength(8)) }),
  v.strictObject({ pass: v.literal(true) }),
]);

/** How a room is found: what the QR code holds, or the PIN that was typed. */
const door = { pin: v.nullable(pin), secret: v.nullable(secret) };
const asPlayer = { id, room: roomId, seat, token: secret };
const asHost = { id, room: roomId, secret };
/** Of a command that changes the phase: the stage that the host saw, so that a second tap does not skip a question. More time is no other stage. */
const staged = { ...asHost, stage: revision };

/** Before one has a seat, or when one comes back to it. */
const entrySchema = v.variant('kind', [
  /** Clock sample: `now` comes back. */
  v.strictObject({ kind: v.literal('sync') }),
  v.strictObject({ kind: v.literal('find'), ...door }),
  /** The token is the pupil's own: who sends it again gets the same seat. `team` null: the room chooses. */
  v.strictObject({
    kind: v.literal('join'),
    id,
    ...door,
    token: secret,
    name: v.nullable(text(80)),
    team: v.nullable(whole(0, 19)),
  }),
  /** Takes over a seat with the code that the teacher shows. */
  v.strictObject({ kind: v.literal('claim'), id, ...door, code: filled(20), token: secret }),
  /** Back again. `revision`: the last one seen; null: none. */
  v.strictObject({ kind: v.literal('hello'), room: roomId, seat, token: secret, revision: v.nullable(revision) }),
  v.strictObject({ kind: v.literal('host'), room: roomId, secret }),
  v.strictObject({ kind: v.literal('watch'), room: roomId, secret }),
  /** Another device becomes the host, with a secret of its own; the former host is one no longer. */
  v.strictObject({ kind: v.literal('take-over'), id, pin, recovery: filled(40), secret }),
]);

const playerSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('answer'),
    ...asPlayer,
    questionRevision: revision,
    response: responseSchema,
    /** When it was given, by the client's estimate of the server's clock; null: it has none yet. */
    tappedAt: v.nullable(finite(0, 1e15)),
    /** The smallest round trip seen; bounds how late an answer may arrive. */
    rttMs: finite(0, 60_000),
    /** How sure the pupil says to be; null: did not say. */
    sure: v.nullable(v.boolean()),
    /** When the open question came to this device, by its estimate of the server's clock; null: it came in later, or has no estimate. */
    seenAt: v.optional(v.nullable(finite(0, 1e15)), null),
  }),
  v.strictObject({ kind: v.literal('rename'), ...asPlayer, name: text(80) }),
  v.strictObject({ kind: v.literal('team'), ...asPlayer, team: whole(0, 19) }),
  /** Own pace: on to the next question, from the one named. */
  v.strictObject({ kind: v.literal('onward'), ...asPlayer, questionRevision: revision }),
  /** Which facts the seat has missed, once they are told; changes nothing. */
  v.strictObject({ kind: v.literal('missed'), ...asPlayer }),
]);

const hostSchema = v.variant('kind', [
  /** Starts the lesson; asks the next question; asks the one named. */
  v.strictObject({ kind: v.literal('ask'), ...staged, question: v.nullable(whole(0, 199)) }),
  /** Ends the reading time. */
  v.strictObject({ kind: v.literal('open'), ...staged }),
  v.strictObject({ kind: v.literal('pause'), ...staged }),
  v.strictObject({ kind: v.literal('resume'), ...staged }),
  v.strictObject({ kind: v.literal('add-time'), ...staged, ms: whole(1000, 600_000) }),
  v.strictObject({ kind: v.literal('skip'), ...staged }),
  v.strictObject({ kind: v.literal('discuss'), ...staged }),
  v.strictObject({ kind: v.literal('vote-again'), ...staged }),
  /** Ends the time; nothing is told yet. */
  v.strictObject({ kind: v.literal('close'), ...staged }),
  /** Closes what is open and tells what is right. */
  v.strictObject({ kind: v.literal('reveal'), ...staged }),
  v.strictObject({ kind: v.literal('standings'), ...staged }),
  v.strictObject({ kind: v.literal('end'), ...staged }),
  v.strictObject({ kind: v.literal('lock'), ...asHost, locked: v.boolean() }),
  v.strictObject({ kind: v.literal('late-join'), ...asHost, allowed: v.boolean() }),
  v.strictObject({ kind: v.literal('kick'), ...asHost, seat }),
  v.strictObject({ kind: v.literal('name-seat'), ...asHost, seat, name: text(80) }),
  v.strictObject({ kind: v.literal('team-seat'), ...asHost, seat, team: v.nullable(whole(0, 19)) }),
  v.strictObject({ kind: v.literal('extra-time'), ...asHost, seat, factor: finite(1, 4) }),
  /** Makes the code with which another phone takes the seat; `open` false takes it back. */
  v.strictObject({ kind: v.literal('hand-over'), ...asHost, seat, open: v.boolean() }),
  /** Seats for a roster or for printed cards. */
  v.strictObject({
    kind: v.literal('add-seats'),
    ...asHost,
    seats: v.pipe(v.array(v.strictObject({ name: text(80), card: v.nullable(whole(0, 999)) })), v.maxLength(100)),
  }),
  /** Raised hands, by option; replaces what was counted before. */
  v.strictObject({
    kind: v.literal('hands'),
    ...asHost,
    questionRevision: revision,
    counts: v.pipe(v.record(optionId, whole(0, 9999)), v.maxEntries(12)),
  }),
  /** What was read from printed cards. Later readings of a card replace earlier ones. */
  v.strictObject({
    kind: v.literal('cards'),
    ...asHost,
    questionRevision: revision,
    cards: v.pipe(v.array(v.strictObject({ card: whole(0, 999), choice: optionId })), v.maxLength(200)),
  }),
  v.strictObject({ kind: v.literal('ask-again'), ...asHost, question: whole(0, 199), wanted: v.boolean() }),
  /** The key was wrong: what counts as right now, or that nothing does; everything given is judged again. */
  v.strictObject({
    kind: v.literal('correct-key'),
    ...asHost,
    question: whole(0, 199),
    right: v.union([
      v.strictObject({ key: v.pipe(v.array(optionId), v.minLength(1), v.maxLength(8)) }),
      /** Another name that is right, where one is typed. */
      v.strictObject({ alsoName: filled(120) }),
      /** Days, ISO, where a date is typed. */
      v.strictObject({ from: filled(20), to: filled(20) }),
      /** How far from the place a pin may be, where a map is asked. Kilometres. */
      v.strictObject({ withinKm: finite(0, 20_000) }),
      v.strictObject({ counts: v.literal(false) }),
    ]),
  }),
  /** Forgets the room at once: seats, answers, journal. */
  v.strictObject({ kind: v.literal('erase'), ...asHost }),
]);

/** Every command that a client may send. */
export const commandSchema = v.union([entrySchema, playerSchema, hostSchema]);

export type EntryCommand = v.InferOutput<typeof entrySchema>;
export type PlayerCommand = v.InferOutput<typeof playerSchema>;
export type HostCommand = v.InferOutput<typeof hostSchema>;
export type Command = EntryCommand | PlayerCommand | HostCommand;

/** Why a command did nothing. */
export const REFUSALS = [
  'malformed', 'too-many', 'not-found', 'no-seat', 'not-host', 'locked', 'full', 'no-late-join', 'kicked', 'wrong-code', 'not-now',
  'stale', 'too-late', 'not-an-answer', 'no-such-option', 'no-such-seat', 'ended', 'unavailable',
] as const; // prettier-ignore
export type RefusalReason = (typeof REFUSALS)[number];

export interface Refused {
  readonly ok: false;
  readonly reason: RefusalReason;
}
interface Done {
  readonly ok: true;
}

/** What comes back, by kind of command; every other kind: nothing but that it was done, and journalled. */
export interface Replies {
  readonly sync: { readonly now: number };
  readonly find: { readonly about: AboutView; readonly started: boolean };
  readonly join: { readonly room: string; readonly seat: number };
  readonly claim: { readonly room: string; readonly seat: number };
  /** `current`: nothing has changed since the revision named, and no snapshot follows. */
  readonly hello: { readonly current: boolean };
  readonly host: object;
  readonly 'take-over': { readonly room: string };
  readonly 'hand-over': { readonly code: string | null };
  /** `app`: address of the copy of the app that pupils have, with a slash at its end; null: nobody has said. */
  readonly missed: {
    readonly facts: readonly MissedFact[];
    readonly pack: Lesson['pack'];
    readonly app: string | null;
  };
}
export type ReplyTo<K extends Command['kind']> = Refused | (Done & (K extends keyof Replies ? Replies[K] : object));
export type Reply = { [K in Command['kind']]: ReplyTo<K> }[Command['kind']];

/** Every message carries the revision of the room that it was made from; a client drops what is older than what it has. */
export type ServerMessage = { readonly revision: number } & (
  | { readonly kind: 'snapshot'; readonly now: number; readonly about: AboutView; readonly phase: SharedPhase; readonly own: OwnView }
  | { readonly kind: 'phase'; readonly phase: SharedPhase }
  | { readonly kind: 'own'; readonly own: OwnView }
  /** To the host: all rows on coming in; afterwards `desk` brings those that changed. */
  | { readonly kind: 'host'; readonly now: number; readonly view: HostView; readonly counts: Counts; readonly seats: readonly SeatRow[] | null }
  | { readonly kind: 'desk'; readonly counts: Counts; readonly seats: readonly SeatRow[] }
  | { readonly kind: 'projector'; readonly now: number; readonly view: ProjectorView; readonly counts: Counts; readonly names: readonly WallName[] | null }
  | { readonly kind: 'wall'; readonly counts: Counts; readonly names: readonly WallName[] }
  /** The end of this connection's place in the room. */
  | { readonly kind: 'gone'; readonly why: 'kicked' | 'seat-taken' | 'host-moved' | 'erased' }
); // prettier-ignore

/** A name on the projector's wall; null: the seat is no longer there. */
export interface WallName {
  readonly seat: number;
  readonly name: string | null;
  readonly here: boolean;
}

/** The events of socket.io. */
export interface ClientToServer {
  c: (command: Command, reply: (reply: Reply) => void) => void;
}
export interface ServerToClient {
  m: (message: ServerMessage) => void;
}
