import { setTimeout as wait } from 'node:timers/promises';
import process from 'node:process';
import { hasRedis, RedisProcess } from '../samples/redis-process';
import { answer, ask, comeBack, open } from './class-play';
import { ClassServer, stepAside } from './class-server';
import { percentile, printFigures } from './figures';

// A server is killed in the middle of a question: alone, and as one of two over Redis.

stepAside();
await killed(200);
await killedOfTwo(200);

/** SIGKILL in the middle of a question: who was acknowledged must be, and everybody comes back. */
async function killed(players: number): Promise<void> {
  const server = new ClassServer();
  try {
    await server.start();
    const room = await open(server, players, 0);
    await ask(room);
    const acknowledged = new Set<number>();
    let up = true;
    const answering = room.players.map(async (player, index) => {
      await wait((1000 * index) / players);
      // Whoever has not answered by then comes back first: an answer before the greeting would cut the new connection off.
      if (!up) return;
      if ((await answer(player, 1)).ok) acknowledged.add(player.seat);
    });
    await Promise.race([Promise.all(answering), wait(500)]);
    up = false;
    await server.kill();
    const began = performance.now();
    const starting = server.start();
    let missing = 0;
    const back = room.players.map(async (player) => {
      const own = await comeBack(player, server, starting);
      if (acknowledged.has(player.seat) && own.answer === null) missing++;
    });
    await Promise.all(back);
    const seconds = (performance.now() - began) / 1000;
    for (const phone of [room.host, ...room.players]) phone.close();
    printFigures([
      { name: `killed with ${String(acknowledged.size)} of ${String(players)} answers in: acknowledged answers lost`, value: missing, unit: '', target: { atMost: 0 } },
      { name: `${String(players)} players back and in step`, value: seconds, unit: 's', target: { atMost: 3 } },
    ]); // prettier-ignore
  } finally {
    await server.end();
  }
}

/** Two servers over one Redis; the one with the phones is killed in the middle of a question, and they go on at the other. */
async function killedOfTwo(players: number): Promise<void> {
  if (!hasRedis) {
    process.stdout.write(
      '  two servers over Redis: left out, there is no redis-server (Debian: apt-get install redis-server)\n',
    );
    return;
  }
  const redis = await RedisProcess.start();
  const [doomed, other] = [new ClassServer({ REDIS_URL: redis.url }), new ClassServer({ REDIS_URL: redis.url })];
  try {
    await Promise.all([doomed.start(), other.start()]);
    const room = await open(doomed, players, 0);
    const delivery = await ask(room);
    const acks: number[] = [];
    const acknowledged = new Set<number>();
    let up = true;
    const answering = room.players.map(async (player, index) => {
      await wait((1000 * index) / players);
      // Whoever has not answered by then comes back first: an answer before the greeting would cut the new connection off.
      if (!up) return;
      const sent = performance.now();
      if (!(await answer(player, 1)).ok) return;
      acks.push(performance.now() - sent);
      acknowledged.add(player.seat);
    });
    await Promise.race([Promise.all(answering), wait(500)]);
    up = false;
    await doomed.kill();
    const began = performance.now();
    let missing = 0;
    await Promise.all(
      room.players.map(async (player) => {
        const own = await comeBack(player, other, Promise.resolve());
        if (acknowledged.has(player.seat) && own.answer === null) missing++;
      }),
    );
    const seconds = (performance.now() - began) / 1000;
    for (const phone of [room.host, ...room.players]) phone.close();
    printFigures([
      { name: `two servers over Redis, ${String(players)} players: delivery p99`, value: percentile(delivery, 0.99), unit: 'ms' },
      { name: 'two servers over Redis: acknowledgement p95', value: percentile(acks, 0.95), unit: 'ms', target: { atMost: 30 } },
      { name: `one killed with ${String(acknowledged.size)} answers in: acknowledged answers lost`, value: missing, unit: '', target: { atMost: 0 } },
      { name: `${String(players)} players in step at the other`, value: seconds, unit: 's', target: { atMost: 3 } },
    ]); // prettier-ignore
  } finally {
    await Promise.all([doomed.end(), other.end()]);
    await redis.stop();
  }
}
