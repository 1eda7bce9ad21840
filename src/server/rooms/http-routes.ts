import type { IncomingMessage, ServerResponse } from 'node:http';
import * as v from 'valibot';
import { creationSchema } from '$lib/core/room/creation';
import { lessonFile } from '$lib/core/room/ghost';
import { reportOf } from '$lib/core/room/report';
import { digest } from './chance';
import type { Doctor } from './doctor';
import type { Keeper } from './keeper';
import { BODY_MOST, type Bucket } from './limits';
import type { LiveRoom } from './live-room';
import type { Log } from './log';

export interface RoomRoutes {
  readonly keeper: Keeper;
  readonly doctor: Doctor;
  readonly creations: Bucket;
  readonly guesses: Bucket;
  readonly now: () => number;
  readonly log: Log;
  /** Addresses at which phones may reach this machine, as http URLs with a slash at the end. */
  readonly addresses: () => readonly string[];
  readonly connections: () => number;
  readonly startedAt: number;
}

/**
 * Answers what belongs to rooms: making one, its files for the host, health, the connection doctor.
 *
 * @param path without the base path and the query
 * @returns false: it is none of its business
 */
export function handleRoute(
  routes: RoomRoutes,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  const { method } = request;
  if (path === '/healthz' && method === 'GET') {
    const { keeper, now, startedAt, connections } = routes;
    const seconds = Math.round((now() - startedAt) / 1000);
    send(response, 200, { ok: true, rooms: keeper.size, connections: connections(), seconds });
    return true;
  }
  if (path === '/rooms/doctor' && method === 'GET') {
    send(response, 200, { addresses: routes.addresses(), ...routes.doctor.reached, now: routes.now() });
    return true;
  }
  if (path === '/rooms' && method === 'POST') {
    make(routes, request, response).catch((error: unknown) => {
      routes.log('room-not-made', { reason: error instanceof Error ? error.message : String(error) });
      send(response, 503, { reason: 'unavailable' });
    });
    return true;
  }
  const [, id, file] = /^\/rooms\/([\w-]{16,32})\/(report|journal|lesson)$/.exec(path) ?? [];
  if (id === undefined || file === undefined || method !== 'GET') return false;
  sendFile(routes, id, file, request, response).catch(() => {
    send(response, 503, { reason: 'unavailable' });
  });
  return true;
}

async function sendFile(
  routes: RoomRoutes,
  id: string,
  file: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const live = await hostOf(routes, id, request);
  if (live === null) send(response, 403, { reason: 'not-host' });
  else if (file === 'report') send(response, 200, reportOf(live.room));
  else if (file === 'lesson') send(response, 200, lessonFile(live.room));
  else await sendJournal(live, response);
}

async function make(
  { keeper, creations, now }: RoomRoutes,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // Another site's page cannot send this type without asking first, and is never told yes.
  if (request.headers['content-type']?.split(';')[0]?.trim() !== 'application/json') {
    send(response, 415, { reason: 'malformed' });
    return;
  }
  const body = await bodyOf(request);
  if (body === null) {
    send(response, 413, { reason: 'malformed' });
    request.destroy();
    return;
  }
  const read = v.safeParse(creationSchema, parsed(body), { abortEarly: true });
  if (!read.success) {
    const [issue] = read.issues;
    send(response, 400, { reason: 'malformed', where: v.getDotPath(issue) ?? '', expected: issue.message });
    return;
  }
  if (!creations.take(now())) {
    send(response, 429, { reason: 'too-many' });
    return;
  }
  const live = await keeper.make(read.output);
  if (live === null) send(response, 503, { reason: 'full' });
  else send(response, 201, { room: live.room.id });
}

/** The room, if the request has its host's secret. */
async function hostOf(
  { keeper, guesses, now }: RoomRoutes,
  id: string,
  { headers }: IncomingMessage,
): Promise<LiveRoom | null> {
  const [, secret] = /^Bearer ([\w-]{22,64})$/.exec(headers.authorization ?? '') ?? [];
  // A room that is at hand costs nothing to look at: others who guess keep no teacher from the report.
  const known = keeper.room(id);
  const live = secret === undefined ? null : (known ?? (guesses.has(now()) ? await keeper.reach(id) : null));
  if (live !== null && secret !== undefined && live.room.host === digest(secret)) return live;
  guesses.take(now());
  return null;
}

async function sendJournal(live: LiveRoom, response: ServerResponse): Promise<void> {
  const entries = await live.journal.read();
  head(response, 200, 'application/x-ndjson; charset=utf-8');
  response.end(entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
}

/** The body as text; null: it is too long. */
async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > BODY_MOST) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function send(response: ServerResponse, status: number, value: unknown): void {
  if (response.headersSent || response.destroyed) return;
  head(response, status, 'application/json; charset=utf-8');
  response.end(JSON.stringify(value));
}

function head(response: ServerResponse, status: number, type: string): void {
  response.writeHead(status, {
    'Content-Type': type,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  });
}
