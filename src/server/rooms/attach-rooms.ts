import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { Server as SocketServer } from 'socket.io';
import { Carrier, type Phone, type Wire } from './carrier';
import { Doctor } from './doctor';
import { handleRoute, type RoomRoutes } from './http-routes';
import type { Journals } from './journals';
import { Keeper } from './keeper';
import { Bucket, CONNECTIONS_MOST, CREATIONS, FRAME_MOST, GUESSES } from './limits';
import type { Log } from './log';
import { Strangers } from './strangers';
import { Visit, type Doorway } from './visit';

export interface RoomsOptions {
  /** What every path begins with: empty, or with a leading and no trailing slash. */
  readonly base: string;
  readonly journals: Journals;
  readonly log: Log;
  readonly now: () => number;
  /** Addresses at which phones may reach this machine. */
  readonly addresses: () => readonly string[];
  /** Where pupils find the copy of the app that they take home, with a slash at its end; null: nobody has said. */
  readonly app: string | null;
}

/** Rooms on a server. */
export interface Rooms {
  /** Answers a request that is about rooms; false: it is not. */
  handle(request: IncomingMessage, response: ServerResponse): boolean;
  readonly keeper: Keeper;
  /** What is under way is written down; everybody is disconnected and will be back. */
  close(): Promise<void>;
}

/**
 * Hangs rooms on a server: sockets on `<base>/socket.io/`, and what `handle` answers. Listeners for requests must be on the server before; other
 * upgrades are left to others (Vite's in dev).
 */
export async function attachRooms(server: Server, options: RoomsOptions): Promise<Rooms> {
  const { base, log, now, journals } = options;
  const keeper = await Keeper.open(journals, { now, log });
  const io: Wire = new SocketServer(server, {
    path: `${base}/socket.io/`,
    serveClient: false,
    destroyUpgrade: false,
    maxHttpBufferSize: FRAME_MOST,
    connectTimeout: 10_000,
    // A phone that fell asleep is noticed within half a minute; its seat is kept all the same.
    pingInterval: 15_000,
    pingTimeout: 15_000,
    allowRequest: (_, decide) => {
      decide(null, io.engine.clientsCount < CONNECTIONS_MOST);
    },
  });
  const carrier = new Carrier(io);
  keeper.deliver = (room, send) => {
    carrier.deliver(room, send);
  };
  keeper.erased = (room) => {
    carrier.erased(room);
  };
  const strangers = new Strangers();
  const guesses = new Bucket(GUESSES.most, GUESSES.perSecond, now());
  const settled = (phone: Phone): void => {
    strangers.settled(phone);
  };
  const door: Doorway = { keeper, carrier, now, log, guesses, settled, app: options.app };
  io.on('connection', (phone) => {
    welcome(phone, door, strangers);
  });

  const doctor = new Doctor(now);
  const routes: RoomRoutes = {
    keeper,
    doctor,
    creations: new Bucket(CREATIONS.most, CREATIONS.perSecond, now()),
    guesses,
    now,
    log,
    addresses: options.addresses,
    connections: () => io.engine.clientsCount,
    startedAt: now(),
  };
  return {
    keeper,
    handle(request, response) {
      doctor.notice(request);
      const [path = ''] = (request.url ?? '').split(/[?#]/);
      return path.startsWith(`${base}/`) && handleRoute(routes, path.slice(base.length), request, response);
    },
    async close() {
      strangers.stop();
      carrier.stop();
      // Closes the server's connections of all kinds too.
      await io.close();
      await keeper.close();
    },
  };
}

function welcome(phone: Phone, door: Doorway, strangers: Strangers): void {
  strangers.came(phone);
  const visit = new Visit(phone, door);
  const { log } = door;
  const failed = (error: unknown): void => {
    log('command-failed', { reason: error instanceof Error ? error.message : String(error) });
  };
  // Anything may come, with or without a callback.
  phone.on('c', (command: unknown, reply: unknown) => {
    visit
      .take(command)
      .then((answer) => {
        if (answer !== null && typeof reply === 'function') (reply as (answer: unknown) => void)(answer);
      })
      .catch(failed);
  });
  phone.on('disconnect', () => {
    strangers.settled(phone);
    visit.leave().catch(failed);
  });
}
