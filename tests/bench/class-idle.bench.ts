import { ClassPhone } from './class-phone';
import { answerAll, ask, open } from './class-play';
import { ClassServer, stepAside } from './class-server';
import { percentile, printFigures } from './figures';

stepAside();
await idle(10_000);

/** Somebody opens connections and wants nothing; a class of thirty plays on. */
async function idle(connections: number): Promise<void> {
  const server = new ClassServer();
  const strangers: ClassPhone[] = [];
  try {
    await server.start();
    const room = await open(server, 30, 0);
    const before = server.usage();
    for (let first = 0; first < connections; first += 250) {
      const some = Array.from({ length: Math.min(250, connections - first) }, () => new ClassPhone());
      strangers.push(...some);
      await Promise.all(some.map((phone) => phone.connect(server.url)));
    }
    await ask(room);
    const acks = await answerAll(room, 1, 1000);
    const left = (await (await fetch(`${server.url}/healthz`)).json()) as { readonly connections: number };
    printFigures([
      { name: `${String(connections)} idle connections: how many are left`, value: left.connections - 31, unit: '', target: { atMost: 2000 } },
      { name: 'acknowledgement p99 of thirty who play meanwhile', value: percentile(acks, 0.99), unit: 'ms', target: { atMost: 60 } },
      ...(before === null ? [] : [{ name: 'memory that they cost at their peak', value: (server.usage()?.rss ?? before.rss) - before.rss, unit: 'MB' }]),
    ]); // prettier-ignore
  } finally {
    for (const phone of strangers) phone.close();
    await server.end();
  }
}
