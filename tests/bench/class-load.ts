import { ClassServer } from './class-server';
import { answerAll, ask, atMost, open, peer, reveal, type ClassRoom } from './class-play';
import { percentile, printFigures, type Figure } from './figures';

// Delivery: from the host's command to each player's receipt of the question. Acknowledgement: from a player's answer to the reply, which
// comes after the journal.

const QUESTIONS = 4;

/** What is played. */
export interface Load {
  readonly name: string;
  readonly rooms: number;
  readonly players: number;
  /** Answers are spread over so many milliseconds. */
  readonly within: number;
  readonly targets: {
    readonly delivery?: number;
    readonly ackP95?: number;
    readonly ackP99?: number;
    readonly framesEach?: number;
    readonly rss?: number;
  };
  readonly razzia?: { readonly delivery: number; readonly p95: number };
}

/** Plays it and prints what it took. */
export async function measure({ name, rooms: count, players, within, targets, razzia }: Load): Promise<void> {
  const server = new ClassServer();
  try {
    await server.start();
    const rooms: ClassRoom[] = [];
    for (let number = 0; number < count; number++) rooms.push(await open(server, players, number));
    const everybody = rooms.flatMap((room) => [room.host, ...room.players]);
    const [delivery, acks]: [number[], number[]] = [[], []];
    let [frames, bytes] = [0, 0];
    const before = server.usage();
    const began = performance.now();
    for (let question = 1; question <= QUESTIONS; question++) {
      for (const phone of everybody) [phone.frames, phone.bytes] = [0, 0];
      delivery.push(...(await Promise.all(rooms.map(ask))).flat());
      acks.push(...(await Promise.all(rooms.map((room) => answerAll(room, question, within)))).flat());
      await Promise.all(rooms.map(reveal));
      frames += everybody.reduce((sum, phone) => sum + phone.frames, 0);
      bytes += everybody.reduce((sum, phone) => sum + phone.bytes, 0);
    }
    const seconds = (performance.now() - began) / 1000;
    const after = server.usage();
    for (const phone of everybody) phone.close();
    const each = frames / QUESTIONS / (count * players);
    const figures: Figure[] = [
      { name: `${name}: delivery p50`, value: percentile(delivery, 0.5), unit: 'ms' },
      { name: `${name}: delivery p95`, value: percentile(delivery, 0.95), unit: 'ms' },
      { name: `${name}: delivery p99`, value: percentile(delivery, 0.99), unit: 'ms', ...atMost(targets.delivery), ...peer(razzia?.delivery) },
      { name: `${name}: acknowledgement p50`, value: percentile(acks, 0.5), unit: 'ms' },
      { name: `${name}: acknowledgement p95`, value: percentile(acks, 0.95), unit: 'ms', ...atMost(targets.ackP95), ...peer(razzia?.p95) },
      { name: `${name}: acknowledgement p99`, value: percentile(acks, 0.99), unit: 'ms', ...atMost(targets.ackP99) },
      { name: `${name}: frames a player and question`, value: each, unit: '', ...atMost(targets.framesEach) },
      { name: `${name}: bytes a player and question`, value: bytes / QUESTIONS / (count * players), unit: 'B' },
    ]; // prettier-ignore
    if (before !== null && after !== null) {
      figures.push({
        name: `${name}: server's processor`,
        value: ((after.cpu - before.cpu) / seconds) * 100,
        unit: '%',
      });
      figures.push({ name: `${name}: server's memory, peak`, value: after.rss, unit: 'MB', ...atMost(targets.rss) });
    }
    printFigures(figures);
  } finally {
    await server.end();
  }
}
